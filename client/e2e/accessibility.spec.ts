import { expect } from '@playwright/test';
import { Device, person } from './device.ts';
import { everyScreen } from './every-screen.ts';
import { violationsOn } from './violations-on.ts';
import { test } from './with-server.ts';

const sizes = {
  desktop: { width: 1280, height: 800 },
  phone: { width: 390, height: 844 },
};

for (const [size, viewport] of Object.entries(sizes)) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`every screen is free of WCAG 2.2 AA violations, ${size}, ${colorScheme}`, async ({
      browser,
      server,
    }) => {
      test.setTimeout(120_000);
      const device = await Device.open(browser, server.url);
      const { page } = device;
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await device.signUp(person('Alice'));
      await page.setViewportSize(viewport);
      for (const title of ['Pay rent', 'Water the plants']) await device.addTask(title);
      await page.keyboard.press('Escape');
      await device.untilSynced();

      const found: string[] = [];
      for (const screen of everyScreen) {
        await screen.show(device, server.url);
        found.push(...(await violationsOn(page)).map((text) => `${screen.name}: ${text}`));
      }
      expect(found).toEqual([]);
    });
  }
}
