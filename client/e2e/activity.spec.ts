import { expect } from '@playwright/test';
import { Device, person } from './device.ts';
import { test } from './with-server.ts';

test('the panel tells what happened to a task: live from another device, and without a network what this device knows', async ({
  browser,
  server,
}) => {
  const alice = person('Alice');
  const laptop = await Device.open(browser, server.url);
  const { page } = laptop;
  await laptop.signUp(alice);
  await laptop.addTask('Rent');
  await page.keyboard.press('Escape');
  await laptop.rename('Rent', 'Pay rent');
  await laptop.complete('Pay rent');
  await laptop.untilSynced();
  await page.getByTestId('toast-undo').click();
  await laptop.untilSynced();

  await laptop.openPanel('Pay rent');
  const lines = page.getByTestId('activity-line');
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/history?')) asked.push(request.url());
  });
  const fold = page.getByRole('button', { name: 'Activity' });
  await expect(fold).toHaveAttribute('aria-expanded', 'false');
  await expect(lines).toHaveCount(0);
  expect(asked).toEqual([]);
  await fold.press('Enter');
  await expect(lines).toHaveText([
    /^You reopened the task/,
    /^You completed the task/,
    /^You renamed the task from ‘Rent’ to ‘Pay rent’/,
    /^You added the task/,
  ]);
  await expect(lines.first().locator('time')).toHaveAttribute('title', /\d{4}/);

  const phone = await Device.open(browser, server.url);
  await phone.signIn(alice);
  await phone.complete('Pay rent');
  await phone.untilSynced();
  await expect(lines).toHaveCount(5);
  await expect(lines.first()).toContainText('You completed the task');

  await laptop.goOffline();
  const title = page.getByTestId('task-panel-title');
  await title.fill('Pay the rent');
  await title.press('Enter');
  await expect(lines.first()).toContainText('to ‘Pay the rent’');
  await expect(lines.first()).toHaveAttribute('data-state', 'waiting');
  await page.reload();
  await page.getByRole('button', { name: 'Activity' }).click();
  await expect(page.getByTestId('activity-note')).toContainText('needs a connection');
  await expect(lines.first()).toHaveAttribute('data-state', 'waiting');
  await expect(lines.last()).toContainText('You added the task');
  await laptop.goOnline();
  await laptop.untilSynced();
  await expect(lines.first()).toHaveAttribute('data-state', 'done');
  await expect(page.getByTestId('activity-note')).toHaveCount(0);
  await expect(lines).toHaveCount(6);
});
