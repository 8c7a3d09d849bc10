import { expect } from '@playwright/test';
import { Device, person } from './device.ts';
import { everyScreen } from './every-screen.ts';
import { violationsOn } from './violations-on.ts';
import { test } from './with-server.ts';

const sizes = {
  desktop: { width: 1280, height: 800 },
  phone: { width: 390, height: 844 },
};

const half = Math.ceil(everyScreen.length / 2);
/** Two tests can run at once, and none of them is far longer than the others. */
const parts = {
  'first half': everyScreen.slice(0, half),
  'second half': everyScreen.slice(half),
};

for (const [size, viewport] of Object.entries(sizes)) {
  for (const [part, screens] of Object.entries(parts)) {
    test(`every screen is free of WCAG 2.2 AA violations, light and dark, ${size}, ${part}`, async ({
      browser,
      server,
    }) => {
      test.setTimeout(240_000);
      const device = await Device.open(browser, server.url);
      const { page } = device;
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await device.signUp(person('Alice'));
      await page.setViewportSize(viewport);
      for (const title of ['Pay rent', 'Water the plants']) await device.addTask(title);
      await page.keyboard.press('Escape');
      await device.untilSynced();

      const found: string[] = [];
      for (const screen of screens) {
        await screen.show(device, server.url);
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          const broken = await violationsOn(page);
          found.push(...broken.map((text) => `${screen.name}, ${colorScheme}: ${text}`));
        }
      }
      expect(found).toEqual([]);
    });
  }
}
