import { type CDPSession, expect, type Locator, type Page } from '@playwright/test';
import { Device } from './device.ts';
import { test } from './with-server.ts';

test('a board is set up, and cards are dragged within and across its columns, each back with one Undo', async ({
  browser,
  server,
}) => {
  const device = await Device.open(browser, server.url);
  const { page } = device;
  await page.goto(`${server.url}/dashboard`);
  for (const title of ['Pay rent', 'Call Ben', 'Water plants']) await device.addTask(title);
  await page.keyboard.press('Escape');
  await page.getByTestId('layout-board').click();
  await expect(cards(page, 'todo')).toHaveText(['Pay rent', 'Call Ben', 'Water plants']);

  await drag(page, { from: card(page, 'Water plants'), to: card(page, 'Pay rent'), at: 0.2 });
  await expect(cards(page, 'todo')).toHaveText(['Water plants', 'Pay rent', 'Call Ben']);
  await said(page, 'Moved ‘Water plants’ to To do, 1 of 3');

  await drag(page, { from: card(page, 'Pay rent'), to: column(page, 'in_progress'), at: 0.5 });
  await expect(cards(page, 'in_progress')).toHaveText(['Pay rent']);
  await said(page, 'Moved ‘Pay rent’ to In progress, 1 of 1');
  await page.getByTestId('undo-button').click();
  await expect(cards(page, 'todo')).toHaveText(['Water plants', 'Pay rent', 'Call Ben']);

  await lift(page, card(page, 'Call Ben'), column(page, 'done'));
  await said(page, 'Over Done');
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await said(page, 'Cancelled. ‘Call Ben’ is where it was.');
  await expect(cards(page, 'done')).toHaveCount(0);

  await page.reload();
  await expect(cards(page, 'todo')).toHaveCount(3);
  await column(page, 'in_progress').getByTestId('add-to-column').click();
  await page.getByTestId('task-title-input').fill('Read chapter 7');
  await page.keyboard.press('Enter');
  await expect(cards(page, 'in_progress')).toHaveText(['Read chapter 7']);
});

test('keys walk over a board, move cards and open the menu way; another tab sees it live', async ({
  browser,
  server,
}) => {
  const device = await Device.open(browser, server.url);
  const { page } = device;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(`${server.url}/dashboard`);
  for (const title of ['First', 'Second', 'Third']) await device.addTask(title);
  await page.keyboard.press('Escape');
  const tab = await device.openTab();
  await page.locator('h1').focus();
  await page.keyboard.press('g');
  await page.keyboard.press('b');
  await expect(page).toHaveURL(/\/all$/);
  await expect(cards(page, 'todo')).toHaveCount(3);
  await tab.page.goto(`${server.url}/board`);

  await page.keyboard.press('j');
  await expect(card(page, 'First')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(card(page, 'Second')).toBeFocused();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(cards(page, 'todo')).toHaveText(['Second', 'First', 'Third']);
  await page.keyboard.press('Alt+ArrowRight');
  await expect(cards(page, 'in_progress')).toHaveText(['Second']);
  await expect(cards(tab.page, 'in_progress')).toHaveText(['Second']);
  await expect(card(page, 'Second')).toBeFocused();
  await page.keyboard.press('h');
  await expect(card(page, 'First')).toBeFocused();
  await page.keyboard.press('e');
  await expect(cards(page, 'done')).toHaveText(['First']);
  await expect(card(page, 'Third')).toBeFocused();
  await page.keyboard.press('1');
  await page.keyboard.press(' ');
  await expect(page.getByTestId('task-panel')).toContainText('Third');
  await expect(card(page, 'Third')).toBeFocused();
  await page.keyboard.press('l');
  await expect(page.getByTestId('task-panel')).toContainText('Second');
  await expect(card(page, 'Second')).toBeFocused();
  await page.keyboard.press(' ');
  await expect(page.getByTestId('task-panel')).toHaveCount(0);
  await page.keyboard.press('h');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('task-panel')).toBeVisible();
  await expect(card(page, 'Third')).not.toBeFocused();
  await page.keyboard.press('Escape');

  await card(page, 'Third').hover();
  await card(page, 'Third').getByTestId('task-menu').click();
  await page.getByRole('menuitem', { name: 'Move to column' }).click();
  await page.getByRole('menuitem', { name: 'In progress', exact: true }).click();
  await expect(cards(page, 'in_progress')).toHaveText(['Second', 'Third']);
});

test('in Arabic the columns run from the right, and keys follow what is seen', async ({
  browser,
  server,
}) => {
  const context = await browser.newContext({ locale: 'ar-EG' });
  const device = await Device.openIn(context, server.url);
  const { page } = device;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(`${server.url}/dashboard`);
  for (const title of ['Pay rent', 'شراء milk']) await device.addTask(title);
  await page.keyboard.press('Escape');
  await page.getByTestId('layout-board').click();
  await expect(cards(page, 'todo')).toHaveText(['Pay rent', 'شراء milk']);
  const [todo, done] = [
    await column(page, 'todo').boundingBox(),
    await column(page, 'done').boundingBox(),
  ];
  expect(todo?.x).toBeGreaterThan(done?.x ?? 0);

  await card(page, 'Pay rent').focus();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(cards(page, 'in_progress')).toHaveText(['Pay rent']);
  await said(page, 'إلى العمود «\u2068قيد التنفيذ\u2069»');
  await page.keyboard.press('l');
  await expect(card(page, 'شراء milk')).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(card(page, 'Pay rent')).toBeFocused();

  await page.goto(`${server.url}/calendar`);
  const today = page.locator('[role="gridcell"][aria-current="date"]');
  const date = (await today.getAttribute('data-date')) ?? '';
  await expect(page.getByRole('columnheader').first()).toHaveAccessibleName('السبت');
  await today.focus();
  await page.keyboard.press('ArrowLeft');
  const next = await page.evaluate(() => document.activeElement?.getAttribute('data-date') ?? '');
  expect(next > date).toBe(true);
  await context.close();
});

