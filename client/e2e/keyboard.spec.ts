import { expect, type Page } from '@playwright/test';
import { Device } from './device.ts';
import { test } from './with-server.ts';

test('the whole of a day is done by keyboard alone, and what the eye sees is announced', async ({
  browser,
  server,
}) => {
  const device = await Device.open(browser, server.url);
  const { page } = device;
  const { keyboard } = page;
  await page.goto(`${server.url}/dashboard`);
  await expect(page.getByTestId('sync-status')).toBeVisible();

  await keyboard.press('q');
  for (const title of ['First', 'Second', 'Third']) {
    await expect(page.getByTestId('task-title-input')).toBeFocused();
    await keyboard.type(title);
    await keyboard.press('Enter');
    await expect(device.row(title)).toBeVisible();
  }
  await announced(page, '1 task added');
  await keyboard.press('Escape');
  await expect(page.getByTestId('task-title-input')).toBeHidden();

  await focusRow(device, 'First');
  await keyboard.press('F2');
  await keyboard.press('ControlOrMeta+a');
  await keyboard.type('First of all');
  await keyboard.press('Enter');
  await expect(device.row('First of all')).toBeFocused();

  await keyboard.press('1');
  await expect(device.row('First of all')).toContainText('Urgent');
  await keyboard.press('Alt+ArrowDown');
  await announced(page, 'Moved ‘First of all’, 2 of 3');
  await expect.poll(() => device.titles()).toEqual(['Second', 'First of all', 'Third']);
  await expect(device.row('First of all')).toBeFocused();
  await keyboard.press('Alt+ArrowUp');
  await announced(page, 'Moved ‘First of all’, 1 of 3');
  await expect.poll(() => device.titles()).toEqual(['First of all', 'Second', 'Third']);

  await keyboard.press('ArrowDown');
  await expect(device.row('Second')).toBeFocused();
  await keyboard.press('e');
  await expect(device.row('Second')).toHaveCount(0);
  await expect(device.row('Third')).toBeFocused();
  await keyboard.press('ControlOrMeta+z');
  await expect(device.row('Second')).toBeVisible();

  await focusRow(device, 'Third');
  await keyboard.press('Delete');
  await expect(device.row('Third')).toHaveCount(0);
  await announced(page, 'Moved to trash');
  await keyboard.press('ControlOrMeta+z');
  await expect(device.row('Third')).toBeVisible();
});

for (const width of [1280, 390]) {
  test(`the panel of a task takes the focus and gives it back to its row, ${width} px wide`, async ({
    browser,
    server,
  }) => {
    const device = await Device.open(browser, server.url);
    const { page } = device;
    await page.setViewportSize({ width, height: 800 });
    for (const title of ['First', 'Second']) await device.addTask(title);
    await page.keyboard.press('Escape');
    await focusRow(device, 'Second');

    await page.keyboard.press('Enter');
    await expect(page.getByTestId('task-panel')).toBeVisible();
    await expect
      .poll(() =>
        page.evaluate(() => document.activeElement?.closest('aside, [role=dialog]') !== null),
      )
      .toBe(true);
    await page.keyboard.press('Escape');
    await expect(page.getByTestId('task-panel')).toBeHidden();

    await expect(device.row('Second')).toBeFocused();
  });
}

test('a dialog gives the focus back to what opened it', async ({ browser, server }) => {
  const device = await Device.open(browser, server.url);
  await device.page.goto(`${server.url}/dashboard`);
  const add = device.page.getByRole('button', { name: 'New project' });
  await add.focus();
  await device.page.keyboard.press('Enter');
  await expect(device.page.getByRole('dialog')).toBeVisible();
  await device.page.keyboard.press('Escape');
  await expect(device.page.getByRole('dialog')).toBeHidden();
  await expect(add).toBeFocused();
});

/** Walks with the arrow keys from the first row to the wanted one. */
async function focusRow(device: Device, title: string): Promise<void> {
  const { keyboard } = device.page;
  await keyboard.press('ArrowDown');
  await keyboard.press('Home');
  for (let step = 0; step < 10; step += 1) {
    const isThere = await device.row(title).evaluate((row) => row === document.activeElement);
    if (isThere) return;
    await keyboard.press('ArrowDown');
  }
  await expect(device.row(title)).toBeFocused();
}

/** Some live region says it. */
async function announced(page: Page, text: string): Promise<void> {
  const regions = page.locator('[role="status"], [aria-live="polite"], [aria-live="assertive"]');
  await expect(regions.filter({ hasText: text }).first()).toBeAttached();
}
