import { expect } from '@playwright/test';
import { payloads } from '#client/ui/testing/markdown-payloads.ts';
import { Device, person } from './device.ts';
import { test } from './with-server.ts';

const shots = process.env['PANEL_SHOTS'];

test('notes are read formatted, a tick in them reaches the other device and Undo takes it back', async ({
  browser,
  server,
}) => {
  const alice = person('Alice');
  const laptop = await Device.open(browser, server.url);
  const { page } = laptop;
  await laptop.signUp(alice);
  await laptop.addTask('Shop');
  await page.keyboard.press('Escape');
  await laptop.openPanel('Shop');
  await page.getByTestId('task-estimate-button').click();
  await page.keyboard.type('1h30');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('task-estimate-button')).toHaveText('1 h 30 min');
  const input = page.getByTestId('task-notes-input');
  await input.click();
  await page.keyboard.type('# List\n- [ ] milk');
  await page.keyboard.press('Enter');
  await page.keyboard.type('bread');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.type('from the ');
  await page.keyboard.press('ControlOrMeta+b');
  await page.keyboard.type('corner');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('task-notes-view')).toBeFocused();
  await expect(page.getByTestId('task-panel')).toBeVisible();
  await expect(page.getByTestId('task-notes-view').getByRole('heading')).toHaveText('List');
  await expect(page.getByTestId('task-notes-view').locator('strong')).toHaveText('corner');
  await laptop.untilSynced();

  const phone = await Device.open(browser, server.url);
  await phone.signIn(alice);
  await phone.openPanel('Shop');
  await phone.page.getByRole('checkbox', { name: 'milk' }).click();
  await phone.untilSynced();
  await expect(page.getByRole('checkbox', { name: 'milk' })).toBeChecked();

  // What is being typed is never replaced; both edits are kept.
  await page.getByTestId('notes-toggle').click();
  await input.press('ControlOrMeta+End');
  await input.pressSequentially('s');
  await phone.page.getByRole('checkbox', { name: 'bread' }).click();
  await phone.untilSynced();
  await expect(page.getByTestId('notes-changed')).toBeVisible();
  await input.pressSequentially('hop');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('checkbox', { name: 'bread' })).toBeChecked();
  await expect(page.getByTestId('task-notes-view')).toContainText('corner');
  await laptop.untilSynced();

  await page.getByTestId('notes-to-subtasks').click();
  await expect(page.getByRole('region', { name: 'Subtasks' }).getByRole('listitem')).toHaveCount(1);
  await page.getByTestId('toast-undo').click();
  await expect(page.getByRole('checkbox', { name: 'milk' })).toBeChecked();

  // Subtasks are read like any line; one that was begun is still there when the panel opens again.
  const subtasks = page.getByRole('region', { name: 'Subtasks' });
  await page.getByTestId('add-subtask').click();
  await page.keyboard.type('Eggs tomorrow !1');
  await page.keyboard.press('Enter');
  await expect(subtasks.getByRole('listitem')).toHaveText(['Eggs']);
  await page.keyboard.type('Bag');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(laptop.row('Eggs')).toContainText('Tomorrow');
  await laptop.openPanel('Shop');
  await page.getByTestId('add-subtask').click();
  await expect(page.getByTestId('task-title-input')).toHaveValue('Bag');
  await page.keyboard.press('Enter');
  await expect(subtasks.getByRole('listitem')).toHaveText(['Eggs', 'Bag']);
});

test('comments are written offline, kept as drafts over a reload, and reach the other device', async ({
  browser,
  server,
}) => {
  const alice = person('Alice');
  const laptop = await Device.open(browser, server.url);
  const { page } = laptop;
  await laptop.signUp(alice);
  await laptop.addTask('Pay rent');
  await page.keyboard.press('Escape');
  await laptop.untilSynced();
  const phone = await Device.open(browser, server.url);
  await phone.signIn(alice);

  await laptop.openPanel('Pay rent');
  await laptop.goOffline();
  await page.getByTestId('comment-input').fill('Paid **half**');
  await page.reload();
  await expect(page.getByTestId('comment-input')).toHaveValue('Paid **half**');
  await page.getByTestId('comment-input').press('ControlOrMeta+Enter');
  const comment = page.getByTestId('comment');
  await expect(comment.locator('strong')).toHaveText('half');
  await expect(comment).toHaveAttribute('data-sync', 'pending');
  await laptop.goOnline();
  await laptop.untilSynced();
  await expect(comment).toHaveAttribute('data-sync', 'synced');
  await expect(laptop.row('Pay rent').getByTitle('1 comment')).toBeVisible();

  await phone.openPanel('Pay rent');
  await expect(phone.page.getByTestId('comment')).toContainText('half');
  await comment.hover();
  await comment.getByTestId('comment-trash').click();
  await expect(comment).toHaveCount(0);
  await page.getByTestId('toast-undo').click();
  await expect(comment).toHaveCount(1);
  await laptop.untilSynced();
});

test('no text of notes runs, loads or leads anywhere it must not, in a real browser', async ({
  browser,
  server,
}) => {
  const device = await Device.open(browser, server.url);
  const { page } = device;
  await page.goto(`${server.url}/dashboard`);
  await device.addTask('Shop');
  await page.keyboard.press('Escape');
  await device.openPanel('Shop');
  const foreign: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(server.url)) foreign.push(request.url());
  });
  await page.getByTestId('task-notes-input').fill(payloads.join('\n\n'));
  await page.getByTestId('notes-toggle').click();
  const view = page.getByTestId('task-notes-view');
  await expect(view).toBeVisible();
  const tags = await view
    .locator('*')
    .evaluateAll((elements) => [...new Set(elements.map(({ tagName }) => tagName.toLowerCase()))]);
  for (const tag of ['script', 'img', 'iframe', 'style', 'link', 'form', 'object', 'video']) {
    expect(tags).not.toContain(tag);
  }
  const links = await view
    .locator('a')
    .evaluateAll((elements) => elements.map((element) => element.getAttribute('href') ?? ''));
  for (const link of links) expect(link).toMatch(/^(?:https?|mailto|tel):/);
  expect(await page.evaluate(() => 'pwned' in window)).toBe(false);
  expect(foreign).toEqual([]);
  expect(page.url()).toContain(server.url);
  if (shots !== undefined) await page.screenshot({ path: `${shots}/xss.png` });
});
