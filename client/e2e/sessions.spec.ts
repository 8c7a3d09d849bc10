import { readFile } from 'node:fs/promises';
import { type BrowserContext, expect, type Page } from '@playwright/test';
import { Device, person } from './device.ts';
import { everyScreen } from './every-screen.ts';
import { serverTasks } from './server-tasks.ts';
import { test } from './with-server.ts';

test.describe('[R12] signing out with changes the server does not have', () => {
  test('asks first, offers an export, and stays when told so', async ({ browser, server }) => {
    const device = await Device.open(browser, server.url);
    const { page } = device;
    await device.signUp(person('Alice'));
    await device.untilSynced();
    await device.goOffline();
    await device.addTask('Not sent yet');
    await askToSignOut(device, server.url);
    const dialog = page.getByTestId('logout-dialog');
    await expect(page.getByRole('dialog')).toContainText('1 change has not reached the server');

    const download = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Export my data' }).click();
    const file = await readFile(await (await download).path(), 'utf8');
    expect(file).toContain('Not sent yet');
    await dialog.getByRole('button', { name: 'Stay signed in' }).click();

    await page.goto(`${server.url}/dashboard`);
    await expect(device.row('Not sent yet')).toBeVisible();
    await device.goOnline();
    await device.untilSynced();
  });

  test('keeps them locked when told so: nobody sees them, and they are sent after signing in again', async ({
    browser,
    server,
  }) => {
    const alice = person('Alice');
    const device = await Device.open(browser, server.url);
    const { page } = device;
    await device.signUp(alice);
    await device.untilSynced();
    await device.goOffline();
    await device.addTask('Kept locked');
    await askToSignOut(device, server.url);
    await page.getByRole('button', { name: 'keep them locked' }).click();
    // A page that is left before it has signed out is still signed in.
    await page.waitForURL('**/login');
    await page.goto(`${server.url}/all`);
    await expect(device.status()).toHaveAttribute('data-sync', 'local');
    await expect(device.row('Kept locked')).toHaveCount(0);

    await device.goOnline();
    await device.signIn(alice);
    await device.untilSynced();
    const tasks = await serverTasks({ request: page.request, url: server.url, who: alice });
    expect(tasks.map(({ title }) => title)).toEqual(['Kept locked']);
  });

  test('discards them only after their number was typed', async ({ browser, server }) => {
    const alice = person('Alice');
    const device = await Device.open(browser, server.url);
    const { page } = device;
    await device.signUp(alice);
    await device.untilSynced();
    await device.goOffline();
    await device.addTask('Discarded');
    const before = await databasesOf(page);
    await askToSignOut(device, server.url);
    const discard = page.getByRole('button', { name: 'Discard' });
    await expect(discard).toBeDisabled();
    await page.getByLabel('Or type 1 to discard it').fill('1');
    await discard.click();
    await untilGone(page, before);
    await device.goOnline();
    expect(await serverTasks({ request: page.request, url: server.url, who: alice })).toEqual([]);
  });
});

test('[R12] another person in the same browser finds nothing of the first', async ({
  browser,
  server,
}) => {
  const [alice, bob] = [person('Alice'), person('Bob')];
  const device = await Device.open(browser, server.url);
  const { page } = device;
  await device.signUp(alice);
  await device.addTask('A secret of Alice');
  await device.untilSynced();
  const before = await databasesOf(page);
  await askToSignOut(device, server.url);
  await expect(page.getByTestId('logout-button')).toHaveCount(0);
  await untilGone(page, before);
  await device.signUp(bob);
  await page.goto(`${server.url}/all`);
  await device.untilSynced();

  await expect(device.row('A secret of Alice')).toHaveCount(0);
  for (const name of await databasesOf(page)) expect(before).not.toContain(name);
  const kept = await page.evaluate(async () => {
    const cached: string[] = [];
    for (const name of await caches.keys()) {
      for (const request of await (await caches.open(name)).keys()) cached.push(request.url);
    }
    return JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage), cached]);
  });
  expect(kept).not.toContain('alice');
  expect(kept).not.toContain('/api/');
});

