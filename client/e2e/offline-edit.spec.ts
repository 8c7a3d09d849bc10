import { expect } from '@playwright/test';
import { outboxTag } from '#shared/background-sync';
import { Device, person } from './device.ts';
import { serverTasks } from './server-tasks.ts';
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

test('[R3] what was written offline in a page that is closed is sent by the service worker, and settled once by the next page', async ({
  browser,
  server,
  request,
}) => {
  const alice = person('Alice');
  const device = await Device.open(browser, server.url);
  await device.signUp(alice);
  await device.untilSynced();
  const titles = async () =>
    (await serverTasks({ request, url: server.url, who: alice })).map(({ title }) => title);
  await device.goOffline();
  await device.addTask('Written on the train');
  await expect(device.status()).toHaveAttribute('data-sync', 'offline');
  const sync = await backgroundSyncOf(device);
  // The page leads: it is told, and the worker sends nothing by itself.
  await sync.fire();
  await expect(device.status()).toHaveAttribute('data-waiting', '1');

  await device.page.close();
  await device.goOnline();
  // As long as it takes the browser to give back what the page held.
  await expect
    .poll(async () => {
      await sync.fire();
      return titles();
    })
    .toEqual(['Written on the train']);

  const next = await device.openTab();
  await expect(next.row('Written on the train')).toBeVisible();
  await next.untilSynced();
  await next.addTaskByKey('Written at home');
  await next.untilSynced();
  expect((await titles()).toSorted()).toEqual(['Written at home', 'Written on the train']);
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

/** Lets the browser answer the background sync that a page has asked for; works on while no page of the app is open. */
async function backgroundSyncOf({ context, page }: Device): Promise<{ fire(): Promise<void> }> {
  const origin = new URL(page.url()).origin;
  const blank = await context.newPage();
  const session = await context.newCDPSession(blank);
  const registered = new Promise<string>((resolve) => {
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const ours = registrations.find(({ scopeURL }) => scopeURL === `${origin}/`);
      if (ours !== undefined) resolve(ours.registrationId);
    });
  });
  await session.send('ServiceWorker.enable');
  const registrationId = await registered;
  const asked = { origin, registrationId, tag: outboxTag, lastChance: false };
  return {
    fire: async () => {
      await session.send('ServiceWorker.dispatchSyncEvent', asked);
    },
  };
}
