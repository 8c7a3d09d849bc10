import { expect } from '@playwright/test';
import { Device } from './device.ts';
import { test } from './with-server.ts';

test('on a phone a new project is shown at once, not covered by the drawer it was made in', async ({
  browser,
  server,
}) => {
  const { page } = await Device.open(browser, server.url);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByTestId('open-menu').click();
  await page.getByTestId('create-project-button').click();
  await page.getByRole('textbox').fill('House');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/project/*');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByRole('heading', { name: 'House' })).toBeVisible();
});
