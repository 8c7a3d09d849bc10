import { expect, type Page } from '@playwright/test';
import { Device } from './device.ts';
import { test } from './with-server.ts';

test('several tasks are selected and changed by keys alone, each change one Undo', async ({
  browser,
  server,
}) => {
  const device = await Device.open(browser, server.url);
  const { page } = device;
  const { keyboard } = page;
  for (const title of ['A', 'B', 'C', 'D', 'E']) await device.addTaskByKey(title);
  await keyboard.press('Escape');
  await device.row('B').focus();

  await keyboard.press('x');
  await keyboard.press('Shift+ArrowDown');
  await keyboard.press('Shift+j');
  await said(page, '3 selected');
  await expect(page.locator('[role="row"][aria-selected="true"]')).toHaveCount(3);
  await expect(device.row('D')).toBeFocused();

  await keyboard.press('2');
  await said(page, 'Priority of 3 tasks changed');
  await expect(device.row('C')).toContainText('High');
  await expect(device.row('A')).not.toContainText('High');
  await keyboard.press('ControlOrMeta+z');
  await expect(device.row('B')).not.toContainText('High');
  await expect(device.row('D')).not.toContainText('High');

  await keyboard.press('l');
  await expect(page.getByTestId('picker-input')).toBeFocused();
  await keyboard.type('errand');
  await keyboard.press('Enter');
  await expect(page.getByRole('option', { name: 'errand' })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await keyboard.press('Escape');
  await expect(device.row('D')).toContainText('errand');
  await expect(device.row('D')).toBeFocused();

  await keyboard.press('e');
  await said(page, '3 tasks completed');
  await expect.poll(() => device.titles()).toEqual(['A', 'E']);
  await expect(page.getByTestId('bulk-bar')).toBeHidden();
  await keyboard.press('ControlOrMeta+z');
  await expect.poll(() => device.titles()).toEqual(['A', 'B', 'C', 'D', 'E']);

  await keyboard.press('Escape');
  await expect(page.getByTestId('bulk-bar')).toBeHidden();
  await keyboard.press('ControlOrMeta+a');
  await said(page, '5 selected');
  await keyboard.press('#');
  await expect(device.row('A')).toHaveCount(0);
  await page.getByTestId('toast-undo').click();
  await expect.poll(() => device.titles()).toEqual(['A', 'B', 'C', 'D', 'E']);
});

test('with the pointer: Ctrl and Shift select, the bar acts, and a drag takes all along', async ({
  browser,
  server,
}) => {
  const device = await Device.open(browser, server.url);
  const { page } = device;
  for (const title of ['A', 'B', 'C', 'D', 'E']) await device.addTaskByKey(title);
  await page.keyboard.press('Escape');
  const title = (name: string) => device.row(name).getByTestId('task-title');

  await title('A').click({ modifiers: ['ControlOrMeta'] });
  await title('C').click({ modifiers: ['Shift'] });
  await title('B').click({ modifiers: ['ControlOrMeta'] });
  await expect(page.getByTestId('bulk-bar')).toContainText('2 selected');
  await expect(page.getByTestId('task-panel')).toBeHidden();

  await drag(page, { from: 'A', to: 'E', at: 0.9 });
  await expect.poll(() => device.titles()).toEqual(['B', 'D', 'E', 'A', 'C']);
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => device.titles()).toEqual(['A', 'B', 'C', 'D', 'E']);

  await drag(page, { from: 'A', to: 'E', at: 0.5 });
  await expect(device.row('C')).toContainText('Subtask, level 1');
  await page.getByTestId('bulk-duplicate').click();
  await said(page, '2 tasks duplicated');
  await expect(device.row('C')).toHaveCount(2);
  await page.getByTestId('bulk-clear').click();
  await expect(page.getByTestId('bulk-bar')).toBeHidden();
});

test('on a phone a long press selects, a tap adds, and the bar schedules all of them', async ({
  browser,
  server,
}) => {
  const device = await Device.openOnPhone(browser, server.url);
  const { page } = device;
  for (const title of ['A', 'B', 'C']) await device.addTaskByKey(title);
  await page.keyboard.press('Escape');

  await longPress(page, device.row('A'));
  await expect(page.getByTestId('bulk-bar')).toContainText('1 selected');
  await device.row('C').tap();
  await expect(page.getByTestId('bulk-bar')).toContainText('2 selected');
  await page.getByTestId('bulk-schedule').tap();
  await page.getByRole('radio', { name: 'Deadline' }).tap();
  await page.getByRole('button', { name: 'Tomorrow' }).tap();
  await expect(device.row('A')).toContainText('Tomorrow');
  await expect(device.row('C')).toContainText('Tomorrow');
  await expect(device.row('B')).not.toContainText('Tomorrow');
  await device.context.close();
});

/** A finger that rests on a row; Playwright's taps are short. */
async function longPress(page: Page, row: ReturnType<Device['row']>): Promise<void> {
  const box = await row.getByTestId('task-title').boundingBox();
  if (box === null) throw new Error('the row is in sight');
  const session = await page.context().newCDPSession(page);
  const touchPoints = [{ x: box.x + box.width / 2, y: box.y + box.height / 2 }];
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints });
  await expect(page.getByTestId('bulk-bar')).toBeVisible();
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

/** Drags a row by its handle to a height of another one, 0 its top and 1 its bottom. */
async function drag(page: Page, of: { from: string; to: string; at: number }): Promise<void> {
  const row = (name: string) =>
    page
      .getByTestId('task-row')
      .filter({ has: page.getByTestId('task-title').getByText(name, { exact: true }) });
  await row(of.from).hover();
  const start = await row(of.from).getByTitle('Drag to move').boundingBox();
  const end = await row(of.to).boundingBox();
  if (start === null || end === null) throw new Error('both ends of a drag are in sight');
  await page.mouse.move(start.x + start.width / 2, start.y + start.height / 2);
  await page.mouse.down();
  await page.mouse.move(end.x + end.width / 2, end.y + end.height * of.at, { steps: 12 });
  await page.mouse.up();
}

/** Some live region says it. */
async function said(page: Page, text: string): Promise<void> {
  const regions = page.locator('[role="status"], [aria-live="polite"], [aria-live="assertive"]');
  await expect(regions.filter({ hasText: text }).first()).toBeAttached();
}
