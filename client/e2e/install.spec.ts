import { expect, type Page } from '@playwright/test';
import { Device, person } from './device.ts';
import { violationsOn } from './violations-on.ts';
import { test } from './with-server.ts';

test('Chromium finds nothing that keeps the app from being installed, and every file of the manifest is there', async ({
  browser,
  server,
}) => {
  const { page, context } = await Device.open(browser, server.url);
  const devtools = await context.newCDPSession(page);
  const { errors, data = '{}' } = await devtools.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
  // A profile of a test is off the record, where nothing can be installed.
  const inProfile = installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito');
  expect(inProfile).toEqual([]);

  const manifest = JSON.parse(data);
  expect(manifest).toMatchObject({ id: '/', scope: '/', start_url: '/dashboard' });
  const forms = manifest.screenshots.map((picture: { form_factor: string }) => picture.form_factor);
  expect(new Set(forms)).toEqual(new Set(['wide', 'narrow']));
  const purposes = manifest.icons.map((icon: { purpose: string }) => icon.purpose);
  expect(new Set(purposes)).toEqual(new Set(['any', 'maskable']));
  for (const { src, type } of [...manifest.icons, ...manifest.screenshots]) {
    const answer = await page.request.get(`${server.url}${src}`);
    expect(answer.headers()['content-type'], src).toContain(type);
  }
});

test('who comes back with five tasks is offered the app once; the settings have it always', async ({
  browser,
  server,
}) => {
  const device = await Device.open(browser, server.url);
  const { page } = device;
  await device.signUp(person('Alice'));
  for (const title of ['One', 'Two', 'Three', 'Four', 'Five']) await device.addTaskByKey(title);
  await page.keyboard.press('Escape');
  const card = page.getByTestId('install-card');

  // Chromium without a screen offers nothing by itself.
  await page.goto(`${server.url}/settings`);
  await expect(page.getByTestId('install-settings')).toContainText('How to install');
  await offerInstall(page);
  await expect(page.getByTestId('install-button')).toBeVisible();
  await expect(card).toBeHidden();

  await beAwayFor(page, 31 * 60_000);
  await page.goto(`${server.url}/dashboard`);
  await expect(device.row('Five')).toBeVisible();
  await offerInstall(page);
  await expect(card).toBeVisible();
  expect(await violationsOn(page)).toEqual([]);
  await page.getByTestId('install-now').click();
  expect(await page.evaluate(() => Reflect.get(globalThis, 'installAsked'))).toBe(true);
  await expect(card).toBeHidden();

  await beAwayFor(page, 31 * 60_000);
  await page.reload();
  await expect(device.row('Five')).toBeVisible();
  await offerInstall(page);
  await page.goto(`${server.url}/settings`);
  await offerInstall(page);
  await expect(page.getByTestId('install-button')).toBeVisible();
  await expect(card).toBeHidden();
});

/** As a browser does that could install the app. */
async function offerInstall(page: Page): Promise<void> {
  await page.evaluate(() => {
    const event = new Event('beforeinstallprompt', { cancelable: true });
    Reflect.set(event, 'prompt', async () => {
      Reflect.set(globalThis, 'installAsked', true);
      return { outcome: 'accepted' };
    });
    dispatchEvent(event);
  });
}

/** Moves back when the app was last seen. */
async function beAwayFor(page: Page, ms: number): Promise<void> {
  await expect
    .poll(() => page.evaluate(() => localStorage.getItem('taskflow.install')))
    .not.toBeNull();
  await page.evaluate((byMs) => {
    const held = JSON.parse(localStorage.getItem('taskflow.install') ?? '{}');
    const kept = JSON.stringify({ ...held, lastSeenMs: held.lastSeenMs - byMs });
    localStorage.setItem('taskflow.install', kept);
  }, ms);
}
