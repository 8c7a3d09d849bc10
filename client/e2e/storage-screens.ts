import { expect, type Page } from '@playwright/test';
import type { Loss } from '#client/store/device-book.ts';
import type { Screen } from './screen.ts';

const iphone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1';
const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0';

/**
 * What is said about the storage of a device. They need loads of their own, and leave behind a browser that calls itself
 * something else, says that it is full, and is: nothing may come after them.
 */
export const storageScreens: readonly Screen[] = [
  {
    name: 'settings in a tab of an iPhone, with what clears its data',
    show: async ({ page }, url) => {
      await callItself(page, iphone);
      await page.goto(`${url}/settings`);
      await expect(page.getByTestId('storage-week')).toBeVisible();
      await page.getByTestId('storage-week').scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'data that the browser has cleared',
    show: async ({ page }, url) => {
      await page.goto(`${url}/dashboard`);
      await tellLoss(page, {
        what: 'tasks',
        isGuest: false,
        seenMs: 1_700_000_000_000,
        waiting: 3,
      });
    },
  },
  {
    name: 'little room',
    show: async ({ page }, url) => {
      await page.getByTestId('notice-close').click();
      await page.addInitScript(() => {
        navigator.storage.estimate = async () => ({ usage: 9.1e9, quota: 9.25e9 });
      });
      await page.goto(`${url}/dashboard`);
      await expect(page.getByTestId('storage-short')).toBeVisible();
    },
  },
  {
    name: 'why the browser will ask whether it may keep the data',
    show: async ({ page }, url) => {
      await page.getByTestId('notice-close').click();
      await page.evaluate(() => {
        const row = JSON.parse(localStorage.getItem('taskflow.storage') ?? '{}');
        localStorage.setItem('taskflow.storage', JSON.stringify({ ...row, firstMs: 0 }));
      });
      await callItself(page, firefox);
      await page.goto(`${url}/dashboard?add=1`);
      const title = page.getByTestId('task-title-input');
      await title.fill('Feed the cat');
      await title.press('Enter');
      await page.keyboard.press('Escape');
      await expect(page.getByTestId('storage-ask')).toBeVisible();
    },
  },
  {
    name: 'a change that a full disk did not take',
    show: async ({ page }, url) => {
      await page.goto(`${url}/dashboard?add=1`);
      await page.evaluate(() => {
        IDBObjectStore.prototype.add = () => {
          throw new DOMException('The disk is full', 'QuotaExceededError');
        };
      });
      const title = page.getByTestId('task-title-input');
      await title.fill('Feed the cat');
      await title.press('Enter');
      await expect(page.getByTestId('not-saved')).toBeVisible();
    },
  },
];

/** From the next load on. */
async function callItself(page: Page, userAgent: string): Promise<void> {
  await page.addInitScript((name) => {
    Object.defineProperty(navigator, 'userAgent', { get: () => name, configurable: true });
  }, userAgent);
}

/** As another tab would that has found it. */
async function tellLoss(page: Page, loss: Omit<Loss, 'userId'>): Promise<void> {
  const hasBook = () => page.evaluate(() => localStorage.getItem('taskflow.device') !== null);
  await expect.poll(hasBook).toBe(true);
  const heading = page.getByTestId('storage-loss');
  await expect(async () => {
    await page.evaluate((told) => {
      const key = 'taskflow.device';
      const book = JSON.parse(localStorage.getItem(key) ?? '{}');
      const row = { ...book, loss: { ...told, userId: book.openFor } };
      localStorage.setItem(key, JSON.stringify(row));
      dispatchEvent(new StorageEvent('storage', { key }));
    }, loss);
    await expect(heading).toBeVisible({ timeout: 500 });
  }).toPass();
}
