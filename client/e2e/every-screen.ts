import { expect, type Page } from '@playwright/test';
import { preferencesKey } from '#client/settings/preferences.ts';
import type { Device } from './device.ts';
import { madeUpFoundTask } from './made-up-found-task.ts';
import { open, type Screen } from './screen.ts';
import { storageScreens } from './storage-screens.ts';
import { statisticsScreens } from './statistics-screens.ts';

/** Every screen, dialog and menu there is, so that what holds for all of them is tested on all of them. */
export const everyScreen: readonly Screen[] = [
  ...[
    'login',
    'dashboard',
    'today',
    'upcoming',
    'calendar',
    'all',
    'projects',
    'labels',
    'statistics',
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
    name: 'a task with its activity',
    show: async (device, url) => {
      const { page } = device;
      await open(page, `${url}/all`);
      await device.openPanel('Pay rent');
      await page.getByTestId('activity').getByRole('button').first().click();
      await expect(page.getByTestId('activity-line').first()).toBeVisible();
    },
  },
  {
    name: 'a task with formatted notes, a comment and the editor of its repetition',
    show: async (device, url) => {
      const { page } = device;
      await open(page, `${url}/all`);
      await device.openPanel('Water the plants');
      const notes = page.getByTestId('task-notes-input');
      await expect(notes.or(page.getByTestId('task-notes-view'))).toBeVisible();
      if (await notes.isVisible()) {
        await notes.fill('# Where\n- [ ] [balcony](https://a.example)\n\n| a |\n|---|\n| b |');
        await page.getByTestId('notes-toggle').click();
        await page.getByTestId('comment-input').fill('On `Friday`');
        await page.getByTestId('comment-send').click();
      }
      await expect(page.getByTestId('comment').first()).toBeVisible();
      await page.getByTestId('task-due-button').click();
      await page.getByTestId('task-repeats').selectOption('weekly');
      await expect(page.getByTestId('recurrence-preview')).toBeVisible();
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
  ...statisticsScreens,
  {
    name: 'a board',
    show: async ({ page }, url) => {
      await open(page, `${url}/board`);
      await expect(page.getByTestId('board-card').first()).toBeVisible();
      await page.keyboard.press('j');
    },
  },
  {
    name: 'adding a task on a board, grouped by priority',
    show: async ({ page }, url) => {
      await open(page, `${url}/board`);
      await page.getByTestId('board-grouping').click();
      await page.getByTestId('choose-priority').click();
      await page.getByTestId('add-to-column').first().click();
      await expect(page.getByTestId('task-title-input')).toBeVisible();
      await showAllAsList(page);
    },
  },
  {
    name: 'a day of the calendar',
    show: async (device, url) => {
      await addOverdueTask(device, url);
      await open(device.page, `${url}/calendar?add=2020-01-01`);
      await expect(device.page.getByTestId('day-dialog')).toBeVisible();
    },
  },
  {
    name: 'a week of the calendar',
    show: async ({ page }, url) => {
      await open(page, `${url}/calendar`);
      await page.getByTestId('span-week').click();
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
    name: 'selected tasks and their bar',
    show: async (device, url) => {
      await open(device.page, `${url}/all`);
      await device.row('Pay rent').focus();
      await device.page.keyboard.press('x');
      await expect(device.page.getByTestId('bulk-bar')).toBeVisible();
    },
  },
  {
    name: 'the labels of a task',
    show: async (device, url) => {
      await open(device.page, `${url}/all`);
      await device.row('Pay rent').focus();
      await device.page.keyboard.press('l');
      await expect(device.page.getByTestId('picker-input')).toBeVisible();
    },
  },
  {
    name: 'the repetition of a task',
    show: async (device, url) => {
      await open(device.page, `${url}/all`);
      await device.row('Pay rent').focus();
      await device.page.keyboard.press('r');
      await device.page.getByTestId('task-repeats').selectOption('weekly');
      await expect(device.page.getByTestId('recurrence-preview')).toBeVisible();
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
    name: 'adding a task, with chips and suggested names',
    show: async ({ page }, url) => {
      await open(page, `${url}/dashboard?add=1`);
      await page.getByTestId('task-title-input').fill('Call Ana tomorrow 9am !1 #h');
      await expect(page.getByTestId('quick-add-suggestion').first()).toBeVisible();
    },
  },
  {
    name: 'a new task over another view',
    show: async ({ page }, url) => {
      await open(page, `${url}/settings`);
      await page.keyboard.press('q');
      await page.getByTestId('task-title-input').fill('Call Ana every 2 fridays ~30m');
      await expect(page.getByTestId('quick-add-chip')).toHaveCount(2);
    },
  },
  {
    name: 'pasted lines before they are added',
    show: async ({ page }, url) => {
      await open(page, `${url}/dashboard?add=1`);
      // What another screen left in the line would be a line of its own.
      await page.getByTestId('task-title-input').fill('');
      await page.getByTestId('task-title-input').evaluate((input) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', 'Trip tomorrow !1\n  - [x] Pack #bag\n  - Book');
        const paste = { clipboardData, bubbles: true, cancelable: true };
        input.dispatchEvent(new ClipboardEvent('paste', paste));
      });
      await expect(page.getByTestId('paste-row')).toHaveCount(3);
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
      await expect(page.getByTestId('palette-row').first()).toContainText('no such task');
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
    name: 'a task that is read at the server',
    show: async ({ page }, url) => {
      const { id, workspaceId } = madeUpFoundTask.task;
      await page.route(`**/search/${id}`, (route) => route.fulfill({ json: madeUpFoundTask }));
      await open(page, `${url}/search?q=pay&task=${id}&in=${workspaceId}`);
      await expect(page.getByTestId('server-comment')).toBeVisible();
    },
  },
  {
    name: 'a new filter with a fault',
    show: async ({ page }, url) => {
      await open(page, `${url}/dashboard`);
      const more = page.getByTestId('open-menu');
      if (await more.isVisible()) await more.click();
      await page.getByTestId('create-filter-button').last().click();
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
      await page.getByTestId('create-project-button').last().click();
      await expect(page.getByRole('dialog').last()).toBeVisible();
    },
  },
  {
    name: 'a new workspace',
    show: async ({ page }, url) => {
      await open(page, `${url}/dashboard?new=workspace`);
      await expect(page.getByRole('dialog').last()).toBeVisible();
    },
  },
  {
    name: 'an import before it starts',
    show: async ({ page }, url) => {
      await open(page, `${url}/import`);
      await page
        .getByTestId('import-file-input')
        .setInputFiles([
          'scripts/fixtures/todoist-backup.csv',
          'scripts/fixtures/calendars/google.ics',
        ]);
      await expect(page.getByTestId('import-preview')).toBeVisible();
    },
  },
  ...storageScreens,
];

/** The screens after this one have `All` as it is at first. The board that is on the screen stays until it is left. */
async function showAllAsList(page: Page): Promise<void> {
  await page.evaluate((key) => {
    const held = JSON.parse(localStorage.getItem(key) ?? '{}');
    localStorage.setItem(key, JSON.stringify({ ...held, looks: {} }));
  }, preferencesKey);
}

/** Adds a task whose day is long over. */
async function addOverdueTask(device: Device, url: string): Promise<void> {
  await open(device.page, `${url}/upcoming?add=2020-01-01`);
  await device.page.getByTestId('task-title-input').fill('Feed the cat');
  await device.page.keyboard.press('Enter');
  await expect(device.page.getByTestId('overdue-bar')).toBeVisible();
}
