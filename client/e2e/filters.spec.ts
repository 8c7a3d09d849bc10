import { expect } from '@playwright/test';
import { Device } from './device.ts';
import { test } from './with-server.ts';

test('without a network a filter is written with help, follows its tasks, and comes back from the trash', async ({
  browser,
  server,
}) => {
  const device = await Device.open(browser, server.url);
  const { page } = device;
  await page.goto(`${server.url}/dashboard`);
  for (const title of ['Pay rent', 'Water the plants']) await device.addTask(title);
  await page.keyboard.press('Escape');
  await device.goOffline();
  await device.row('Pay rent').focus();
  await page.keyboard.press('1');

  await page.getByTestId('create-filter-button').click();
  await page.getByTestId('filter-name-input').fill('Pressing');
  const query = page.getByTestId('filter-query-input');
  await query.fill('!1 & due before: fridy');
  await expect(page.getByTestId('filter-fault').locator('[data-fault]')).toHaveText('fridy');
  await expect(page.getByTestId('filter-submit')).toBeDisabled();
  await page.getByTestId('filter-suggestion').click();
  await expect(query).toHaveValue('!1 & due before: friday');
  await expect(page.getByTestId('filter-count')).toHaveText('No task fits');
  await query.fill('!1 & no d');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(query).toHaveValue('!1 & no date');
  await expect(page.getByTestId('filter-count')).toHaveText('1 task');
  await page.keyboard.press('Enter');

  await page.waitForURL('**/filter/*');
  await expect(device.row('Pay rent')).toBeVisible();
  await expect(device.row('Water the plants')).toHaveCount(0);
  await device.addTask('Call the bank');
  await expect(device.row('Call the bank')).toContainText('Urgent');
  await page.keyboard.press('Escape');
  await device.complete('Pay rent');
  await expect(device.row('Pay rent')).toHaveCount(0);

  await page.getByTestId('filter-menu').click();
  await page.getByRole('menuitem', { name: 'Group by: Priority' }).click();
  await expect(page.getByTestId('group-heading')).toHaveText(/Urgent/);
  await page.getByTestId('filter-menu').click();
  await page.getByRole('menuitem', { name: 'Move to trash' }).click();
  await expect(page.getByTestId('filter-link')).toHaveCount(0);
  await page.getByTestId('toast-undo').click();
  await expect(page.getByTestId('filter-link')).toHaveText('Pressing');

  await page.keyboard.press('ControlOrMeta+k');
  await page.getByTestId('palette-input').fill('press');
  await page.getByTestId('palette-row').filter({ hasText: 'Pressing' }).click();
  await expect(page.getByRole('heading', { name: 'Pressing' })).toBeVisible();
});