test('[R12] a session whose cookie was stolen ends and only pauses sync; another person who signs in then finds nothing, and all is sent once its owner is back', async ({
  browser,
  server,
}) => {
  const [alice, bob] = [person('Alice'), person('Bob')];
  const device = await Device.open(browser, server.url);
  const { page, context } = device;
  await device.signUp(alice);
  await device.addTask('Sent before');
  await device.untilSynced();
  const stolen = await useElsewhere(context, server.url);
  await page.reload();
  await expect(device.status()).toHaveAttribute('data-sync', 'needs-sign-in');
  await expect(device.row('Sent before')).toBeVisible();
  await device.addTask('First while ended');
  await device.addTask('Second while ended');
  await expect(device.status()).toContainText('Sign in to sync 2 changes');
  // It has ended for the thief too.
  expect(await renewWith(stolen, server.url)).toBeUndefined();

  await device.signUp(bob);
  await page.goto(`${server.url}/all`);
  await device.untilSynced();
  await expect(page.getByTestId('task-row')).toHaveCount(0);
  await device.addTask('Of Bob');
  await device.untilSynced();
  await askToSignOut(device, server.url);
  await page.waitForURL('**/login');

  await page.getByTestId('login-email-input').fill(alice.email);
  await page.getByTestId('login-password-input').fill(alice.password);
  await page.getByTestId('login-submit-button').click();
  await page.waitForURL('**/dashboard');
  await device.untilSynced();

  const tasks = await serverTasks({ request: page.request, url: server.url, who: alice });
  const titles = tasks.map(({ title }) => title).toSorted();
  expect(titles).toEqual(['First while ended', 'Second while ended', 'Sent before']);
  await expect(device.row('Of Bob')).toHaveCount(0);
});

test('the content security policy is kept on every screen', async ({ browser, server }) => {
  test.setTimeout(90_000);
  const device = await Device.open(browser, server.url);
  const { page } = device;
  const broken: string[] = [];
  await page.exposeFunction('reportViolation', (text: string) => broken.push(text));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const { violatedDirective, blockedURI, sourceFile } = event;
      Object(globalThis).reportViolation(`${violatedDirective} ${blockedURI} ${sourceFile}`);
    });
  });
  const policy = (await page.request.get(server.url)).headers()['content-security-policy'];
  expect(policy).toContain("default-src 'none'");
  await device.signUp(person('Alice'));
  for (const title of ['Pay rent', 'Water the plants']) await device.addTask(title);
  await page.keyboard.press('Escape');
  for (const screen of everyScreen) await screen.show(device, server.url);
  expect(broken).toEqual([]);
});

/** Somebody who has copied the cookie renews with it, twice; returns the cookie that they hold then. */
async function useElsewhere(context: BrowserContext, url: string): Promise<string> {
  const held = (await context.cookies(`${url}/api/auth/refresh`)).find(({ httpOnly }) => httpOnly);
  const first = await renewWith(`${held?.name}=${held?.value}`, url);
  const second = await renewWith(first ?? '', url);
  expect(second).toBeDefined();
  return second ?? '';
}

/** The cookie that comes for another one; undefined where that is worth nothing any more. */
async function renewWith(cookie: string, url: string): Promise<string | undefined> {
  const headers = { cookie, 'content-type': 'application/json', 'x-taskflow': '1' };
  const answer = await fetch(`${url}/api/auth/refresh`, { method: 'POST', headers, body: '{}' });
  return answer.ok ? answer.headers.get('set-cookie')?.split(';')[0] : undefined;
}

async function askToSignOut({ page }: Device, url: string): Promise<void> {
  await page.goto(`${url}/settings`);
  await page.getByTestId('logout-button').click();
}

/** Names of the app's databases in this browser that hold an account's tasks or a guest's. */
async function databasesOf(page: Page): Promise<string[]> {
  const all = await page.evaluate(() => indexedDB.databases());
  return all.flatMap(({ name }) => (name?.startsWith('taskflow.') === true ? [name] : []));
}

async function untilGone(page: Page, names: readonly string[]): Promise<void> {
  const left = async () => (await databasesOf(page)).filter((name) => names.includes(name));
  await expect.poll(left).toEqual([]);
}
