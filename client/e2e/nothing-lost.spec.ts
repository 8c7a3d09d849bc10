import { expect } from '@playwright/test';
import { Device, type Person, person } from './device.ts';
import { crash } from './leading-tab.ts';
import { serverTasks } from './server-tasks.ts';
import { test } from './with-server.ts';

const kills = 100;
/** Side by side, each killed by itself. Five take as long together on two cores, and each waits twice as long (docs/decisions/061). */
const tabsAtOnce = 2;

test.use({ hasOwnServer: true });

test(`[R3] a tab killed right after an edit loses nothing, ${kills} times`, {
  tag: '@alone',
}, async ({ browser, server }) => {
  test.setTimeout(240_000);
  const device = await Device.open(browser, server.url);
  const alice = person('Alice');
  await device.signUp(alice);
  await device.goOffline();
  for (let first = 1; first <= kills; first += tabsAtOnce) {
    const numbers = Array.from({ length: tabsAtOnce }, (_, at) => first + at);
    await Promise.all(numbers.map((number) => editAndCrash(device, number)));
  }

  await device.goOnline();
  await device.page.reload();
  await device.untilSynced();

  const other = await Device.open(browser, server.url);
  await other.signIn(alice);
  await other.untilSynced();
  const listed = await listTasks(other, alice);
  expect(listed).toHaveLength(kills);
  expect(new Set(listed).size).toBe(kills);
});

test('[R3] an answer to a push that gets lost commits the edit once', async ({
  browser,
  server,
}) => {
  const alice = person('Alice');
  const device = await Device.open(browser, server.url);
  await device.signUp(alice);
  await device.untilSynced();
  let isLost = false;
  await device.page.routeWebSocket(/socket\.io/, (socket) => socket.close());
  await device.page.route('**/api/sync/push', async (route) => {
    const answer = await route.fetch();
    if (isLost) return route.fulfill({ response: answer });
    isLost = true;
    return route.abort('connectionreset');
  });
  await device.page.reload();

  await device.addTask('Sent twice');
  await device.untilSynced();

  expect(isLost).toBe(true);
  expect(await listTasks(device, alice)).toEqual(['Sent twice']);
});

test('[R1] a server killed with -9 during pushes loses no acknowledged edit', async ({
  browser,
  server,
}) => {
  const alice = person('Alice');
  const device = await Device.open(browser, server.url);
  await device.signUp(alice);
  await device.addTask('Acknowledged');
  await device.untilSynced();
  await device.addTask('In flight');
  await server.kill('SIGKILL');
  await device.addTask('While the server is down');
  await expect(device.status()).not.toHaveAttribute('data-waiting', '0');

  await server.restart();
  await device.untilSynced();

  const titles = await listTasks(device, alice);
  expect(titles.toSorted()).toEqual(['Acknowledged', 'In flight', 'While the server is down']);
});

/** Opens a tab, adds a task, and kills the tab as soon as the row is on the screen. */
async function editAndCrash(device: Device, number: number): Promise<void> {
  const tab = await device.openTab();
  await tab.addTaskByKey(`Edit ${String(number).padStart(3, '0')}`);
  await crash(tab.page);
  await tab.page.close();
}

/** Titles of the tasks as the server has them. */
async function listTasks({ context, page }: Device, who: Person): Promise<string[]> {
  const url = new URL(page.url()).origin;
  const tasks = await serverTasks({ request: context.request, url, who });
  return tasks.map(({ title }) => title);
}
