import { expect } from '@playwright/test';
import { Device, person } from './device.ts';
import { serverTasks } from './server-tasks.ts';
import { test } from './with-server.ts';

const backup =
  'TYPE,CONTENT,PRIORITY,INDENT,DATE,DATE_LANG\ntask,Water the plants,4,1,every day,en\n';

test('[R8] a recurring task completed on two devices offline comes back once', async ({
  browser,
  server,
}) => {
  const alice = person('Alice');
  const phone = await Device.open(browser, server.url);
  await phone.signUp(alice);
  await phone.page.goto(`${server.url}/import`);
  await phone.page
    .getByTestId('import-file-input')
    .setInputFiles({ name: 'Home.csv', mimeType: 'text/csv', buffer: Buffer.from(backup) });
  await phone.page.getByTestId('import-start').click();
  await expect(phone.page.getByTestId('import-result')).toBeVisible();
  await phone.untilSynced();
  const laptop = await Device.open(browser, server.url);
  await laptop.signIn(alice);
  for (const device of [phone, laptop]) {
    await device.page.goto(`${server.url}/all`);
    await expect(device.row('Water the plants')).toBeVisible();
    await device.goOffline();
  }

  for (const device of [phone, laptop]) await device.complete('Water the plants');
  for (const device of [phone, laptop]) await device.goOnline();
  for (const device of [phone, laptop]) await device.untilSynced();

  const todo = { request: phone.page.request, url: server.url, who: alice, status: 'todo' };
  expect(await serverTasks(todo)).toHaveLength(1);
  expect(await serverTasks({ ...todo, status: 'done' })).toHaveLength(1);
  for (const device of [phone, laptop]) {
    await expect(device.row('Water the plants')).toHaveCount(1);
  }
});

test('completing a recurring task and undoing it leaves the task as it was, with no second one', async ({
  browser,
  server,
}) => {
  const alice = person('Alice');
  const device = await Device.open(browser, server.url);
  const { page } = device;
  await device.signUp(alice);
  await page.goto(`${server.url}/import`);
  await page
    .getByTestId('import-file-input')
    .setInputFiles({ name: 'Home.csv', mimeType: 'text/csv', buffer: Buffer.from(backup) });
  await page.getByTestId('import-start').click();
  await expect(page.getByTestId('import-result')).toBeVisible();
  await page.goto(`${server.url}/all`);
  await device.complete('Water the plants');
  await page.getByTestId('toast-undo').click();
  await device.untilSynced();

  await expect(device.row('Water the plants')).toHaveCount(1);
  await expect(device.row('Water the plants')).toHaveAttribute('data-status', 'todo');
  const tasks = await serverTasks({ request: page.request, url: server.url, who: alice });
  expect(tasks.map(({ status }) => status)).toEqual(['todo']);

  // R makes any task come back, and those that do come back another way.
  await device.addTask('Call home');
  await page.keyboard.press('Escape');
  for (const title of ['Call home', 'Water the plants']) {
    await device.row(title).focus();
    await page.keyboard.press('r');
    await page.getByTestId('task-repeats').selectOption('weekdays');
    await expect(page.getByTestId('recurrence-preview')).toBeVisible();
    await page.getByTestId('repeat-dialog').getByRole('button', { name: 'Save' }).click();
    await expect(device.row(title)).toBeFocused();
  }
  await device.untilSynced();
  const held = await serverTasks({ request: page.request, url: server.url, who: alice });
  expect(held.map(({ recurrence }) => recurrence)).toEqual([
    { rule: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', basis: 'due' },
    { rule: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', basis: 'due' },
  ]);
});
