import { readFile } from 'node:fs/promises';
import { type Browser, expect, type Page } from '@playwright/test';
import { withoutExamples } from './device.ts';
import { test } from './with-server.ts';

test('a view whose file cannot be loaded says what to do, everything can be exported, and a reload brings it back', async ({
  browser,
  server,
}) => {
  const page = await withoutWorker(browser, server.url);
  await page.route('**/assets/settings-view-*.js', (route) => route.abort());
  await page.getByTestId('settings-link').click();
  const told = page.getByTestId('route-error');
  await expect(told).toContainText('could not be loaded');

  const download = page.waitForEvent('download');
  await told.getByRole('button', { name: 'Export my data' }).click();
  expect(await readFile(await (await download).path(), 'utf8')).toContain('Pay rent');

  await page.getByRole('link', { name: /^Inbox/ }).click();
  await expect(page.getByTestId('task-row')).toHaveCount(1);
  await page.getByTestId('settings-link').click();
  await page.unrouteAll();
  await told.getByRole('button', { name: 'Reload page' }).click();
  await expect(page.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible();
});

test('a view that throws leaves the others as they are, and its report holds no text of tasks', async ({
  browser,
  server,
}) => {
  const page = await withoutWorker(browser, server.url);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const body = 'export const TrashView = () => { throw new Error("Pay rent"); };';
  await page.route('**/assets/trash-view-*.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body }),
  );
  await page.getByTestId('trash-link').click();
  const told = page.getByTestId('route-error');
  await expect(told).toContainText('This view stopped working');
  await told.getByRole('button', { name: 'Copy report' }).click();
  await expect(told).toContainText('Report copied');
  const report = await page.evaluate(() => navigator.clipboard.readText());
  expect(report).toMatch(/^TaskFlow [\s\S]*\/trash[\s\S]*trash-view/);
  expect(report).not.toContain('Pay rent');
  await page.getByRole('link', { name: /^Inbox/ }).click();
  await expect(page.getByTestId('task-row')).toHaveCount(1);
});

/** A guest with one task, whose files come from the network: a service worker would have them all. */
async function withoutWorker(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    serviceWorkers: 'block',
  });
  await context.addInitScript(withoutExamples);
  const page = await context.newPage();
  await page.goto(`${url}/dashboard?add=1`);
  await page.getByTestId('task-title-input').fill('Pay rent');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('task-row')).toHaveCount(1);
  return page;
}
