import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from '@playwright/test';
import { Device, person } from './device.ts';
import { serverTasks } from './server-tasks.ts';
import { test } from './with-server.ts';

const frozenMs = 6_000;

test.use({ hasOwnServer: true });

test('[R3] a server that hangs for 6 s: the pill never claims what is not so, nothing is lost or doubled', async ({
  browser,
  server,
}) => {
  const alice = person('Alice');
  const device = await Device.open(browser, server.url);
  await device.signUp(alice);
  await device.addTask('Before');
  await device.untilSynced();

  await server.kill('SIGSTOP');
  await device.addTask('While it hangs');
  const status = device.status();
  const resumesAt = performance.now() + frozenMs;
  while (performance.now() < resumesAt) {
    expect(await status.getAttribute('data-sync')).not.toBe('synced');
    expect(await status.getAttribute('data-waiting')).toBe('1');
    await sleep(250);
  }
  await device.addTask('Still hanging');
  await server.kill('SIGCONT');
  await device.untilSynced({ timeoutMs: 30_000 });

  const tasks = await serverTasks({ request: device.page.request, url: server.url, who: alice });
  const titles = tasks.map(({ title }) => title).toSorted();
  expect(titles).toEqual(['Before', 'Still hanging', 'While it hangs']);
});

test('[R12] with the server down the app starts cold, shows everything and takes new tasks', async ({
  browser,
  server,
}) => {
  const alice = person('Alice');
  const device = await Device.open(browser, server.url);
  await device.signUp(alice);
  await device.addTask('Known already');
  await device.untilSynced();
  const known = { request: device.page.request, url: server.url, who: alice };
  await expect.poll(async () => (await serverTasks(known)).length).toBe(1);
  await server.kill('SIGKILL');

  const cold = await device.openTab();
  await device.page.close();
  await expect(cold.row('Known already')).toBeVisible();
  await cold.addTask('Made while it was down');
  await expect(cold.status()).toHaveAttribute('data-waiting', '1');
  await server.restart();
  await cold.untilSynced({ timeoutMs: 40_000 });

  const tasks = await serverTasks({ request: cold.page.request, url: server.url, who: alice });
  expect(tasks.map(({ title }) => title)).toEqual(['Known already', 'Made while it was down']);
});

test('a captive portal answers every question with its own page: it is never taken for data', async ({
  browser,
  server,
}) => {
  const alice = person('Alice');
  const device = await Device.open(browser, server.url);
  const { page, context } = device;
  await device.signUp(alice);
  await device.addTask('Mine');
  await device.untilSynced();
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  const portal = '<!doctype html><title>Free WLAN</title><h1>Accept our terms</h1>';
  await context.routeWebSocket(/socket\.io/, (socket) => socket.close());
  await context.route('**/api/**', (route) =>
    route.fulfill({ status: 200, contentType: 'text/html', body: portal }),
  );
  await page.reload();
  await device.addTask('Behind the portal');
  await expect(device.row('Mine')).toBeVisible();
  await sleep(2_000);
  await expect(device.status()).toHaveAttribute('data-waiting', '1');
  await expect(device.status()).not.toHaveAttribute('data-sync', 'synced');
  expect(errors).toEqual([]);

  await context.unrouteAll();
  await page.reload();
  await device.untilSynced({ timeoutMs: 30_000 });
  const tasks = await serverTasks({ request: page.request, url: server.url, who: alice });
  expect(tasks.map(({ title }) => title)).toEqual(['Mine', 'Behind the portal']);
});
