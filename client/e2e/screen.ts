import { expect, type Page } from '@playwright/test';
import { preferencesKey } from '#client/settings/preferences.ts';
import type { Device } from './device.ts';

/** A screen of the app: its name, and how it comes up on a device that has a task `Pay rent`. */
export interface Screen {
  name: string;
  show: (device: Device, url: string) => Promise<void>;
}

/**
 * Shows another view as a link does: a load for each of all these screens would take most of the time of their tests.
 * The way leads over the only page without the frame of the app, so that nothing is kept from the screen before.
 */
export async function open(page: Page, url: string): Promise<void> {
  const login = page.getByTestId('login-email-input');
  if (!(await closeAll(page))) await page.goto(new URL('/login', url).href);
  await follow(page, new URL('/login', url).href);
  await expect(login).toBeVisible();
  // As another tab would say that the preferences are others now.
  await page.evaluate((key) => dispatchEvent(new StorageEvent('storage', { key })), preferencesKey);
  if (new URL(url).pathname === '/login') return;
  await follow(page, url);
  await expect(login).toBeHidden();
  await expect(page.locator('main')).toBeVisible();
  // Views are loaded when they are opened; the side bar has headings before them.
  await expect(page.locator('h1').first()).toBeVisible();
}

async function follow(page: Page, url: string): Promise<void> {
  await page.evaluate((href) => history.pushState(null, '', href), url);
}

const layers = '[role="dialog"], [role="menu"], [data-testid="bulk-bar"]';

/** Closes dialogs, menus and selections as a person would. False if something stays. */
async function closeAll(page: Page): Promise<boolean> {
  for (let presses = 0; presses < 4; presses += 1) {
    if ((await page.locator(layers).count()) === 0) return true;
    await page.keyboard.press('Escape');
    await page
      .locator(layers)
      .first()
      .waitFor({ state: 'hidden', timeout: 300 })
      .catch(() => undefined);
  }
  return false;
}
