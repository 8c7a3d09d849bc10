import { type BrowserContext, expect, type Page } from '@playwright/test';
import { chromiumFlags, chromiumPath } from '#scripts/chromium';
import { makeOriginSmall } from '#scripts/small-origin';
import { Device, person } from './device.ts';
import { test } from './with-server.ts';

const desktop = { viewport: { width: 1280, height: 800 } };

test('the browser is asked to keep the data after the third own task, not at the first visit, once; settings say what it said', async ({
  browser,
  server,
}) => {
  const context = await browser.newContext(desktop);
  await context.addInitScript(() => {
    const persist = navigator.storage.persist.bind(navigator.storage);
    navigator.storage.persist = () => {
      const asked = Number(localStorage.getItem('asked')) + 1;
      localStorage.setItem('asked', String(asked));
      return persist();
    };
  });
  const device = await Device.openIn(context, server.url);
  const { page } = device;
  const asked = () => page.evaluate(() => Number(localStorage.getItem('asked')));
  for (const title of ['One', 'Two', 'Three']) await device.addTask(title);
  await untilNoted(page, 3);
  expect(await asked()).toBe(0);

  // An hour later.
  await page.evaluate(() =>
    localStorage.setItem('taskflow.storage', JSON.stringify({ firstMs: Date.now() - 3_600_000 })),
  );
  await page.reload();
  await expect.poll(asked).toBe(1);
  await device.addTask('Four');
  await untilNoted(page, 4);
  expect(await asked()).toBe(1);

  await page.goto(`${server.url}/settings`);
  const kept = page.getByTestId('storage-kept');
  await expect(kept).toContainText('May be cleared by the browser');
  await expect(page.getByTestId('storage-space')).toContainText(/\d (kB|MB) of \d+ GB used/);
  await page.getByTestId('storage-ask-button').click();
  await expect(kept).toContainText('did not agree');
  await allowToKeep(context, { page, origin: server.url });
  await page.getByTestId('storage-ask-button').click();
  await expect(kept).toContainText('Kept by the browser');
  await expect(page.getByTestId('storage-ask-button')).toBeHidden();
  await page.reload();
  await expect(kept).toContainText('Kept by the browser');
});

test('little room is told once a day; what finds none is exported, and saved by itself once there is some', async ({
  playwright,
  server,
}) => {
  // Else Chromium says that ten gigabytes are left, whatever is so.
  const honest = [...chromiumFlags, '--disable-features=StaticStorageQuota'];
  const executablePath = chromiumPath();
  const browser = await playwright.chromium.launch({
    args: honest,
    ...(executablePath === undefined ? {} : { executablePath }),
  });
  const context = await browser.newContext(desktop);
  const disk = await makeOriginSmall(context, server.url);
  const device = await Device.openIn(context, server.url);
  const { page } = device;
  const short = page.getByTestId('storage-short');
  await expect(short).toContainText('are left');
  await short.getByTestId('notice-close').click();
  await expect(short).toBeHidden();
  await page.reload();
  await device.addTask('Before');
  await untilNoted(page, 1);
  await expect(short).toBeHidden();

  await disk.fill(page);
  await device.typeTask('Written on a full disk').then((input) => input.press('Enter'));
  const told = page.getByTestId('not-saved');
  await expect(told).toContainText('saved by itself');
  const downloading = page.waitForEvent('download');
  await page.getByTestId('not-saved-export').click();
  const file = await (await downloading).createReadStream();
  const text = (await file.toArray()).join('');
  expect(text).toContain('Written on a full disk');
  await expect(told).toBeVisible();

  await disk.free(page);
  await expect(device.row('Written on a full disk')).toBeVisible({ timeout: 30_000 });
  await expect(told).toBeHidden();
  await page.reload();
  await expect(device.row('Written on a full disk')).toBeVisible();
  await browser.close();
});

