import type { AppStage, OpenPage } from '#scripts/bench/app/app-stage';
import { repeat } from '#scripts/bench/app/repeat';

/**
 * Ms from navigation to the first painted rows, the browser started anew each time, without a network: of a list that was
 * never shown on this device, and of one that was (decision 220).
 */
export async function coldStarts(stage: AppStage, times: number) {
  const unseen = await repeat(times, () => coldStart(stage, async () => undefined));
  await coldStart(stage, async (page) => {
    await page.waitForFunction(() =>
      Object.entries(localStorage).some(
        ([key, value]) => key.startsWith('taskflow.first.') && String(value).includes('"/all"'),
      ),
    );
  });
  const starts = await repeat(times, () => coldStart(stage, async () => undefined));
  return { unseen, starts };
}

async function coldStart(
  stage: AppStage,
  before: (page: OpenPage['page']) => Promise<void>,
): Promise<number> {
  const open = await stage.reopen({ isOffline: true });
  await open.page.goto(`${stage.url}/all`);
  const ms = await open.page.evaluate(() => Reflect.get(globalThis, 'benchProbe').firstRows);
  await before(open.page);
  await open.close();
  return ms;
}
