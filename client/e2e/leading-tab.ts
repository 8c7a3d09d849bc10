import type { Page } from '@playwright/test';

/** Whether this tab is the one that pushes and pulls: the lock of leading and one of its own have the same holder. */
export function leads(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const own = `own ${Math.random()}`;
    return navigator.locks.request(own, async () => {
      const { held = [] } = await navigator.locks.query();
      const me = held.find(({ name }) => name === own)?.clientId;
      return held.some(({ name, clientId }) => {
        return name?.startsWith('taskflow/sync/') === true && clientId === me;
      });
    });
  });
}

/** Kills the renderer of a tab without giving it a chance to finish anything. */
export async function crash(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  session.send('Page.crash').catch(() => undefined);
  await crashed;
}

/** Freezes a tab that nobody looks at, or thaws it, as the browser does. */
export async function setFrozen(page: Page, isFrozen: boolean): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Page.setWebLifecycleState', { state: isFrozen ? 'frozen' : 'active' });
}
