import { expect, type Page } from '@playwright/test';
import { Device } from './device.ts';
import { test } from './with-server.ts';

test('a project gets sections, tasks go into them by menu, keys and drag, and all of it can be undone', async ({
  browser,
  server,
}) => {
  const device = await Device.open(browser, server.url);
  const { page } = device;
  await makeProject(page, { name: 'House', icon: 'hammer' });
  await page.getByTestId('project-menu').click();
  await page.getByRole('menuitem', { name: 'Add section' }).click();
  await page.getByTestId('section-name-input').fill('Kitchen');
  await page.keyboard.press('Enter');
  // Written on without a pause: the letters are the next name, not keys of the list.
  await page.keyboard.type('Garden');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('add-section')).toBeFocused();
  await expect(page.getByTestId('section-heading')).toHaveText([/Kitchen/, /Garden/]);

  await heading(page, 'Garden').getByTestId('add-in-section').click();
  await page.getByTestId('task-title-input').fill('Plant');
  await page.keyboard.press('Enter');
  await expect(heading(page, 'Garden')).toContainText('1 task');
  await page.keyboard.press('Escape');

  await device.row('Plant').focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(heading(page, 'Kitchen')).toContainText('1 task');
  await page.keyboard.press('m');
  await page.getByTestId('picker-input').fill('gard');
  await page.keyboard.press('Enter');
  await expect(heading(page, 'Garden')).toContainText('1 task');
  await dragToHeading(page, 'Kitchen');
  await expect(heading(page, 'Kitchen')).toContainText('1 task');

  await heading(page, 'Garden').getByTestId('section-fold').focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(page.getByTestId('section-heading')).toHaveText([/Garden/, /Kitchen/]);

  await heading(page, 'Kitchen').getByTestId('section-fold').click();
  await expect(device.row('Plant')).toHaveCount(0);
  await page.reload();
  await expect(heading(page, 'Kitchen')).toBeVisible();
  await expect(device.row('Plant')).toHaveCount(0);

  await heading(page, 'Kitchen').getByTestId('section-menu').click();
  await page.getByRole('menuitem', { name: 'Delete section' }).click();
  await expect(device.row('Plant')).toBeVisible();
  await page.getByTestId('toast-undo').click();
  await expect(heading(page, 'Kitchen')).toContainText('1 task');
});

test('projects are moved, duplicated and archived, and archived tasks are in no other view', async ({
  browser,
  server,
}) => {
  const device = await Device.open(browser, server.url);
  const { page } = device;
  await makeProject(page, { name: 'One' });
  await makeProject(page, { name: 'Two' });
  await device.addTaskByKey('Step');
  await page.keyboard.press('Escape');
  const links = page.getByTestId('project-link');
  await links.filter({ hasText: 'Two' }).focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(links).toHaveText([/Two/, /One/]);
  await page.keyboard.press('g');
  await page.keyboard.press('p');
  await expect(page.getByTestId('project-row')).toHaveText([/Two.*1 open/, /One/]);
  await page.getByTestId('project-row').getByRole('link', { name: 'Two' }).click();
  await expect(device.row('Step')).toBeVisible();

  await page.getByTestId('project-menu').click();
  await page.getByRole('menuitem', { name: 'Duplicate' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Two (copy)');
  await expect(device.row('Step')).toBeVisible();

  await page.getByTestId('project-menu').click();
  await page.getByRole('menuitem', { name: 'Archive' }).click();
  await expect(links).toHaveText([/Two/, /One/]);
  await page.goto(`${server.url}/all`);
  await expect(device.row('Step')).toHaveCount(1);
  await page.getByTestId('archived-projects').click();
  await page.getByRole('link', { name: 'Two (copy)' }).click();
  await page.getByTestId('unarchive').click();
  await expect(links).toHaveCount(3);
});

test('labels are made on a task, have a page, are merged and come back from the trash', async ({
  browser,
  server,
}) => {
  const device = await Device.open(browser, server.url);
  const { page } = device;
  for (const [title, label] of [
    ['Milk', 'errand'],
    ['Bread', 'shop'],
  ] as const) {
    await device.addTaskByKey(title);
    await page.keyboard.press('Escape');
    await device.row(title).focus();
    await page.keyboard.press('l');
    await page.getByTestId('picker-input').fill(label);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await expect(device.row(title)).toContainText(label);
  }
  await page.getByTestId('labels-link').click();
  await page.getByTestId('label-row').filter({ hasText: 'shop' }).getByTestId('label-menu').click();
  await page.getByRole('menuitem', { name: 'Merge into' }).click();
  await page.getByTestId('picker-input').fill('err');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('label-row')).toHaveCount(1);
  await page.getByTestId('label-link').filter({ hasText: 'errand' }).click();
  await expect.poll(() => device.titles()).toEqual(['Milk', 'Bread']);

  await page.getByTestId('labels-link').click();
  await page.getByTestId('label-menu').click();
  await page.getByRole('menuitem', { name: 'Move to trash' }).click();
  await page
    .getByTestId('trashed-label')
    .filter({ hasText: 'errand' })
    .getByRole('button', { name: 'Restore' })
    .click();
  await page.getByTestId('label-link').filter({ hasText: 'errand' }).click();
  await expect(device.row('Milk')).toContainText('errand');
});

test('a start date hides a task from today until then; the deadline has a key of its own', async ({
  browser,
  server,
}) => {
  const device = await Device.open(browser, server.url);
  const { page } = device;
  await device.addTaskByKey('Pack');
  await page.keyboard.press('Escape');
  await device.row('Pack').focus();
  await page.keyboard.press('d');
  await page.getByRole('button', { name: 'Today', exact: true }).click();
  await expect(device.row('Pack')).toContainText('Today');
  await page.keyboard.press('s');
  await page.getByRole('button', { name: 'Tomorrow', exact: true }).click();
  await expect(device.row('Pack')).toContainText('Starts Tomorrow');
  await page.goto(`${server.url}/today`);
  await expect(page.getByText('Nothing due today')).toBeVisible();
});

async function makeProject(page: Page, of: { name: string; icon?: string }): Promise<void> {
  await page.getByTestId('create-project-button').click();
  await page.getByTestId('project-name-input').fill(of.name);
  if (of.icon !== undefined) await page.getByRole('radio', { name: of.icon }).check();
  await page.getByTestId('project-submit').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(of.name);
}

function heading(page: Page, name: string) {
  return page.getByTestId('section-heading').filter({ hasText: name });
}

/** Drags the only task of the page onto the heading of a section. */
async function dragToHeading(page: Page, name: string): Promise<void> {
  await page.getByTestId('task-row').hover();
  const start = await page.getByTitle('Drag to move', { exact: true }).boundingBox();
  const end = await heading(page, name).boundingBox();
  if (start === null || end === null) throw new Error('both ends of a drag are in sight');
  await page.mouse.move(start.x + start.width / 2, start.y + start.height / 2);
  await page.mouse.down();
  await page.mouse.move(end.x + end.width / 2, end.y + end.height / 2, { steps: 12 });
  await page.mouse.up();
}
