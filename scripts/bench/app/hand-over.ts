import { randomUUID } from 'node:crypto';
import type { BrowserContext } from '@playwright/test';
import { account, type AppStage } from '#scripts/bench/app/app-stage';
import { TaskflowDevice } from '#scripts/bench/clients/taskflow-device';
import { startRealBrowser } from '#scripts/real-browser';
import { Device } from '#client/e2e/device.ts';
import { crash, leads, setFrozen } from '#client/e2e/leading-tab.ts';

/** How the leading tab goes. */
export type Ending = 'close' | 'crash' | 'freeze';

/** Ms from the end of the leading tab: until an edit of another tab is at another device, and one from there in that tab. */
export interface HandOver {
  outMs: number;
  inMs: number;
}

/** Three tabs of one browser, and a device elsewhere that hears of every commit. */
export interface HandOverStage {
  measure(ending: Ending): Promise<HandOver>;
  stop(): Promise<void>;
}

/** Opens them on the workspace of a stage. */
export async function openHandOverStage({ url, person }: AppStage): Promise<HandOverStage> {
  let onCommit: (text: string) => void = () => undefined;
  const elsewhere = new TaskflowDevice(person);
  await elsewhere.connect((event) => onCommit(JSON.stringify(event)));
  const browser = await startRealBrowser();
  const tabs = await openTabs(browser.context, url);
  return {
    async measure(ending) {
      const flags = await Promise.all(tabs.map(({ page }) => leads(page)));
      const [leader] = tabs.splice(flags.indexOf(true), 1);
      const [tab] = tabs;
      if (leader === undefined || tab === undefined) throw new Error('no tab leads');
      await tab.page.bringToFront();
      const [own, theirs] = [`Own ${randomUUID()}`, `Theirs ${randomUUID()}`];
      const line = await tab.typeTask(own);
      await tab.page.waitForTimeout(1_000);
      const arrived = new Promise<number>((resolve) => {
        onCommit = (text) => (text.includes(own) ? resolve(performance.now()) : undefined);
      });
      const beganMs = performance.now();
      await end(leader, ending);
      const shown = tab
        .row(theirs)
        .waitFor()
        .then(() => performance.now());
      // At the end, where the open line is: only rows that are looked at are there.
      const create = { title: theirs, orderKey: 'z' };
      const added = { kind: 'task', id: randomUUID(), create };
      await Promise.all([line.press('Enter'), elsewhere.push([elsewhere.batch([added])])]);
      const [outMs, inMs] = await Promise.all([arrived, shown]);
      if (ending === 'freeze') await setFrozen(leader.page, false);
      await leader.page.close();
      tabs.push(await tab.openTab());
      return { outMs: outMs - beganMs, inMs: inMs - beganMs };
    },
    async stop() {
      elsewhere.close();
      await browser.stop();
    },
  };
}

async function openTabs(context: BrowserContext, url: string): Promise<Device[]> {
  const first = await Device.openIn(context, url);
  await first.signIn({ ...account, name: 'Bench' });
  await first.untilSynced({ timeoutMs: 300_000 });
  return [first, await first.openTab(), await first.openTab()];
}

async function end({ page }: Device, ending: Ending): Promise<void> {
  if (ending === 'close') await page.close();
  else if (ending === 'crash') await crash(page);
  else await setFrozen(page, true);
}
