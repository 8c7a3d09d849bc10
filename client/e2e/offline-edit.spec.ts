import { expect } from '@playwright/test';
import { Device, person } from './device.ts';
import { test } from './with-server.ts';

test('[R1] [R12] sign up, add offline, start again without a network, reconnect: the second browser sees it within 1 s', {
  tag: '@alone',
}, async ({ browser, server }) => {
  const alice = person('Alice');
  const phone = await Device.open(browser, server.url);
  await phone.signUp(alice);
  await phone.addTask('Buy milk');
  await phone.untilSynced();
  const laptop = await Device.open(browser, server.url);
  await laptop.signIn(alice);
  await expect(laptop.row('Buy milk')).toBeVisible();

  await phone.goOffline();
  await phone.addTask('Water the plants');
  await phone.page.reload();
  await expect(phone.row('Water the plants')).toBeVisible();
  await expect(phone.row('Buy milk')).toBeVisible();
  await expect(phone.status()).toHaveAttribute('data-waiting', '1');
  await expect(phone.row('Water the plants').getByTestId('task-waiting')).toBeAttached();
  await expect(phone.page.getByTestId('task-waiting')).toHaveCount(1);
  await phone.page.getByTestId('layout-board').click();
  const card = phone.page.getByTestId('board-card').filter({ hasText: 'Water the plants' });
  await expect(card.getByTestId('task-waiting')).toBeAttached();
  await expect(phone.page.getByTestId('task-waiting')).toHaveCount(1);
  await phone.page.getByTestId('layout-list').click();

  await phone.goOnline();
  await phone.untilSynced();
  await expect(phone.page.getByTestId('task-waiting')).toHaveCount(0);
  await phone.addTask('Call the dentist');
  await expect(laptop.row('Call the dentist')).toBeVisible({ timeout: 1_000 });
  await expect(laptop.row('Water the plants')).toBeVisible();
});

test('[R12] without an account tasks are kept offline from the first second, and move in at sign-up', async ({
  browser,
  server,
}) => {
  const device = await Device.open(browser, server.url);
  await device.addTask('Made as a guest');
  await device.goOffline();
  await device.page.reload();
  await expect(device.row('Made as a guest')).toBeVisible();
  await device.addTask('Made as a guest, offline');
  await device.goOnline();

  const bob = person('Bob');
  await device.signUp(bob);
  await device.untilSynced();

  await expect(device.row('Made as a guest')).toBeVisible();
  const other = await Device.open(browser, server.url);
  await other.signIn(bob);
  await expect(other.row('Made as a guest')).toBeVisible();
  await expect(other.row('Made as a guest, offline')).toBeVisible();
});

test('every view opens without a network, also one never opened before', async ({
  browser,
  server,
}) => {
  const device = await Device.open(browser, server.url);
  await device.goOffline();
  for (const path of [
    '/dashboard',
    '/today',
    '/trash',
    '/settings',
    '/import',
    '/conflicts',
    '/projects',
    '/labels',
    '/calendar',
    '/board',
    '/search',
    '/login',
  ]) {
    await device.page.goto(server.url + path);
    await expect(device.page.locator('main')).toBeVisible();
    await expect(device.page.getByTestId('route-error')).toHaveCount(0);
  }
});
