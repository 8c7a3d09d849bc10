import { expect } from '@playwright/test';
import { Device, person } from './device.ts';
import { test } from './with-server.ts';

test('[R5] two devices edit different fields offline: both edits stand, nobody is bothered', async ({
  browser,
  server,
}) => {
  const { phone, laptop } = await twoDevices(browser, server.url);
  await phone.addTask('Pay rent');
  await expect(laptop.row('Pay rent')).toBeVisible();
  await phone.goOffline();
  await laptop.goOffline();

  await phone.rename('Pay rent', 'Pay the rent');
  await laptop.complete('Pay rent');
  await phone.goOnline();
  await laptop.goOnline();

  await phone.untilSynced();
  await laptop.untilSynced();
  for (const device of [phone, laptop]) {
    await device.page.goto(`${server.url}/all`);
    await showDone(device);
    await expect(device.row('Pay the rent')).toHaveAttribute('data-status', 'done');
    await device.page.goto(`${server.url}/conflicts`);
    await expect(device.page.getByTestId('conflict-card')).toHaveCount(0);
  }
});

test('[R5] two devices edit one field offline: both show the same, the loser is kept and one tap brings it back', async ({
  browser,
  server,
}) => {
  const { phone, laptop } = await twoDevices(browser, server.url);
  await phone.addTask('Pay rent');
  await expect(laptop.row('Pay rent')).toBeVisible();
  await phone.goOffline();
  await laptop.goOffline();
  await phone.rename('Pay rent', 'Pay rent by Friday');
  await laptop.rename('Pay rent', 'Pay rent and power');

  await phone.goOnline();
  await phone.untilSynced();
  await laptop.goOnline();
  await laptop.untilSynced();

  await expect(phone.row('Pay rent and power')).toBeVisible();
  await expect(laptop.row('Pay rent and power')).toBeVisible();
  const told = phone.page.getByTestId('conflict-toast').getByText('another change was kept.');
  await expect(told).toBeVisible();
  expect(await told.evaluate((words) => words.scrollWidth <= words.clientWidth)).toBe(true);
  await phone.page.goto(`${server.url}/conflicts`);
  const card = phone.page.getByTestId('conflict-card');
  await expect(card).toContainText('Pay rent by Friday');
  await card.getByTestId('conflict-use-mine').click();
  await expect(laptop.row('Pay rent by Friday')).toBeVisible();
});

test('[R2] two tabs of one device show the same, whichever leads and wherever the edit is made', async ({
  browser,
  server,
}) => {
  const alice = person('Alice');
  const first = await Device.open(browser, server.url);
  await first.signUp(alice);
  const second = await first.openTab();

  await first.addTask('From the first tab');
  await expect(second.row('From the first tab')).toBeVisible();
  await second.addTask('From the second tab');
  await expect(first.row('From the second tab')).toBeVisible();
  await first.page.close();
  await second.addTask('After the leader closed');
  await second.untilSynced();

  const other = await Device.open(browser, server.url);
  await other.signIn(alice);
  for (const title of ['From the first tab', 'From the second tab', 'After the leader closed']) {
    await expect(other.row(title)).toBeVisible();
  }
});

async function twoDevices(browser: Parameters<typeof Device.open>[0], url: string) {
  const alice = person('Alice');
  const phone = await Device.open(browser, url);
  await phone.signUp(alice);
  const laptop = await Device.open(browser, url);
  await laptop.signIn(alice);
  return { phone, laptop };
}

async function showDone(device: Device): Promise<void> {
  const toggle = device.page.getByTestId('show-done-toggle');
  await expect(toggle).toBeVisible();
  await toggle.click();
}
