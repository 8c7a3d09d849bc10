import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { Device, person } from './device.ts';
import { madeUpExport } from './made-up-export.ts';
import { serverTasks } from './server-tasks.ts';
import { test } from './with-server.ts';

const backup = 'scripts/fixtures/todoist-backup.csv';
const backupTasks = 264;
const backupErrorLines = [35, 48, 90, 137, 197];

test('a Todoist backup: the preview counts, names every bad row by its line, and importing again makes no duplicates', async ({
  browser,
  server,
}) => {
  const alice = person('Alice');
  const device = await Device.open(browser, server.url);
  await device.signUp(alice);
  const { page } = device;
  await openImport(device, backup);
  await expect(page.getByTestId('import-totals')).toContainText(`${backupTasks} tasks`);
  await expect(page.getByTestId('import-totals')).toContainText('1 project');
  for (const line of backupErrorLines) {
    const row = page.getByTestId('import-row').filter({ hasText: `Line ${line} ` });
    await expect(row).toHaveCount(1);
  }
  const onServer = { request: device.context.request, url: server.url, who: alice };
  expect(await serverTasks(onServer)).toEqual([]);

  await page.getByTestId('import-start').click();
  await expect(page.getByTestId('import-result')).toContainText(`${backupTasks} tasks imported`);
  await device.untilSynced();

  const task = 'Fix the dripping kitchen tap';
  await page.goto(`${server.url}/all`);
  await expect(device.row(task)).toBeVisible();
  await device.openPanel(task);
  const panel = page.getByTestId('task-panel');
  await expect(panel).toContainText('Turn off the water under the sink');
  await expect(panel).toContainText('home');
  await expect(panel).toContainText('todoist-backup');
  await openImport(device, backup);
  await expect(page.getByTestId('import-totals')).toContainText('nothing new');
  await expect(page.getByTestId('import-start')).toHaveCount(0);
  expect(await serverTasks(onServer)).toHaveLength(backupTasks);
});

test('the whole import is undone with one press, and comes back when it is imported again', async ({
  browser,
  server,
}) => {
  const alice = person('Alice');
  const device = await Device.open(browser, server.url);
  const { page, context } = device;
  await device.signUp(alice);
  await device.addTask('Mine from before');
  await openImport(device, backup);
  await page.getByTestId('import-start').click();
  await page.getByTestId('import-undo').click();
  await expect(page.getByTestId('import-result')).toContainText('undone');
  await device.untilSynced();
  const left = await serverTasks({ request: context.request, url: server.url, who: alice });
  expect(left.map(({ title }) => title)).toEqual(['Mine from before']);

  await openImport(device, backup);
  await page.getByTestId('import-start').click();
  await expect(page.getByTestId('import-result')).toBeVisible();
  await device.untilSynced();
  const back = await serverTasks({ request: context.request, url: server.url, who: alice });
  expect(back).toHaveLength(backupTasks + 1);
});

test('what one account exports, another imports: the same tasks with the same subtasks', async ({
  browser,
  server,
}) => {
  const [alice, bob] = [person('Alice'), person('Bob')];
  const phone = await Device.open(browser, server.url);
  await phone.signUp(alice);
  await openImport(phone, backup);
  await phone.page.getByTestId('import-start').click();
  await expect(phone.page.getByTestId('import-result')).toBeVisible();
  await phone.untilSynced();
  const download = phone.page.waitForEvent('download');
  await phone.page.getByTestId('export-json').click();
  const path = await (await download).path();

  const laptop = await Device.open(browser, server.url);
  await laptop.signUp(bob);
  await openImport(laptop, {
    name: 'export.json',
    mimeType: 'application/json',
    buffer: await readFile(path),
  });
  await expect(laptop.page.getByTestId('import-totals')).toContainText(`${backupTasks} tasks`);
  await laptop.page.getByTestId('import-start').click();
  await expect(laptop.page.getByTestId('import-result')).toBeVisible();
  await laptop.untilSynced();

  const ofAlice = await serverTasks({
    request: phone.context.request,
    url: server.url,
    who: alice,
  });
  const ofBob = await serverTasks({ request: laptop.context.request, url: server.url, who: bob });
  expect(withParents(ofBob)).toEqual(withParents(ofAlice));
});

test('[R2] 10,000 imported tasks reach a new device completely', { tag: '@alone' }, async ({
  browser,
  server,
}) => {
  test.setTimeout(180_000);
  const alice = person('Alice');
  const made = madeUpExport(10_000, Date.now());
  const phone = await Device.open(browser, server.url);
  await phone.signUp(alice);
  await openImport(phone, made.file);
  await phone.page.getByTestId('import-start').click();
  await expect(phone.page.getByTestId('import-result')).toContainText('10,000 tasks', {
    timeout: 60_000,
  });
  await phone.untilSynced({ timeoutMs: 60_000 });

  const laptop = await Device.open(browser, server.url);
  await laptop.signIn(alice);
  await laptop.untilSynced({ timeoutMs: 60_000 });

  const allTasks = laptop.page.getByRole('link', { name: /^All tasks/ });
  await expect(allTasks).toContainText(
    new RegExp(`${made.openCount}|${made.openCount.toLocaleString('en')}`),
  );
  await laptop.page.goto(`${server.url}/import`);
  const download = laptop.page.waitForEvent('download');
  await laptop.page.getByTestId('export-json').click();
  const exported = JSON.parse(await readFile(await (await download).path(), 'utf8'));
  const onLaptop = exported.documents
    .filter(({ kind }: { kind: string }) => kind === 'task')
    .map(({ title }: { title: string }) => title);
  const wanted = made.titles.toSorted();
  expect(onLaptop.toSorted()).toEqual(wanted);
  const onServer = await serverTasks({
    request: laptop.context.request,
    url: server.url,
    who: alice,
  });
  expect(onServer.map(({ title }) => title).toSorted()).toEqual(wanted);
});

type Chosen = Parameters<ReturnType<Device['page']['getByTestId']>['setInputFiles']>[0];

async function openImport({ page }: Device, file: Chosen): Promise<void> {
  await page.goto(new URL('/import', page.url()).href);
  await page.getByTestId('import-file-input').setInputFiles(file);
  await expect(page.getByTestId('import-preview')).toBeVisible({ timeout: 20_000 });
}

/** Titles with those of their parents, in an order of their own. */
function withParents(tasks: Awaited<ReturnType<typeof serverTasks>>): string[] {
  const titles = new Map(tasks.map(({ id, title }) => [id, title]));
  return tasks
    .map(({ title, parentId }) => `${parentId === null ? '' : titles.get(parentId)} / ${title}`)
    .toSorted();
}
