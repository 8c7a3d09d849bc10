import { type Browser, expect, type Locator, type Page } from '@playwright/test';
import { Device, person } from './device.ts';
import { test } from './with-server.ts';

test('[R8] a task moves offline to a project of another workspace with all that is under it; one Undo brings it back', async ({
  browser,
  server,
}) => {
  const { phone, laptop } = await twoDevices(browser, server.url);
  const { page } = laptop;
  const tab = await laptop.openTab();
  await laptop.addTaskByKey('Pay rent');
  await page.keyboard.press('Escape');
  await addSubtask(page, laptop, { of: 'Pay rent', title: 'Keep the receipt' });
  await page.getByTestId('comment-input').fill('By Friday');
  await page.getByTestId('comment-send').click();
  await laptop.closePanel();

  await makeWorkspace(page, 'Work');
  await page.getByTestId('toast-add-project').click();
  await page.getByTestId('project-name-input').fill('Office');
  await expect(page.getByTestId('project-workspace').locator('option:checked')).toHaveText('Work');
  await page.getByTestId('project-submit').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Office');
  // Without a reload, in another tab, and on another device, which is told at once.
  for (const other of [tab, phone]) {
    const group = other.page.getByTestId('project-group').filter({ hasText: 'Office' });
    await expect(group.getByRole('heading', { name: 'Work' })).toBeVisible();
  }

  await page.bringToFront();
  await renameWorkspace(page, { from: 'Work', to: 'Office work' });
  await expect(heading(phone.page, 'Office work')).toBeVisible();
  await page.getByTestId('toast-undo').click();
  await expect(heading(phone.page, 'Work')).toBeVisible();

  await page.goto(`${server.url}/dashboard`);
  await laptop.untilSynced();
  await laptop.goOffline();
  await laptop.row('Pay rent').focus();
  await page.keyboard.press('m');
  await page.getByTestId('picker-input').fill('work off');
  await page.keyboard.press('Enter');
  await expect(laptop.row('Pay rent')).toHaveCount(0);
  await goToProject(page, 'Office');
  await expect(laptop.row('Pay rent')).toHaveCount(1);
  await expect(phone.row('Pay rent')).toBeVisible();

  await laptop.goOnline();
  await laptop.untilSynced();
  await expect(phone.row('Pay rent')).toHaveCount(0);
  await phone.page.goto(`${server.url}/all`);
  await expect(phone.row('Pay rent')).toHaveCount(1);
  await phone.openPanel('Pay rent');
  const panel = phone.page.getByTestId('task-panel');
  await expect(panel).toContainText('Office');
  await expect(panel).toContainText('Keep the receipt');
  await expect(panel.getByTestId('comment')).toContainText('By Friday');
  await phone.closePanel();
  await phone.page.goto(`${server.url}/trash`);
  await expect(phone.page.getByTestId('moved-to')).toHaveText('Moved to Work');

  await page.keyboard.press('ControlOrMeta+z');
  await expect(laptop.row('Pay rent')).toHaveCount(0);
  await page.goto(`${server.url}/dashboard`);
  await expect(laptop.row('Pay rent')).toHaveCount(1);
  await laptop.untilSynced();
  await phone.page.goto(`${server.url}/dashboard`);
  await expect(phone.row('Pay rent')).toHaveCount(1);
  await goToProject(phone.page, 'Office');
  await expect(phone.row('Pay rent')).toHaveCount(0);
});

test('a project moves to another workspace by its menu, on a phone too; without the server no workspace is made', async ({
  browser,
  server,
}) => {
  const device = await Device.openOnPhone(browser, server.url);
  const { page } = device;
  await page.goto(`${server.url}/settings?new=workspace`);
  await expect(page.getByRole('dialog')).toContainText('Workspaces belong to an account');
  await device.signUp(person('Alice'));
  await device.untilSynced();
  await page.getByTestId('open-menu').click();
  await page.getByTestId('create-project-button').last().click();
  await page.getByTestId('project-name-input').fill('House');
  await page.getByTestId('project-submit').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('House');
  await device.addTask('Paint');
  await device.untilSynced();

  await page.goto(`${server.url}/settings`);
  await device.goOffline();
  await page.getByTestId('new-workspace-button').click();
  await page.getByTestId('workspace-name-input').fill('Work');
  await page.getByTestId('workspace-submit').click();
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('cannot be reached');
  await device.goOnline();
  await page.getByTestId('workspace-submit').click();
  await expect(page.getByTestId('toast-add-project')).toBeVisible();

  await page.getByTestId('open-menu').click();
  await page.getByTestId('project-link').filter({ hasText: 'House' }).last().click();
  await page.getByTestId('project-menu').last().click();
  await page.getByTestId('move-project').click();
  await page.getByTestId('picker-option').filter({ hasText: 'Work' }).click();
  await expect(page.getByTestId('toast-undo')).toBeVisible();
  await expect(device.row('Paint')).toHaveCount(1);
  await device.untilSynced();
  await page.getByTestId('open-menu').click();
  const groups = page.getByTestId('project-group').filter({ visible: true });
  await expect(groups).toHaveText([/Personal/, /Work.*House/]);
});

async function twoDevices(browser: Browser, url: string) {
  const alice = person('Alice');
  const phone = await Device.open(browser, url);
  await phone.signUp(alice);
  await phone.untilSynced();
  const laptop = await Device.open(browser, url);
  await laptop.signIn(alice);
  await laptop.untilSynced();
  return { phone, laptop };
}

async function makeWorkspace(page: Page, name: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByTestId('palette-input').fill('new workspace');
  await page.keyboard.press('Enter');
  await page.getByTestId('workspace-name-input').fill(name);
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('workspace-name-input')).toBeHidden();
}

async function renameWorkspace(page: Page, of: { from: string; to: string }): Promise<void> {
  await page.getByRole('button', { name: `Rename ${of.from}` }).click();
  await page.getByTestId('workspace-name-input').fill(of.to);
  await page.keyboard.press('Enter');
  await expect(heading(page, of.to)).toBeVisible();
}

function heading(page: Page, name: string): Locator {
  return page.getByTestId('project-group').getByRole('heading', { name, exact: true });
}

async function addSubtask(
  page: Page,
  device: Device,
  { of, title }: { of: string; title: string },
): Promise<void> {
  await device.openPanel(of);
  await page.getByTestId('add-subtask').click();
  await page.keyboard.type(title);
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('task-panel')).toContainText(title);
}

async function goToProject(page: Page, name: string): Promise<void> {
  await page.getByTestId('project-link').filter({ hasText: name }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
}
