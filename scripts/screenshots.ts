import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawn, type ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { chromium, type Browser, type Page } from '@playwright/test';
import { chromiumFlags, chromiumPath } from '#scripts/chromium';
import { fillDemoWorkspace } from '#scripts/demo-workspace';
import { freePort } from '#scripts/free-port';

/** `npm run screenshots`: pictures of the built app with a day's tasks in it, for the README; nothing else uses them. */
const folder = 'docs/images';
const account = { email: 'test@example.com', password: 'password' };
const devices = {
  desktop: { viewport: { width: 1280, height: 800 } },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
} as const;

await mkdir(folder, { recursive: true });
const dataDir = await mkdtemp(join(tmpdir(), 'taskflow-pictures-'));
const port = await freePort();
const url = `http://127.0.0.1:${port}`;
const server = startServer();
const executablePath = chromiumPath();
const browser = await chromium.launch({
  args: [...chromiumFlags],
  ...(executablePath === undefined ? {} : { executablePath }),
});
try {
  await untilHealthy();
  const { projectId } = await fillDemoWorkspace({
    url,
    ...account,
    nowMs: Date.now(),
    random: (length) => crypto.getRandomValues(new Uint8Array(length)),
  });
  for (const [device, options] of Object.entries(devices)) {
    for (const colorScheme of ['light', 'dark'] as const) {
      await takeAll({ browser, name: `${device}-${colorScheme}`, options, colorScheme, projectId });
    }
  }
} finally {
  await browser.close();
  server.kill('SIGTERM');
  await new Promise((resolve) => server.once('exit', resolve));
  await rm(dataDir, { recursive: true, force: true });
}

function startServer(): ChildProcess {
  const env = {
    ...process.env,
    PORT: String(port),
    DATA_DIR: dataDir,
    DEMO: '1',
    LOG_LEVEL: 'error',
  };
  return spawn(process.execPath, ['dist/server/main.js'], { env, stdio: 'inherit' });
}

async function untilHealthy(): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const isUp = await fetch(`${url}/healthz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isUp) return;
    await sleep(50);
  }
  throw new Error('the server did not start; is the app built?');
}

/** Walks through the app on one device and keeps a picture of each screen, named `<screen>-<name>.png`. */
async function takeAll(of: {
  browser: Browser;
  name: string;
  options: (typeof devices)[keyof typeof devices];
  colorScheme: 'light' | 'dark';
  projectId: string;
}): Promise<void> {
  const { name, options, colorScheme } = of;
  const context = await of.browser.newContext({
    ...options,
    colorScheme,
    reducedMotion: 'reduce',
    locale: 'en-GB',
  });
  const page = await context.newPage();
  const take = async (screen: string) => {
    await page.mouse.move(0, 0);
    await page.evaluate(() => document.fonts.ready);
    await sleep(400);
    await page.screenshot({ path: `${folder}/${screen}-${name}.png` });
  };
  await page.goto(`${url}/login`);
  await page.getByTestId('login-email-input').waitFor();
  await take('login');
  await signIn(page);
  await take('today');
  await page.goto(`${url}/project/${of.projectId}`);
  await page.getByTestId('task-row').first().waitFor();
  await take('project');
  await page.getByTestId('task-title').getByText('Build the raised bed').click();
  await page.getByTestId('task-panel').waitFor();
  await take('task');
  await takePlans(page, take);
  await takeFinds(page, take);
  await page.goto(`${url}/import`);
  await page.getByTestId('import-file-input').setInputFiles('scripts/fixtures/todoist-backup.csv');
  await page.getByTestId('import-preview').waitFor();
  await take('import');
  await page.goto(`${url}/today`);
  await page.getByTestId('task-row').first().waitFor();
  await context.setOffline(true);
  for (const title of ['Ask for the window seat', 'Photograph the meter']) await add(page, title);
  await page.keyboard.press('Escape');
  await page.locator('[data-sync="offline"]').first().waitFor();
  await take('offline');
  await context.close();
}

type Take = (screen: string) => Promise<void>;

/** Upcoming, a board, the calendar, and a line that is being written. */
async function takePlans(page: Page, take: Take): Promise<void> {
  await page.goto(`${url}/upcoming`);
  await page.getByTestId('task-row').first().waitFor();
  await take('upcoming');
  await page.goto(`${url}/board`);
  await page.getByTestId('board-card').first().waitFor();
  await take('board');
  await page.goto(`${url}/calendar`);
  await page.locator('h1').first().waitFor();
  await take('calendar');
  await page.goto(`${url}/dashboard`);
  await page.locator('h1').first().waitFor();
  await page.keyboard.press('q');
  await page.getByTestId('task-title-input').fill('Call Ana tomorrow 9am !1 #phone ~30m');
  await page.getByTestId('quick-add-chip').first().waitFor();
  await take('quick-add');
  await page.getByTestId('task-title-input').fill('');
  await page.keyboard.press('Escape');
}

/** The palette, what a search finds, and the keys. */
async function takeFinds(page: Page, take: Take): Promise<void> {
  await page.goto(`${url}/today`);
  await page.getByTestId('task-row').first().focus();
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByTestId('palette-row').first().waitFor();
  await take('palette');
  await page.keyboard.press('Escape');
  await page.goto(`${url}/search?q=the`);
  await page.getByTestId('search-result').first().waitFor();
  await take('search');
  await page.goto(`${url}/dashboard`);
  await page.locator('h1').first().waitFor();
  await page.keyboard.press('?');
  await page.getByRole('dialog').waitFor();
  await take('keys');
  await page.keyboard.press('Escape');
}

async function signIn(page: Page): Promise<void> {
  await page.getByTestId('login-email-input').fill(account.email);
  await page.getByTestId('login-password-input').fill(account.password);
  await page.getByTestId('login-submit-button').click();
  await page.waitForURL('**/dashboard');
  await page.locator('[data-sync="synced"]').first().waitFor();
  await page.goto(`${url}/today`);
  await page.getByTestId('task-row').first().waitFor();
  await page.locator('[data-sync="synced"]').first().waitFor();
}

async function add(page: Page, title: string): Promise<void> {
  const input = page.getByTestId('task-title-input');
  if (!(await input.isVisible())) await page.getByTestId('create-task-button').click();
  await input.fill(title);
  await page.getByTestId('create-task-submit').click();
}
