import { type APIRequestContext, expect, type Page } from '@playwright/test';
import { startRealBrowser } from '#scripts/real-browser';
import { Device, type Person, person } from './device.ts';
import { crash, leads, setFrozen } from './leading-tab.ts';
import { serverTasks } from './server-tasks.ts';
import { test } from './with-server.ts';

test('[R3] five tabs write while the leading one crashes, closes and hangs: nothing is lost, nothing comes twice', async ({
  browser,
  server,
  request,
}) => {
  const alice = person('Alice');
  const first = await Device.open(browser, server.url);
  await first.signUp(alice);
  await first.untilSynced();
  let tabs = [first];
  while (tabs.length < 5) tabs.push(await first.openTab());
  const written: string[] = [];
  /** All tabs write at once; those whose row is shown must be at the server in the end. */
  const writeInAll = async (round: string) => {
    const titles = tabs.map((_, at) => `${round}, tab ${at}`);
    await Promise.all(tabs.map((tab, at) => tab.addTaskByKey(titles[at] ?? '')));
    written.push(...titles);
  };
  /** Takes out the tab that leads. */
  const takeLeader = async () => {
    let flags: boolean[] = [];
    const count = async () => {
      flags = await Promise.all(tabs.map(({ page }) => leads(page)));
      return flags.filter(Boolean).length;
    };
    await expect.poll(count).toBe(1);
    const leader = tabs[flags.indexOf(true)] ?? first;
    tabs = tabs.filter((tab) => tab !== leader);
    return leader;
  };

  await writeInAll('All alive');
  const crashed = await takeLeader();
  await Promise.all([crash(crashed.page), writeInAll('The leader crashes')]);
  const closed = await takeLeader();
  await Promise.all([closed.page.close(), writeInAll('The leader closes')]);
  for (const tab of tabs) await tab.untilSynced();

  const hung = await takeLeader();
  const hanging = hang(hung.page, 3_000);
  await writeInAll('The leader hangs');
  // Of those that answer one has taken the lead, and sent it all.
  await expect.poll(() => Promise.all(tabs.map(({ page }) => leads(page)))).toContain(true);
  for (const tab of tabs) await tab.untilSynced();
  await hanging;
  tabs.push(hung);
  await writeInAll('It has come back');
  await takeLeader();

  for (const tab of tabs) {
    await tab.untilSynced();
    await expect.poll(async () => sorted(await tab.titles())).toEqual(sorted(written));
  }
  expect(await titlesAt(server.url, alice, request)).toEqual(sorted(written));
});

test('[R2] [R3] a leader that the browser freezes hands over at once, and once thawed shows what came meanwhile', async ({
  server,
  request,
}) => {
  const { context, stop } = await startRealBrowser();
  const alice = person('Alice');
  const first = await Device.openIn(context, server.url);
  await first.signUp(alice);
  await first.untilSynced();
  const second = await first.openTab();
  // A slow machine may have let the second tab take the lead at once.
  const [frozen, tab] = (await leads(first.page)) ? [first, second] : [second, first];
  await tab.page.bringToFront();
  await setFrozen(frozen.page, true);
  await tab.addTaskByKey('Written while the leader is frozen');
  await tab.untilSynced();
  expect(await leads(tab.page)).toBe(true);
  await addByRest(server.url, alice, { title: 'From elsewhere', request });
  await expect(tab.row('From elsewhere')).toBeVisible();

  await setFrozen(frozen.page, false);
  await frozen.page.bringToFront();
  for (const title of ['Written while the leader is frozen', 'From elsewhere']) {
    await expect(frozen.row(title)).toBeVisible();
  }
  await frozen.addTaskByKey('Written after thawing');
  await frozen.untilSynced();
  const titles = await titlesAt(server.url, alice, request);
  expect(titles).toEqual(
    sorted(['Written while the leader is frozen', 'From elsewhere', 'Written after thawing']),
  );
  await stop();
});

/** Keeps the event loop of a page busy: the tab is there and does not answer. */
function hang(page: Page, forMs: number): Promise<void> {
  return page.evaluate((ms) => {
    const endMs = performance.now() + ms;
    while (performance.now() < endMs);
  }, forMs);
}

async function titlesAt(
  url: string,
  who: Person,
  request: APIRequestContext,
): Promise<readonly string[]> {
  return sorted((await serverTasks({ request, url, who })).map(({ title }) => title));
}

function sorted(titles: readonly string[]): string[] {
  return titles.toSorted();
}

async function addByRest(
  url: string,
  who: Person,
  { title, request }: { title: string; request: APIRequestContext },
): Promise<void> {
  const data = { email: who.email, password: who.password };
  const { accessToken } = await (await request.post(`${url}/api/auth/login`, { data })).json();
  const added = await request.post(`${url}/api/tasks`, {
    headers: { Authorization: `Bearer ${accessToken}` },
    data: { title },
  });
  expect(added.ok()).toBe(true);
}
