import { expect, type Page } from '@playwright/test';
import { Device } from './device.ts';
import { test } from './with-server.ts';

test('statistics begin with the first completed task, offline, and follow every change of another tab', async ({
  browser,
  server,
}) => {
  const device = await Device.open(browser, server.url);
  const { page } = device;
  await device.goOffline();
  await page.goto(`${server.url}/dashboard`);
  await goTo(page, 'd');
  await expect(page.getByText('Statistics begin with the first task you complete.')).toBeVisible();
  await goTo(page, 'i');
  for (const title of ['Pay rent', 'Water the plants', 'Call Ana'])
    await device.addTaskByKey(title);
  await page.keyboard.press('Escape');
  await device.complete('Pay rent');
  await goTo(page, 'd');
  const today = page.getByTestId('card-completed').locator('[data-bar]').last();
  await expect(page.getByTestId('total')).toHaveText('1 task');
  await expect(today).toHaveAttribute('data-value', '1');
  await expect(page.getByTestId('streak')).toHaveText('1 day');
  await expect(page.getByTestId('oldest-task')).toHaveCount(2);

  const tab = await device.openTab();
  await tab.complete('Water the plants');
  await expect(page.getByTestId('total')).toHaveText('2 tasks');
  await expect(today).toHaveAttribute('data-value', '2');
  await tab.page.keyboard.press('ControlOrMeta+z');
  await expect(page.getByTestId('total')).toHaveText('1 task');
  await tab.page.close();

  await page.getByTestId('oldest-task').first().click();
  await expect(page.getByTestId('task-panel')).toBeVisible();
});

test('a goal, the period and tables are kept, and bars are read by keys', async ({
  browser,
  server,
}) => {
  const device = await Device.open(browser, server.url);
  const { page } = device;
  await device.addTask('Pay rent');
  await page.keyboard.press('Escape');
  await device.complete('Pay rent');
  await page.getByTestId('statistics-link').click();

  await page.getByTestId('goal-change').click();
  await page.getByTestId('goal-count').fill('2');
  await page.getByTestId('goal-span').selectOption('week');
  await page.getByTestId('goal-count').press('Enter');
  await expect(page.getByTestId('goal-progress')).toHaveText('1 of 2');
  await page.getByTestId('period-days7').click();
  await expect(page.getByTestId('card-completed').locator('[data-bar]')).toHaveCount(7);
  await page.reload();
  await expect(page.getByTestId('goal-progress')).toHaveText('1 of 2');
  const bars = page.getByTestId('card-completed').locator('[data-bar]');
  await expect(bars).toHaveCount(7);

  await bars.last().focus();
  await expect(page.getByTestId('bar-tip')).toContainText('so far: 1 task');
  await page.keyboard.press('ArrowLeft');
  await expect(bars.nth(5)).toBeFocused();
  await expect(page.getByTestId('bar-tip')).toContainText('no tasks');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('bar-tip')).toBeHidden();
  await bars.last().hover();
  await expect(page.getByTestId('bar-tip')).toContainText('so far: 1 task');

  await page.getByTestId('as-tables').click();
  const lines = page.getByTestId('card-completed').getByRole('row');
  await expect(lines).toHaveCount(8);
  await expect(lines.last().getByRole('cell')).toHaveText('1');
});

test('on a phone, statistics are found under More and fit the screen', async ({
  browser,
  server,
}) => {
  const device = await Device.openOnPhone(browser, server.url);
  const { page } = device;
  await device.goOffline();
  await device.addTask('Pay rent');
  await page.keyboard.press('Escape');
  await device.complete('Pay rent');
  await page.getByTestId('open-menu').click();
  await page.getByTestId('statistics-link').click();

  await expect(page.getByTestId('total')).toHaveText('1 task');
  await page.getByTestId('card-completed').locator('[data-bar]').last().tap();
  await expect(page.getByTestId('bar-tip')).toContainText('so far: 1 task');
  const hasRoom = await page.evaluate(
    () => document.documentElement.scrollWidth <= document.documentElement.clientWidth,
  );
  expect(hasRoom).toBe(true);
});

async function goTo(page: Page, key: string): Promise<void> {
  await expect(page.locator('h1').first()).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press(key);
}
