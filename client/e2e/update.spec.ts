import { readdir } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { Device, person } from './device.ts';
import { makeTwoBuilds } from './second-build.ts';
import { startServer } from './server.ts';
import { test } from './with-server.ts';

test('[R13] a new version is offered, all tabs change over but none under what is typed, and a step back loses nothing', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const builds = await makeTwoBuilds();
  const server = await startServer({ env: { CLIENT_DIR: builds.served } });
  const device = await Device.open(browser, server.url);
  const { page } = device;
  await device.signUp(person('Alice'));
  await device.addTaskByKey('Before');
  await page.goto(`${server.url}/settings`);
  await checkForUpdate(page);
  await expect(page.getByText('This is the newest version.').first()).toBeVisible();
  const tab = await device.openTab();
  await tab.typeTask('Typed meanwhile');
  await tab.page.evaluate(() => Reflect.set(globalThis, 'isOldPage', true));

  await builds.serve('second');
  await checkForUpdate(page);
  await page.getByTestId('update-prompt').getByRole('button', { name: 'Update now' }).click();
  await expect(page.getByText(`Version ${builds.secondVersion}`)).toBeVisible();
  // The other tab still runs the old build on the same data, and says so.
  const input = tab.page.getByTestId('task-title-input');
  await expect(tab.page.getByTestId('update-prompt')).toBeVisible();
  await expect(input).toHaveValue('Typed meanwhile');
  await input.press('Enter');
  await expect
    .poll(() => tab.page.evaluate(() => Reflect.get(globalThis, 'isOldPage')).catch(() => true))
    .toBeUndefined();
  await expect(tab.row('Typed meanwhile')).toBeVisible();

  // Back to the build before, by itself, once nobody looks at any tab.
  await builds.serve('first');
  await checkForUpdate(page);
  await expect(page.getByTestId('update-prompt')).toBeVisible();
  await turnAway(tab.page);
  await expect(page.getByText(`Version ${builds.secondVersion}`)).toBeVisible();
  await turnAway(page);
  await expect(page.getByText('Version 0.1.0')).toBeVisible();
  await page.goto(`${server.url}/dashboard`);
  for (const title of ['Before', 'Typed meanwhile']) {
    await expect(device.row(title)).toBeVisible();
  }

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
