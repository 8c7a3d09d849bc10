import { expect } from '@playwright/test';
import { Device } from './device.ts';
import { test } from './with-server.ts';

test('a reminder comes once over two tabs, is snoozed, and one missed meanwhile is made up for', async ({
  browser,
  server,
}) => {
  const context = await browser.newContext({ timezoneId: 'Europe/Lisbon', locale: 'en-GB' });
  const device = await Device.openIn(context, server.url);
  const { page } = device;
  await page.goto(`${server.url}/dashboard`);
  await device.addTask('Pay rent');
  await page.keyboard.press('Escape');
  await page.clock.install();
  await page.reload();
  const soon = new Date(Date.now() + 3 * 60_000);
  const moment = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/Lisbon',
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(soon);
  await device.openPanel('Pay rent');
  await page.getByTestId('task-add-reminder').click();
  await page.getByTestId('reminder-moment').fill(moment.replace(' ', 'T'));
  await page.getByTestId('reminder-moment-add').click();
  await expect(page.getByTestId('task-reminder')).toHaveCount(1);
  await device.closePanel();
  await expect(device.row('Pay rent').getByTitle('Has a reminder')).toBeVisible();

  await page.clock.runFor(4 * 60_000);
  const reminder = page.getByTestId('reminder');
  await expect(reminder).toContainText('Pay rent');
  await expect(page.getByRole('alert').first()).toContainText('Pay rent');
  await reminder.getByTestId('reminder-snooze').click();
  await page.getByTestId('snooze-hour').click();
  await expect(reminder).toHaveCount(0);

  // Asleep for two hours: the time was missed by far.
  await page.clock.fastForward(2 * 60 * 60_000);
  await expect(page.getByTestId('reminders')).toContainText('1 reminder while you were away');
  const tab = await context.newPage();
  await tab.goto(`${server.url}/dashboard`);
  await expect(tab.getByTestId('reminder')).toHaveCount(1);
  await expect(reminder).toHaveCount(0);
  await tab.getByTestId('reminder-done').click();
  await expect(tab.getByTestId('reminder')).toHaveCount(0);
  await expect(tab.getByTestId('task-row')).toHaveCount(0);
  await tab.reload();
  await expect(tab.getByTestId('task-row').or(tab.getByText('All sorted')).first()).toBeVisible();
  await expect(tab.getByTestId('reminder')).toHaveCount(0);
});
