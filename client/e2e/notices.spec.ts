import { type CDPSession, expect, type Page, type Worker } from '@playwright/test';
import { type PushService, startPushService } from '#scripts/local-push';
import { Device, type Person, person } from './device.ts';
import { startServer, type TestServer } from './server.ts';
import { violationsOn } from './violations-on.ts';
import { test } from './with-server.ts';

test('asked at the first reminder, a closed app is told by the push service, and Done on the notice works without a network', async ({
  browser,
}) => {
  const push = await startPushService();
  const server = await startServer({ env: { PUSH_HOSTS: push.host } });
  try {
    const context = await browser.newContext({ permissions: ['notifications'] });
    await context.addInitScript(subscribeHere, push.subscribe());
    const device = await Device.openIn(context, server.url);
    const { page } = device;
    const alice = person('Alice');
    await device.signUp(alice);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await device.addTask('Pay rent');
    await page.keyboard.press('Escape');
    await setReminder(device, 'Pay rent');
    await expect(page.getByTestId('notices-ask')).toBeVisible();
    expect(await violationsOn(page)).toEqual([]);
    await page.getByTestId('notices-allow').click();
    await expect(page.getByText('also when TaskFlow is closed').first()).toBeVisible();

    await page.goto(`${server.url}/settings`);
    await expect(page.getByTestId('notices-settings')).toHaveAttribute('data-state', 'on');
    await page.getByTestId('notices-test').click();
    await expect(page.getByText('It should be here in a moment')).toBeVisible();
    const delivery = await openDelivery(page, push, server.url);
    await delivery.deliverNext();
    await expect
      .poll(() => shownOn(delivery.worker()))
      .toEqual(['Notifications work on this device.']);

    const api = await signIn(server, alice);
    const done = await api.addReminded('Water the plants');
    const later = await api.addReminded('Feed the cat');
    await page.goto('about:blank');
    for (const title of ['Water the plants', 'Feed the cat']) {
      await delivery.deliverNext();
      await expect.poll(() => shownOn(delivery.worker())).toContain(title);
    }

    // No network: the answer is kept, and goes out when the browser wakes the worker.
    await server.kill('SIGKILL');
    await press(delivery.worker(), { title: 'Water the plants', action: 'done' });
    await expect.poll(() => answersOn(delivery.worker())).toBe(1);
    await server.restart();
    await delivery.wake('taskflow-notice-answers');
    await expect.poll(() => answersOn(delivery.worker())).toBe(0);
    await expect.poll(async () => (await api.read(done))['status']).toBe('done');

    await page.goto(`${server.url}/all`);
    await expect(device.row('Feed the cat')).toBeVisible();
    await press(delivery.worker(), { title: 'Feed the cat', action: 'snooze' });
    await expect(page.getByText('comes again later').first()).toBeVisible();
    await device.untilSynced();
    const [reminder] = (await api.read(later))['reminders'] as { at: string }[];
    expect(Date.parse(reminder?.at ?? '')).toBeGreaterThan(Date.now() + 50 * 60_000);

    await api.addReminded('Secret');
    const message = await delivery.take();
    await page.goto(`${server.url}/settings`);
    // The open page reminds too, by a card that stands over the button.
    await page.getByTestId('reminder-dismiss').click();
    await expect(page.getByTestId('reminder')).toHaveCount(0);
    await page.getByTestId('logout-button').click();
    await page.waitForURL('**/login');
    await delivery.deliver(message);
    await delivery.settled();
    expect(await shownOn(delivery.worker())).not.toContain('Secret');
    expect((await api.answer(message)).code).toBe('session_ended');
  } finally {
    await server.stop();
    await push.close();
  }
});

/** As a browser whose push service is the one of the test: there is no way to the real ones here. */
function subscribeHere(given: { endpoint: string; keys: Record<string, string> }): void {
  const row = 'test.subscription';
  const make = (key: string) => ({
    endpoint: given.endpoint,
    options: {
      userVisibleOnly: true,
      applicationServerKey: Uint8Array.from(
        atob(key.replaceAll('-', '+').replaceAll('_', '/')),
        (character) => character.charCodeAt(0),
      ).buffer,
    },
    toJSON: () => given,
    unsubscribe: async () => {
      localStorage.removeItem(row);
      return true;
    },
  });
  Object.assign(PushManager.prototype, {
    getSubscription: async () => {
      const key = localStorage.getItem(row);
      return key === null ? null : make(key);
    },
    subscribe: async (options: { applicationServerKey: string }) => {
      localStorage.setItem(row, options.applicationServerKey);
      return make(options.applicationServerKey);
    },
  });
}

