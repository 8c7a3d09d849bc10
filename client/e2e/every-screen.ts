import { expect, type Page } from '@playwright/test';
import type { Device } from './device.ts';

/** A screen of the app: its name, and how it comes up on a device that has a task `Pay rent`. */
export interface Screen {
  name: string;
  show: (device: Device, url: string) => Promise<void>;
}

/** Every screen, dialog and menu there is, so that what holds for all of them is tested on all of them. */
export const everyScreen: readonly Screen[] = [
  ...[
    'login',
    'dashboard',
    'today',
    'upcoming',
    'all',
    'trash',
    'settings',
    'import',
    'conflicts',
    'nowhere',
  ].map((path): Screen => ({ name: path, show: ({ page }, url) => open(page, `${url}/${path}`) })),
  {
    name: 'a task in its panel',
    show: async (device, url) => {
      await open(device.page, `${url}/all`);
      await device.openPanel('Pay rent');
    },
  },
  {
    name: 'upcoming, with a task that is overdue',
    show: async (device, url) => {
      await addOverdueTask(device, url);
      await open(device.page, `${url}/upcoming`);
      await device.page.getByTestId('overdue-bar').getByRole('heading').getByRole('button').click();
      await expect(device.row('Feed the cat').first()).toBeVisible();
    },
  },
  {
    name: 'the other days overdue tasks can move to',
    show: async (device, url) => {
      await addOverdueTask(device, url);
      await open(device.page, `${url}/today`);
      await device.page.getByTestId('replan-menu').click();
      await expect(device.page.getByRole('menu')).toBeVisible();
    },
  },
  {
    name: 'the menu of a task',
    show: async (device, url) => {
      await open(device.page, `${url}/all`);
      await device.row('Pay rent').hover();
      await device.row('Pay rent').getByTestId('task-menu').click();
      await expect(device.page.getByRole('menu')).toBeVisible();
    },
  },
  {
    name: 'adding a task',
    show: async ({ page }, url) => {
      await open(page, `${url}/dashboard?add=1`);
      await expect(page.getByTestId('task-title-input')).toBeVisible();
    },
  },
  {
    name: 'the keyboard shortcuts',
    show: async ({ page }, url) => {
      await open(page, `${url}/dashboard`);
      await page.keyboard.press('?');
      await expect(page.getByRole('dialog')).toBeVisible();
    },
  },
  {
    name: 'the palette on a task',
    show: async (device, url) => {
      await open(device.page, `${url}/all`);
      await device.row('Pay rent').focus();
      await device.page.keyboard.press('ControlOrMeta+k');
      await expect(device.page.getByTestId('palette-row').first()).toBeVisible();
    },
  },
  {
    name: 'a search that finds nothing',
    show: async ({ page }, url) => {
      await open(page, `${url}/dashboard`);
      await page.keyboard.press('/');
      await page.getByTestId('palette-input').fill('no such task');
      await expect(page.getByTestId('palette-row').first()).toContainText('Create');
    },
  },
  {
    name: 'a search with results',
    show: async ({ page }, url) => {
      await open(page, `${url}/search?q=pay`);
      await expect(page.getByTestId('search-result')).toHaveCount(1);
    },
  },
  {
    name: 'a new filter with a fault',
    show: async ({ page }, url) => {
      await open(page, `${url}/dashboard`);
      const more = page.getByTestId('open-menu');
      if (await more.isVisible()) await more.click();
      await page.getByRole('button', { name: 'New filter' }).click();
      await page.getByTestId('filter-query-input').fill('today & #wrok');
      await expect(page.getByTestId('filter-error')).toBeVisible();
    },
  },
  {
    name: 'a new project',
    show: async ({ page }, url) => {
      await open(page, `${url}/dashboard`);
      const more = page.getByTestId('open-menu');
      if (await more.isVisible()) await more.click();
      await page.getByRole('button', { name: 'New project' }).click();
      await expect(page.getByRole('dialog').last()).toBeVisible();
    },
  },
  {
    name: 'an import before it starts',
    show: async ({ page }, url) => {
      await open(page, `${url}/import`);
      await page
        .getByTestId('import-file-input')
        .setInputFiles('scripts/fixtures/todoist-backup.csv');
      await expect(page.getByTestId('import-preview')).toBeVisible();
    },
  },
];

/** Adds a task whose day is long over. */
async function addOverdueTask(device: Device, url: string): Promise<void> {
  await open(device.page, `${url}/upcoming?add=2020-01-01`);
  await device.page.getByTestId('task-title-input').fill('Feed the cat');
  await device.page.keyboard.press('Enter');
  await expect(device.page.getByTestId('overdue-bar')).toBeVisible();
}

async function open(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await expect(page.locator('main')).toBeVisible();
  await expect(page.locator('h1, h2').first()).toBeVisible();
}
