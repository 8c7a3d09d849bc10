import { defineConfig } from '@playwright/test';
import { chromiumFlags, chromiumPath } from '#scripts/chromium';

const executablePath = chromiumPath();

/** Those that judge how long something takes, or need the machine for themselves. */
const alone = /@alone/;

/**
 * End-to-end tests on the built app. Tests of one worker share a server unless they ask for their own
 * (client/e2e/with-server.ts). `npm run e2e` runs the project `together` first, two tests at a time, then `alone`.
 */
export default defineConfig({
  testDir: 'client/e2e',
  outputDir: 'test-results',
  projects: [
    { name: 'together', grepInvert: alone, workers: 2 },
    { name: 'alone', grep: alone, workers: 1 },
  ],
  workers: 2,
  fullyParallel: true,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  forbidOnly: process.env['CI'] === 'true',
  reporter: 'list',
  use: {
    browserName: 'chromium',
    headless: true,
    // English dates follow the region of the device; tests that are about another one say so.
    locale: 'en-GB',
    // Pictures and copies of the page at each step take more of the machine than many a test; `--trace on` has them.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false, sources: false },
    screenshot: 'only-on-failure',
    launchOptions: {
      args: [...chromiumFlags],
      ...(executablePath === undefined ? {} : { executablePath }),
    },
  },
});