async function setReminder(device: Device, title: string): Promise<void> {
  const { page } = device;
  await device.openPanel(title);
  await page.getByTestId('task-add-reminder').click();
  await page.getByTestId('reminder-moment').fill('2099-01-01T09:00');
  await page.getByTestId('reminder-moment-add').click();
  await expect(page.getByTestId('task-reminder')).toHaveCount(1);
  await device.closePanel();
}

/** Hands what the push service has taken over to the browser, as the service would. */
async function openDelivery(page: Page, push: PushService, origin: string) {
  const session: CDPSession = await page.context().newCDPSession(page);
  const registrationId = await new Promise<string>((resolve) => {
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const [registration] = registrations.filter(({ scopeURL }) => scopeURL.startsWith(origin));
      if (registration !== undefined) resolve(registration.registrationId);
    });
    void session.send('ServiceWorker.enable');
  });
  let taken = 0;
  const take = async () => {
    await expect.poll(() => push.received.length, { timeout: 20_000 }).toBeGreaterThan(taken);
    const message = push.received[taken]?.text ?? '';
    taken += 1;
    return message;
  };
  const deliver = async (data: string) => {
    await session.send('ServiceWorker.deliverPushMessage', { origin, registrationId, data });
  };
  const worker = () => {
    const found = page.context().serviceWorkers().at(-1);
    if (found === undefined) throw new Error('there is no worker');
    return found;
  };
  return {
    take,
    deliver,
    worker,
    deliverNext: async () => deliver(await take()),
    wake: (tag: string) =>
      session.send('ServiceWorker.dispatchSyncEvent', {
        origin,
        registrationId,
        tag,
        lastChance: true,
      }),
    /** Until the worker has handled what it got before. */
    settled: () => worker().evaluate(() => new Promise((resolve) => setTimeout(resolve, 500))),
  };
}

function shownOn(worker: Worker): Promise<string[]> {
  return worker.evaluate(async () => {
    const { registration } = globalThis as unknown as { registration: ServiceWorkerRegistration };
    return (await registration.getNotifications()).map(({ title }) => title);
  });
}

function answersOn(worker: Worker): Promise<number> {
  return worker.evaluate(async () => {
    const cache = await caches.open('taskflow-notices');
    return (await cache.keys()).filter(({ url }) => url.includes('/notices/answers/')).length;
  });
}

/** Nothing but a hand can press the buttons of the system: the event that follows is made here. */
function press(worker: Worker, of: { title: string; action: string }): Promise<void> {
  return worker.evaluate(async ({ title, action }) => {
    const { registration } = globalThis as unknown as { registration: ServiceWorkerRegistration };
    const shown = await registration.getNotifications();
    const notification = shown.find((each) => each.title === title);
    const event = new Event('notificationclick');
    Object.assign(event, { notification, action, waitUntil: () => undefined });
    globalThis.dispatchEvent(event);
  }, of);
}

/** The REST door, for what should come in a few seconds: the app sets reminders to the minute. */
async function signIn({ url }: TestServer, { email, password }: Person) {
  const ask = async (method: string, path: string, json?: object, token?: string) => {
    const headers = {
      ...(json === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
    };
    const body = json === undefined ? {} : { body: JSON.stringify(json) };
    const answer = await fetch(url + path, { method, headers, ...body });
    const text = await answer.text();
    return (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>;
  };
  const session = await ask('POST', '/api/auth/login', { email, password });
  const token = String(session['accessToken']);
  return {
    addReminded: async (title: string) => {
      const reminders = [{ at: new Date(Date.now() + 1_500).toISOString() }];
      return String((await ask('POST', '/api/tasks', { title, reminders }, token))['id']);
    },
    read: (id: string) => ask('GET', `/api/tasks/${id}`, undefined, token),
    answer: (message: string) => {
      const { token: granted } = JSON.parse(message) as { token: string };
      const at = new Date().toISOString();
      return ask('POST', '/api/push/answers', { token: granted, action: 'done', at });
    },
  };
}
