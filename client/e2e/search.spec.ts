import { expect } from '@playwright/test';
import { Device } from './device.ts';
import { test } from './with-server.ts';

test('without a network a search finds titles, notes and what is done, makes a task of what it does not find, and becomes a filter', async ({
  browser,
  server,
}) => {
  const device = await Device.open(browser, server.url);
  const { page } = device;
  await page.goto(`${server.url}/dashboard`);
  for (const title of ['Paint the fence', 'Call Ada']) await device.addTask(title);
  await page.keyboard.press('Escape');
  await device.openPanel('Call Ada');
  await page.getByTestId('task-notes-input').fill('She knows where the brushes are');
  await page.keyboard.press('Escape');
  await device.complete('Paint the fence');
  await expect(device.row('Paint the fence')).toHaveCount(0);
  await device.goOffline();

  await page.keyboard.press('Escape');
  await page.goto(`${server.url}/search?q=brush`);
  const results = page.getByTestId('search-result');
  await expect(results).toHaveAttribute('data-group', 'notes');
  await expect(results.locator('mark')).toHaveText('brush');
  await page.getByTestId('search-input').fill('fance paint');
  await expect(results).toContainText('Paint the fence');
  await expect(results).toHaveAttribute('data-group', 'done');

  await page.getByTestId('search-input').fill('pay rnt');
  await page.getByTestId('search-create').click();
  await expect(results).toContainText('pay rnt');
  await page.keyboard.press('Tab');
  await page.getByTestId('save-as-filter').click();
  await page.getByTestId('filter-submit').click();
  await page.waitForURL('**/filter/*');
  await expect(device.row('pay rnt')).toBeVisible();

  await page.keyboard.press('ControlOrMeta+k');
  await page.getByTestId('palette-input').fill('brushes');
  await page.getByTestId('palette-row').filter({ hasText: 'She knows where' }).click();
  await expect(page.getByTestId('task-panel-title')).toHaveValue('Call Ada');
});