test('[R12] data that the browser clears under the app comes back from the server, and what was not sent is told as gone', async ({
  browser,
  server,
}) => {
  const context = await browser.newContext(desktop);
  const device = await Device.openIn(context, server.url);
  const { page } = device;
  const alice = person('Alice');
  await device.signUp(alice);
  await device.addTask('Sent');
  await device.untilSynced();
  await device.goOffline();
  await device.addTask('Not sent');
  await untilNoted(page, 1);

  await clear(page, { origin: server.url, storageTypes: 'indexeddb' });
  const loss = page.getByTestId('storage-loss');
  await expect(loss).toContainText('has cleared TaskFlow’s data');
  await expect(loss).toContainText('1 change that had not been sent is gone');
  await expect(loss).toContainText(String(new Date().getFullYear()));
  await device.goOnline();
  await expect(device.row('Sent')).toBeVisible({ timeout: 30_000 });
  await device.untilSynced();
  await expect(device.row('Not sent')).toBeHidden();
  // Until it was read.
  await page.reload();
  await loss.getByTestId('notice-close').click();
  await page.reload();
  await expect(device.row('Sent')).toBeVisible();
  await untilNoted(page, 0);
  await expect(loss).toBeHidden();

  // Only who was signed in is forgotten: everything else is there.
  await device.goOffline();
  await device.addTask('Kept');
  await untilNoted(page, 1);
  await page.goto('about:blank');
  await clear(page, { origin: server.url, storageTypes: 'local_storage' });
  await page.goto(`${server.url}/dashboard`);
  await expect(loss).toContainText('has forgotten who was signed in');
  await expect(loss).toContainText('1 change waits to be sent');
  await device.goOnline();
  await loss.getByRole('button', { name: 'Sign in' }).click();
  await device.signIn(alice);
  await expect(device.row('Kept')).toBeVisible();
  await device.untilSynced();
  await expect(loss).toBeHidden();

  // Leaving is no loss, nor is coming back.
  await page.goto(`${server.url}/settings`);
  await page.getByTestId('logout-button').click();
  await page.waitForURL('**/login');
  await device.signIn(alice);
  await expect(device.row('Kept')).toBeVisible();
  await device.untilSynced();
  await untilNoted(page, 0);
  await expect(loss).toBeHidden();
});

test('a guest whose data the browser has cleared is told so, and brings back what was exported', async ({
  browser,
  server,
}, info) => {
  const context = await browser.newContext(desktop);
  const device = await Device.openIn(context, server.url);
  const { page } = device;
  await device.addTask('Only here');
  await untilNoted(page, 1);
  await page.goto(`${server.url}/settings`);
  const downloading = page.waitForEvent('download');
  await page.getByTestId('export-button').click();
  const path = info.outputPath('export.json');
  await (await downloading).saveAs(path);

  // As browsers evict: everything but localStorage, also the service worker.
  await page.goto('about:blank');
  const storageTypes = 'indexeddb,cache_storage,service_workers';
  await clear(page, { origin: server.url, storageTypes });
  await page.goto(`${server.url}/dashboard`);
  const loss = page.getByTestId('storage-loss');
  await expect(loss).toContainText('What was only in this browser is gone');
  await expect(device.row('Only here')).toBeHidden();
  await loss.getByTestId('loss-import').click();
  await page.getByTestId('import-file-input').setInputFiles(path);
  await page.getByTestId('import-start').click();
  await expect(page.getByTestId('import-result')).toBeVisible();
  await page.goto(`${server.url}/dashboard`);
  await expect(device.row('Only here')).toBeVisible();

  // Who clears everything of the site knows it.
  await untilNoted(page, 1);
  await page.goto('about:blank');
  await clear(page, { origin: server.url, storageTypes: 'all' });
  await page.goto(`${server.url}/dashboard`);
  await expect.poll(() => bookOf(page)).toContain('"seen"');
  await expect(loss).toBeHidden();
});

/** Until the book of the device says that so many changes are only here. */
async function untilNoted(page: Page, waiting: number): Promise<void> {
  await expect.poll(() => bookOf(page), { timeout: 20_000 }).toContain(`"waiting":${waiting}`);
}

/** The entry of whoever is here, as text; '' where there is none. */
function bookOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { seen, openFor } = JSON.parse(localStorage.getItem('taskflow.device') ?? '{}');
    return seen === undefined ? '' : `"seen" ${JSON.stringify(seen[openFor])}`;
  });
}

async function clear(page: Page, of: { origin: string; storageTypes: string }): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Storage.clearDataForOrigin', of);
  await session.detach();
}

/** As if the person had installed the app, or used it often. */
async function allowToKeep(
  context: BrowserContext,
  { page, origin }: { page: Page; origin: string },
): Promise<void> {
  const session = await context.newCDPSession(page);
  const { targetInfo } = await session.send('Target.getTargetInfo');
  const whole = await context.browser()?.newBrowserCDPSession();
  await whole?.send('Browser.grantPermissions', {
    origin,
    permissions: ['durableStorage'],
    ...(targetInfo.browserContextId === undefined
      ? {}
      : { browserContextId: targetInfo.browserContextId }),
  });
}
