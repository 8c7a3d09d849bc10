import { expect, type Page } from '@playwright/test';
import { Device } from './device.ts';
import { test } from './with-server.ts';

const input = (page: Page) => page.getByTestId('palette-input');
const rows = (page: Page) => page.getByTestId('palette-row');
const activeRow = (page: Page) => page.locator('[data-testid="palette-row"][aria-selected="true"]');

/** Opens the palette and types; what is typed before it is there would go to the page. */
async function ask(page: Page, text: string) {
  await page.keyboard.press('ControlOrMeta+k');
  await expect(input(page)).toBeFocused();
  await page.keyboard.type(text);
}

async function openWithTasks(browser: Parameters<typeof Device.open>[0], url: string) {
  const device = await Device.open(browser, url);
  await device.page.goto(`${url}/dashboard`);
  for (const title of ['Pay rent', 'Café with Ada']) await device.addTask(title);
  await device.page.keyboard.press('Escape');
  await expect(device.page.getByTestId('task-title-input')).toBeHidden();
  return device;
}

test('without a network the palette finds a task without its accent, and opens it', async ({
  browser,
  server,
}) => {
  const device = await openWithTasks(browser, server.url);
  const { page } = device;
  await device.goOffline();
  await ask(page, 'cafe');
  await expect(activeRow(page)).toContainText('Café with Ada');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('task-panel-title')).toHaveValue('Café with Ada');
});

test('what can be done with the focused task comes first, and the focus goes back to its row', async ({
  browser,
  server,
}) => {
  const device = await openWithTasks(browser, server.url);
  const { page } = device;
  await device.row('Café with Ada').focus();
  await page.keyboard.press('ControlOrMeta+k');
  await expect(activeRow(page)).toContainText('Complete ‘Café with Ada’');
  await page.keyboard.press('Escape');
  await expect(device.row('Café with Ada')).toBeFocused();

  await ask(page, 'urgent');
  await page.keyboard.press('Enter');
  await expect(device.row('Café with Ada')).toContainText('Urgent');
  await expect(device.row('Café with Ada')).toBeFocused();

  await ask(page, 'rename');
  await page.keyboard.press('Enter');
  // The palette closes before the row is a field.
  await expect(page.locator('input:focus')).toHaveValue('Café with Ada');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('Tea with Ada');
  await page.keyboard.press('Enter');
  await expect(device.row('Tea with Ada')).toBeFocused();

  await ask(page, 'move to trash');
  await page.keyboard.press('Enter');
  await expect(device.row('Tea with Ada')).toHaveCount(0);
  await expect(device.row('Pay rent')).toBeFocused();
});

test('arrows go round, > asks for commands only, and what was chosen last is offered first', async ({
  browser,
  server,
}) => {
  const device = await openWithTasks(browser, server.url);
  const { page } = device;
  await ask(page, '>set');
  await expect(activeRow(page)).toContainText('Settings');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await expect(activeRow(page)).toContainText('Settings');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/settings');

  await page.keyboard.press('ControlOrMeta+k');
  await expect(activeRow(page)).toContainText('Settings');
  await page.keyboard.type('>rent');
  await expect(rows(page)).toHaveCount(0);
});

test('sequences lead to views within a second, and the second key is none of the list', {
  tag: '@alone',
}, async ({ browser, server }) => {
  const device = await openWithTasks(browser, server.url);
  const { page } = device;
  await device.row('Pay rent').focus();
  await page.keyboard.press('g');
  await page.keyboard.press('s');
  await page.waitForURL('**/settings');
  await page.keyboard.press('g');
  await page.keyboard.press('r');
  await page.waitForURL('**/trash');
  await page.keyboard.press('c');
  await expect(page.getByTestId('quick-add-dialog')).toBeVisible();
  await expect(page).toHaveURL(/\/trash$/);
  await expect(page.getByTestId('task-title-input')).toBeFocused();
  await page.keyboard.type('gt?/');
  await expect(page.getByTestId('task-title-input')).toHaveValue('gt?/');
});

test('[2.1.4] single keys can be switched off where they are listed; the others go on working', async ({
  browser,
  server,
}) => {
  const device = await openWithTasks(browser, server.url);
  const { page } = device;
  await page.keyboard.press('g');
  await page.keyboard.press('s');
  await page.getByTestId('shortcuts-button').click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('Complete or reopen');
  await dialog.getByRole('switch').click();
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('shortcuts-button')).toBeFocused();

  await page.keyboard.press('?');
  await page.keyboard.press('/');
  await expect(dialog).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+k');
  await expect(input(page)).toBeFocused();
});

test('on a phone the search is one touch away, and finds', async ({ browser, server }) => {
  const device = await openWithTasks(browser, server.url);
  const { page } = device;
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByTestId('open-search').click();
  await expect(input(page)).toBeFocused();
  await input(page).fill('rent');
  await rows(page).filter({ hasText: 'Pay rent' }).click();
  await expect(page.getByTestId('task-panel-title')).toHaveValue('Pay rent');
});