test('a board does for a card what a list does: its labels, its project, a copy of it', async ({
  browser,
  server,
}) => {
  const device = await Device.open(browser, server.url);
  const { page } = device;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(`${server.url}/dashboard`);
  await device.addTask('Pay rent');
  await page.keyboard.press('Escape');
  await page.getByTestId('layout-board').click();
  await card(page, 'Pay rent').focus();
  await page.keyboard.press('Shift+D');
  await expect(cards(page, 'todo')).toHaveText(['Pay rent', 'Pay rent']);
  await page.keyboard.press('m');
  await expect(page.getByTestId('picker-input')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(card(page, 'Pay rent').first()).toBeFocused();

  await card(page, 'Pay rent').first().click();
  await expect(page.getByTestId('task-panel')).toBeVisible();
  await page.getByTestId('comment-input').fill('Until Friday');
  await page.getByTestId('comment-send').click();
  await expect(page.getByTestId('comment')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(card(page, 'Pay rent').first()).toContainText('1 comment');
});

test('on a phone one column fills the screen, and a finger that rests on a card moves it', async ({
  browser,
  server,
}) => {
  const device = await Device.openOnPhone(browser, server.url);
  const { page } = device;
  await page.goto(`${server.url}/dashboard`);
  for (const title of ['Pay rent', 'Call Ben']) await device.addTask(title);
  await page.keyboard.press('Escape');
  await page.getByTestId('layout-menu').click();
  await page.getByTestId('choose-board').click();
  await expect(cards(page, 'todo')).toHaveText(['Pay rent', 'Call Ben']);

  const touch = await device.context.newCDPSession(page);
  await dragByFinger(page, touch, { from: card(page, 'Call Ben'), to: card(page, 'Pay rent') });
  await expect(cards(page, 'todo')).toHaveText(['Call Ben', 'Pay rent']);
  await expect(page.getByTestId('task-panel')).toHaveCount(0);

  await card(page, 'Call Ben').getByTestId('task-menu').click();
  await page.getByRole('menuitem', { name: 'Move to ‘In progress’' }).click();
  await page.getByTestId('column-pick').filter({ hasText: 'In progress' }).click();
  await expect(cards(page, 'in_progress').first()).toBeInViewport();
  await device.context.close();
});

function column(page: Page, key: string): Locator {
  return page.locator(`[data-testid="board-column"][data-column="${key}"]`);
}

function cards(page: Page, key: string): Locator {
  return column(page, key).getByTestId('task-title');
}

function card(page: Page, title: string): Locator {
  const named = page.getByTestId('task-title').getByText(title, { exact: true });
  return page.getByTestId('board-card').filter({ has: named });
}

/** Presses the mouse on one thing and moves it over another; `at` says how far down, 0 to 1. */
async function lift(page: Page, from: Locator, to: Locator, at = 0.5): Promise<void> {
  // What makes it draggable is loaded after it is shown.
  await expect(from).toHaveAttribute('draggable', 'true');
  const [start, end] = [await from.boundingBox(), await to.boundingBox()];
  if (start === null || end === null) throw new Error('both ends of a drag are in sight');
  await page.mouse.move(start.x + start.width / 2, start.y + start.height - 8);
  await page.mouse.down();
  await page.mouse.move(end.x + end.width / 2, end.y + end.height * at, { steps: 12 });
}

async function drag(page: Page, of: { from: Locator; to: Locator; at: number }): Promise<void> {
  await lift(page, of.from, of.to, of.at);
  await page.mouse.up();
}

async function dragByFinger(
  page: Page,
  touch: CDPSession,
  of: { from: Locator; to: Locator },
): Promise<void> {
  // What makes it draggable is loaded after it is shown.
  await expect(of.from).toHaveAttribute('draggable', 'true');
  const [start, end] = [await of.from.boundingBox(), await of.to.boundingBox()];
  if (start === null || end === null) throw new Error('both ends of a drag are in sight');
  const x = start.x + start.width / 2;
  const from = start.y + start.height / 2;
  const to = end.y + 6;
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', y?: number) =>
    touch.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: y === undefined ? [] : [{ x, y }],
    });
  await send('touchStart', from);
  await said(page, 'Lifted');
  for (let step = 1; step <= 6; step += 1) await send('touchMove', from + ((to - from) * step) / 6);
  await send('touchEnd');
}

/** Some live region says it. */
async function said(page: Page, text: string): Promise<void> {
  const regions = page.locator('[role="status"], [aria-live="polite"], [aria-live="assertive"]');
  await expect(regions.filter({ hasText: text }).first()).toBeAttached();
}
