import { expect } from '@playwright/test';
import { Device, person } from './device.ts';
import { test } from './with-server.ts';

test('a first guest finds examples, also without a network, and removes them for good in one step', async ({
  browser,
  server,
}) => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const device = await Device.openIn(context, server.url, { hasExamples: true });
  const { page } = device;
  await page.waitForURL('**/project/*');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Getting started');
  await expect(page.getByTestId('task-row')).toHaveCount(10);

  await device.goOffline();
  await page.reload();
  await expect(page.getByTestId('task-row')).toHaveCount(10);
  const tab = await device.openTab();
  await expect(tab.page.getByRole('link', { name: /^Getting started/ })).toHaveCount(1);
  await expect(tab.page.getByTestId('task-row')).toHaveCount(0);
  await tab.page.close();

  await page.getByTestId('remove-examples').click();
  await page.waitForURL('**/dashboard');
  const link = page.getByRole('link', { name: /^Getting started/ });
  await expect(link).toHaveCount(0);
  await page.getByTestId('toast-undo').click();
  await link.click();
  await expect(page.getByTestId('task-row')).toHaveCount(10);
  await page.getByTestId('remove-examples').click();
  await page.reload();
  await expect(device.status()).toBeVisible();
  await expect(link).toHaveCount(0);
});

test('[R12] a new account takes the examples along; one that has data is spared them', async ({
  browser,
  server,
}) => {
  const alice = person('Alice');
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const phone = await Device.openIn(context, server.url, { hasExamples: true });
  await phone.page.waitForURL('**/project/*');
  await phone.signUp(alice);
  await phone.untilSynced();
  await expect(phone.page.getByRole('link', { name: /^Getting started/ })).toHaveCount(1);

  const other = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const laptop = await Device.openIn(other, server.url, { hasExamples: true });
  await laptop.page.waitForURL('**/project/*');
  await laptop.signIn(alice);
  await laptop.untilSynced();
  await expect(laptop.page.getByRole('link', { name: /^Getting started/ })).toHaveCount(1);
});
