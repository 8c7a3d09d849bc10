import { expect } from '@playwright/test';
import { open, type Screen } from './screen.ts';

/** The statistics once a task is done, with a goal in the making; and as tables, which are kept for the screens after. */
export const statisticsScreens: readonly Screen[] = [
  {
    name: 'statistics of a completed task, with a goal in the making',
    show: async (device, url) => {
      const { page } = device;
      await open(page, `${url}/dashboard`);
      await (await device.typeTask('Pack ~30m')).press('Enter');
      await page.keyboard.press('Escape');
      await device.complete('Pack');
      // On disk: leaving the page at once would leave it undone.
      await expect(device.row('Pack')).toBeHidden();
      await open(page, `${url}/statistics`);
      await page.getByTestId('goal-change').click();
      await page.getByTestId('card-completed').locator('[data-bar]').last().focus();
      await expect(page.getByTestId('bar-tip')).toBeVisible();
    },
  },
  {
    name: 'statistics as tables',
    show: async ({ page }, url) => {
      await open(page, `${url}/statistics`);
      await page.getByTestId('as-tables').click();
      await expect(page.getByRole('table').first()).toBeVisible();
    },
  },
];
