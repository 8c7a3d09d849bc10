import { expect } from '@playwright/test';
import { Device } from './device.ts';
import { violationsOn } from './violations-on.ts';
import { test } from './with-server.ts';

const ways = [
  { contrast: 'more', colorScheme: 'light' },
  { contrast: 'more', colorScheme: 'dark' },
  { forcedColors: 'active', contrast: 'no-preference' },
] as const;

test('more contrast and forced colours reach the list, the panel and the settings', async ({
  browser,
  server,
}) => {
  const device = await Device.open(browser, server.url);
  const { page } = device;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (const title of ['Pay rent', 'Water the plants']) await device.addTask(title);
  await page.keyboard.press('Escape');
  await device.row('Pay rent').focus();
  await page.keyboard.press('1');

  const found: string[] = [];
  const look = async (screen: string) => {
    const broken = await violationsOn(page);
    found.push(...broken.map((text) => `${screen}: ${text}`));
  };
  for (const way of ways) {
    await page.emulateMedia(way);
    await page.goto(`${server.url}/dashboard`);
    await device.openPanel('Pay rent');
    await look(`list and panel, ${JSON.stringify(way)}`);
    await device.closePanel();
    await device.row('Water the plants').focus();
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    const ring = page.locator(':focus-visible');
    await expect(ring).toHaveCSS('outline-width', '3px');
    await expect(ring).toHaveCSS('outline-style', 'solid');
    await page.goto(`${server.url}/settings`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await look(`settings, ${JSON.stringify(way)}`);
  }
  expect(found).toEqual([]);

  // What the person chose counts before what the device asks for, from the first paint on.
  await page.emulateMedia({ forcedColors: 'none', contrast: 'more', colorScheme: 'light' });
  await page.goto(`${server.url}/settings`);
  await expect(page.getByTestId('contrast-select')).toBeVisible();
  const textColor = () => page.evaluate(() => getComputedStyle(document.body).color);
  const high = await textColor();
  await page.getByTestId('contrast-select').selectOption('normal');
  await expect.poll(textColor).not.toBe(high);
  await page.emulateMedia({ contrast: 'no-preference' });
  await page.getByTestId('contrast-select').selectOption('high');
  await expect.poll(textColor).toBe(high);
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-contrast', 'high');
});
