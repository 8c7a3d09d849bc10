import { expect, type Page } from '@playwright/test';
import { Device, paste, person } from './device.ts';
import { test } from './with-server.ts';

const taskCount = 90;

test('a start shows the first rows before it has read the rest, and what is done to them then is kept', async ({
  browser,
  server,
}) => {
  const device = await Device.open(browser, server.url);
  const { page } = device;
  await device.signUp(person('Alice'));
  await device.typeTask('');
  await paste(page, Array.from({ length: taskCount }, (_, n) => `Task ${n}`).join('\n'));
  await page.getByTestId('paste-add').click();
  await device.untilSynced();
  await expect(count(page)).toHaveText(`${taskCount} tasks`);
  await device.goOffline();
  await untilNoted(page);
  // Its row is none of the first.
  await page.getByTestId('task-row').first().focus();
  await page.keyboard.press('End');
  await device.openPanel(`Task ${taskCount - 1}`);

  await page.addInitScript(holdIdle);
  await page.reload();
  await expect(device.row('Task 0')).toBeVisible();
  await expect(page.getByTestId('task-panel-title')).toHaveValue(`Task ${taskCount - 1}`);
  await device.closePanel();
  await expect(count(page)).toHaveCount(0);
  await expect(page.getByText('Inbox zero')).toHaveCount(0);
  await device.row('Task 2').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('task-panel-title')).toHaveValue('Task 2');
  await device.closePanel();
  await expect(count(page)).toHaveCount(0);
  await device.complete('Task 1');
  const input = await device.typeTask('Written at once');
  await input.press('Enter');

  // The page is still busy with better things: what was asked for has the rest read at once.
  await expect(device.row('Task 1')).toHaveCount(0);
  await expect(count(page)).toHaveText(`${taskCount} tasks`);
  await page.getByTestId('task-row').first().focus();
  await page.keyboard.press('End');
  // At the end of the list, as its place was found among all tasks.
  await expect(page.getByTestId('task-title').last()).toHaveText('Written at once');

  // Sync comes after all that a person sees.
  await page.evaluate(() => Reflect.get(globalThis, 'beIdle')());
  await device.goOnline();
  await device.untilSynced();
  await expect(device.row('Task 1')).toHaveCount(0);
});

test('another list than the one that was left is shown once all of it is there', async ({
  browser,
  server,
}) => {
  const device = await Device.open(browser, server.url);
  const { page } = device;
  await device.addTask('Only in the inbox');
  await untilNoted(page);
  await page.addInitScript(holdIdle);
  await page.reload();
  await expect(device.row('Only in the inbox')).toBeVisible();
  await page.getByRole('link', { name: /^All tasks/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^All/);
  await expect(page.getByTestId('task-row')).toHaveCount(0);
  await page.evaluate(() => Reflect.get(globalThis, 'beIdle')());
  await expect(device.row('Only in the inbox')).toBeVisible();
});

/** The number of tasks beside the name of the view. */
function count(page: Page) {
  return page.locator('main header').getByText(/^\d+ tasks?$/);
}

/** The list is noted for the next start a second after it was changed. */
async function untilNoted(page: Page): Promise<void> {
  const before = await page.evaluate(() => performance.now());
  await page.waitForFunction((since) => {
    const isKept = Object.keys(localStorage).some((key) => key.startsWith('taskflow.first.'));
    return isKept && performance.now() > since + 2_000;
  }, before);
}

/** Runs in the page before the app: it has better things to do until `beIdle` is called. */
function holdIdle(): void {
  const held: IdleRequestCallback[] = [];
  const whenIdle = window.requestIdleCallback.bind(window);
  window.requestIdleCallback = (run) => held.push(run);
  Reflect.set(globalThis, 'beIdle', () => {
    window.requestIdleCallback = whenIdle;
    for (const run of held) whenIdle(run);
  });
}
