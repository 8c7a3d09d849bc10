import { type APIRequestContext, expect } from '@playwright/test';
import { Device, type Person, person } from './device.ts';
import { test } from './with-server.ts';

/** Deletes for good all that is in the trash, as a program does it over REST; resolves to how much that was. */
async function emptyTrash(request: APIRequestContext, url: string, who: Person): Promise<number> {
  const { email, password } = who;
  const signedIn = await request.post(`${url}/api/auth/login`, { data: { email, password } });
  const { accessToken } = await signedIn.json();
  const headers = { Authorization: `Bearer ${accessToken}` };
  const { workspaces } = await (await request.get(`${url}/api/workspaces`, { headers })).json();
  const listed = await request.get(`${url}/api/tasks?status=trashed`, { headers });
  const documentIds = (await listed.json()).tasks.map(({ id }: { id: string }) => id);
  const answer = await request.post(`${url}/api/workspaces/${workspaces[0].id}/purge`, {
    headers,
    data: { documentIds },
  });
  return (await answer.json()).purged.length;
}

test('[R7] what is deleted for good goes from every device, and what a sleeping one had written to it is kept', async ({
  browser,
  request,
  server,
}) => {
  const alice = person('Alice');
  const laptop = await Device.open(browser, server.url);
  await laptop.signUp(alice);
  await laptop.addTask('Old plan');
  await laptop.addTask('Pay rent');
  await laptop.untilSynced();
  const phone = await Device.open(browser, server.url);
  await phone.signIn(alice);
  await expect(phone.row('Old plan')).toBeVisible();
  await phone.goOffline();
  await phone.rename('Old plan', 'Old plan, with a good idea');

  await laptop.row('Old plan').focus();
  await laptop.page.keyboard.press('Delete');
  await expect(laptop.row('Old plan')).toBeHidden();
  await laptop.untilSynced();
  expect(await emptyTrash(request, server.url, alice)).toBe(1);
  await laptop.page.goto(`${server.url}/trash`);
  await expect(laptop.page.getByTestId('trashed-task')).toHaveCount(0);

  await phone.goOnline();
  await phone.untilSynced();
  await expect(phone.row('Pay rent')).toBeVisible();
  await expect(phone.row('Old plan, with a good idea')).toHaveCount(0);
  await phone.page.goto(`${server.url}/conflicts`);
  await expect(phone.page.getByTestId('conflict-card')).toContainText('Old plan, with a good idea');
});
