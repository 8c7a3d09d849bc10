import { defineConfig } from '@playwright/test';
import { chromiumFlags, chromiumPath } from '#scripts/chromium';

const executablePath = chromiumPath();

/** End-to-end tests on the built app. Each starts its own server with its own data (client/e2e/server.ts). */
export default defineConfig({
  testDir: 'client/e2e',
  outputDir: 'test-results',
  // One at a time: the tests measure times, and a server, two browsers and a second worker do not fit on two cores.
  workers: 1,
  retries: 0,
  timeout: 60_000,
  forbidOnly: process.env['CI'] === 'true',
  reporter: 'list',
  use: {
    browserName: 'chromium',
    headless: true,
    trace: 'retain-on-failure',
    launchOptions: {
      args: [...chromiumFlags],
      ...(executablePath === undefined ? {} : { executablePath }),
    },
  },
});
