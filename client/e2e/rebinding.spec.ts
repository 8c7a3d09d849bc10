import { expect } from '@playwright/test';
import { Device } from './device.ts';
import { test } from './with-server.ts';

test('keys are changed by pressing others, conflicts are swapped, and hints and other tabs follow', {
  tag: '@alone',
}, async ({ browser, server }) => {
  const device = await Device.open(browser, server.url);
  const { page } = device;
  await device.addTask('Pay rent');
  await page.keyboard.press('Escape');
  const tab = await device.openTab();

  await page.keyboard.press('?');
  const row = (id: string) => page.getByTestId(`shortcut-${id}`);
  const record = async (id: string, keys: readonly string[]) => {
    await row(id).getByTestId('change-keys').click();
    await expect(page.getByTestId('record-keys')).toBeFocused();
    for (const key of keys) await page.keyboard.press(key);
  };
  await record('done', ['s']);
  await expect(page.getByTestId('keys-question')).toContainText('is already for “Schedule');
  await page.getByTestId('swap-keys').click();
  await expect(row('done')).toContainText('S');
  await expect(row('schedule')).toContainText('E');

  await record('add', ['ControlOrMeta+t']);
  await expect(page.getByTestId('keys-question')).toContainText('belongs to the browser');
  await page.getByTestId('keys-question').getByRole('button', { name: 'Cancel' }).click();
  await record('go-trash', ['w', 't']);
  await record('go-settings', ['Escape']);
  await expect(page.getByTestId('record-keys')).toHaveCount(0);
  await expect(row('go-trash')).toContainText('W T');
  await expect(row('go-settings').getByTestId('change-keys')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  // The other tab, without a reload.
  await tab.row('Pay rent').focus();
  await tab.page.keyboard.press('s');
  await expect(tab.row('Pay rent')).toHaveCount(0);
  await tab.page.keyboard.press('ControlOrMeta+z');
  await expect(tab.row('Pay rent')).toHaveCount(1);
  await tab.page.close();

  await page.reload();
  await device.row('Pay rent').hover();
  await device.row('Pay rent').getByTestId('task-menu').click();
  await expect(page.getByRole('menuitem', { name: 'Start date' })).toContainText('E');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toHaveCount(0);
  await page.keyboard.press('w');
  await page.keyboard.press('t');
  await page.waitForURL('**/trash');

  await page.keyboard.press('?');
  await row('go-trash').getByTestId('reset-keys').click();
  await expect(row('go-trash')).toContainText('G R');
  await page.getByTestId('reset-all-keys').click();
  await expect(row('done')).toContainText('E');
  await expect(page.getByTestId('reset-keys')).toHaveCount(0);
});
