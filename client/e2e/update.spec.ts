import { readdir } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { Device, person } from './device.ts';
import { makeTwoBuilds } from './second-build.ts';
import { serverTasks } from './server-tasks.ts';
import { startServer } from './server.ts';
import { test } from './with-server.ts';

test('[R13] a release that breaks with the protocol is asked for, no tab changes over under what is typed, and there and back no change is lost', async ({
  browser,
  request,
}) => {
  test.setTimeout(180_000);
  const builds = await makeTwoBuilds();
  const server = await startServer({ env: { CLIENT_DIR: builds.served } });
  const alice = person('Alice');
  const device = await Device.open(browser, server.url);
  const { page } = device;
  await device.signUp(alice);
  await device.addTaskByKey('Before');
  await device.untilSynced();
  await page.goto(`${server.url}/settings`);
  await checkForUpdate(page);
  await expect(page.getByText('This is the newest version.').first()).toBeVisible();
  const tab = await device.openTab();
  await tab.typeTask('Typed meanwhile');
  await tab.page.evaluate(() => Reflect.set(globalThis, 'isOldPage', true));

  await builds.serve('second');
  await server.restart({ main: builds.secondServer });
  await page.goto(`${server.url}/dashboard`);
  await device.addTaskByKey('Not taken any more');
  await expect(device.status()).toHaveAttribute('data-sync', 'update-required');
  await expect(device.status()).toHaveAttribute('data-waiting', '1');
  await updateNow(page);
  await device.untilSynced();
  // The other tab still runs the old build on the same data, and says so.
  const input = tab.page.getByTestId('task-title-input');
  await expect(tab.page.getByTestId('update-prompt')).toBeVisible();
  await expect(input).toHaveValue('Typed meanwhile');
  await input.press('Enter');
  await expect
    .poll(() => tab.page.evaluate(() => Reflect.get(globalThis, 'isOldPage')).catch(() => true))
    .toBeUndefined();
  await expect(tab.row('Typed meanwhile')).toBeVisible();
  await tab.untilSynced();

  // Back to the build before, by itself, once nobody looks at any tab.
  await server.kill('SIGTERM');
  await device.addTaskByKey('Only the newer can send it');
  await builds.serve('first');
  await server.restart();
  await page.goto(`${server.url}/settings`);
  await checkForUpdate(page);
  await expect(page.getByTestId('update-prompt')).toBeVisible();
  await turnAway(tab.page);
  await expect(page.getByText(`Version ${builds.secondVersion}`)).toBeVisible();
  await turnAway(page);
  await expect(page.getByText('Version 0.1.0')).toBeVisible();
  await page.goto(`${server.url}/dashboard`);
  const titles = ['Before', 'Not taken any more', 'Only the newer can send it', 'Typed meanwhile'];
  for (const title of titles) await expect(device.row(title)).toBeVisible();
  await expect(device.status()).toHaveAttribute('data-sync', 'update-required');

  // And forward again: an offer that was put off comes back with a press on what says that there is need of it.
  await builds.serve('second');
  await server.restart({ main: builds.secondServer });
  await device.status().click();
  await page.getByTestId('update-prompt').getByRole('button', { name: 'Later' }).click();
  await expect(page.getByTestId('update-prompt')).toBeHidden();
  await device.status().click();
  await updateNow(page);
  await device.untilSynced();
  const tasks = await serverTasks({ request, url: server.url, who: alice });
  expect(tasks.map(({ title }) => title).toSorted()).toEqual(titles);

  // Whatever is opened for the first time without a network is there.
  await device.goOffline();
  const files = await readdir(`${builds.served}/assets`);
  const wanted = files.filter((name) => /\.(js|css|woff2)$/.test(name));
  const missing = await page.evaluate(async (names) => {
    const found = await Promise.all(
      names.map((name) =>
        fetch(`/assets/${name}`).then(
          ({ ok }) => ok,
          () => false,
        ),
      ),
    );
    return names.filter((_, at) => found[at] !== true);
  }, wanted);
  expect(missing).toEqual([]);
  await server.stop();
  await builds.remove();
});

test('[R13] what a newer build has written is neither shown wrongly nor touched, and is back with the update', async ({
  browser,
  server,
}) => {
  const device = await Device.open(browser, server.url);
  const { page } = device;
  await device.addTask('Kept');
  await page.keyboard.press('Escape');
  const added = await setStoreVersion(page, 1_000);
  await page.goto(`${server.url}/dashboard`);
  await expect(page.getByTestId('too-new')).toContainText('Nothing was changed or deleted');
  const loaded = page.waitForEvent('load');
  await page.getByRole('button', { name: 'Update now' }).click();
  await loaded;
  await expect(page.getByTestId('too-new')).toBeVisible();

  await setStoreVersion(page, -added);
  await page.goto(`${server.url}/dashboard`);
  await expect(device.row('Kept')).toBeVisible();
});

async function updateNow(page: Page): Promise<void> {
  const isLoaded = page.waitForEvent('load');
  await page.getByTestId('update-prompt').getByRole('button', { name: 'Update now' }).click();
  await isLoaded;
}

async function checkForUpdate(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Check for updates' }).click();
}

/** As the browser does for a tab that nobody looks at any more. */
async function turnAway(page: Page): Promise<void> {
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  });
}

/** Adds to the number by which a store knows who has written it last; returns what was added. */
async function setStoreVersion(page: Page, by: number): Promise<number> {
  await page.evaluate(async (added) => {
    const names = (await indexedDB.databases()).flatMap(({ name = '' }) =>
      /^taskflow\..*\..*/.test(name) ? [name] : [],
    );
    for (const name of names) {
      const asked = indexedDB.open(name);
      await new Promise((resolve) => asked.addEventListener('success', resolve));
      const database = asked.result;
      if (database.objectStoreNames.contains('meta')) {
        const transaction = database.transaction('meta', 'readwrite');
        const store = transaction.objectStore('meta');
        const read = store.get('meta');
        read.addEventListener('success', () =>
          store.put({ ...read.result, storeVersion: read.result.storeVersion + added }),
        );
        await new Promise((resolve) => transaction.addEventListener('complete', resolve));
      }
      database.close();
    }
  }, by);
  return by;
}
