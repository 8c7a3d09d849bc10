import { randomUUID } from 'node:crypto';
import { type APIRequestContext, expect, type Route } from '@playwright/test';
import { Device, person, type Person } from './device.ts';
import { protocolVersion } from '#shared/protocol-version';
import { test } from './with-server.ts';

const boxes = 60;

test('a task that this device does not hold yet is found at the server, read there, and becomes its ordinary panel once it is here', async ({
  browser,
  server,
}) => {
  test.setTimeout(180_000);
  const alice = person('Alice');
  const first = await Device.open(browser, server.url);
  await first.signUp(alice);
  await first.addTask('Paint the fence');
  await first.openPanel('Paint the fence');
  await first.page.getByTestId('task-notes-input').fill('Two **coats** of blue');
  await first.page.getByTestId('comment-input').fill('Ask Ada for brushes');
  await first.page.getByTestId('comment-send').click();
  await first.untilSynced();
  await addBoxes(first.page.request, { url: server.url, who: alice });

  const second = await Device.open(browser, server.url);
  const { page, context } = second;
  await context.route('**/api/sync/pull?*', (route) => route.abort());
  await second.signIn(alice);
  await page.goto(`${server.url}/search?q=coats`);
  const found = page.getByTestId('search-result');
  await expect(found).toHaveAttribute('data-group', 'server');
  await expect(found).toContainText('Paint the fence');

  await page.getByTestId('search-input').fill('box');
  await expect(page.getByText('50 results', { exact: true })).toBeVisible();
  await page.getByTestId('server-more').click();
  await expect(page.getByText(`${boxes} results`, { exact: true })).toBeVisible();
  await expect(page.getByTestId('server-more')).toHaveCount(0);

  await failNextSearches(second);
  const line = page.getByTestId('server-line');
  await page.getByTestId('search-input').fill('ada brush');
  await expect(line).toHaveAttribute('data-status', 'busy');
  await expect(line).toHaveAttribute('data-status', 'building', { timeout: 15_000 });
  await expect(found).toContainText('Paint the fence');
  await expect(line).toBeEmpty({ timeout: 15_000 });

  await page.keyboard.press('Enter');
  const panel = page.getByTestId('server-task');
  await expect(panel.getByTestId('server-task-title')).toHaveText('Paint the fence');
  await expect(panel.getByTestId('server-task-note')).toContainText('not on this device yet');
  await expect(panel.locator('strong')).toHaveText('coats');
  await expect(panel.getByTestId('server-comment')).toContainText('Ask Ada for brushes');
  await expect(panel.getByRole('textbox')).toHaveCount(0);

  await context.unroute('**/api/sync/pull?*');
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  const title = page.getByTestId('task-panel-title');
  await expect(title).toHaveValue('Paint the fence', { timeout: 40_000 });
  await expect(panel).toHaveCount(0);
  await expect(page.getByTestId('comment')).toContainText('Ask Ada for brushes');
  await title.fill('Paint the gate');
  await title.press('Enter');
  await second.untilSynced({ timeoutMs: 30_000 });
  await expect(first.row('Paint the gate')).toBeVisible();

  await page.getByTestId('task-panel-close').click();
  await expect(page).toHaveURL(/\/search\?q=ada\+brush$/);
  await expect(found).toHaveAttribute('data-group', 'comments');
});

/** So many tasks that the search has more than one page of them. */
async function addBoxes(
  request: APIRequestContext,
  { url, who: { email, password } }: { url: string; who: Person },
): Promise<void> {
  const signedIn = await request.post(`${url}/api/auth/login`, { data: { email, password } });
  const { accessToken } = await signedIn.json();
  const headers = { Authorization: `Bearer ${accessToken}` };
  const listed = await request.get(`${url}/api/workspaces`, { headers });
  const [{ id: workspaceId }] = (await listed.json()).workspaces;
  const deviceId = randomUUID().replaceAll('-', '').slice(0, 10);
  const changes = Array.from({ length: boxes }, (_, at) => ({
    kind: 'task',
    id: randomUUID(),
    create: { title: `Box ${at + 1}` },
  }));
  const batches = [{ n: 1, v: 1, stamp: `000000001000-${deviceId}`, changes }];
  const pushed = await request.post(`${url}/api/sync/push`, {
    headers: { ...headers, 'X-TaskFlow-Protocol': String(protocolVersion) },
    data: { workspaceId, deviceId, batches },
  });
  expect(pushed.ok()).toBe(true);
}

/** The next search is answered with 503, the one after it as if the index was not whole yet. */
async function failNextSearches({ context }: Device): Promise<void> {
  const pattern = '**/api/workspaces/*/search?*';
  const refuse = (route: Route) =>
    route.fulfill({ status: 503, contentType: 'text/plain', body: 'try later' });
  const answerPartly = async (route: Route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: { ...(await response.json()), isWhole: false } });
  };
  await context.route(pattern, answerPartly, { times: 1 });
  await context.route(pattern, refuse, { times: 1 });
}
