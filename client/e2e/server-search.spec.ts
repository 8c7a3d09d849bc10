import { type APIRequestContext, expect, type Route } from '@playwright/test';
import { Device, person, type Person } from './device.ts';
import { test } from './with-server.ts';

const boxes = 60;

test('a task that this device does not hold yet is found at the server, read there, and becomes its ordinary panel once it is here', async ({
  browser,
  server,
}) => {
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
  await expect(found.first()).toContainText(`Box ${boxes}`);
  const heading = page.getByRole('listbox').getByText('On the server');
  await expect(heading).toContainText('50');
  await page.getByTestId('server-more').click();
  await expect(heading).toContainText(String(boxes));
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
  { url, who }: { url: string; who: Person },
): Promise<void> {
  const { email, password } = who;
  const signedIn = await request.post(`${url}/api/auth/login`, { data: { email, password } });
  const { accessToken } = await signedIn.json();
  const headers = { Authorization: `Bearer ${accessToken}` };
  for (let box = 1; box <= boxes; box += 1) {
    await request.post(`${url}/api/tasks`, { headers, data: { title: `Box ${box}` } });
  }
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
