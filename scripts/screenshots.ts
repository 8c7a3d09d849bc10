import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';
import { chromiumFlags, chromiumPath } from '#scripts/chromium';
import { type DemoIds, fillDemoWorkspace } from '#scripts/demo-workspace';
import { freePort } from '#scripts/free-port';
import { devices, looks, picturesOfDocs } from '#scripts/picture-looks';
import { dialogs } from '#scripts/picture-dialogs';
import { firstViews } from '#scripts/picture-first-views';
import { pages } from '#scripts/picture-pages';
import type { PictureView } from '#scripts/picture-stage';

/**
 * `npm run screenshots`: pictures of the built app with a person's week in it, those that the documents show.
 * `npm run screenshots -- --to <folder>` takes every view on both devices in every look instead, `--looks light,dark`,
 * `--devices phone` and `--views today,task` only some of them.
 */
const { values: wanted } = parseArgs({
  options: {
    to: { type: 'string' },
    looks: { type: 'string' },
    devices: { type: 'string' },
    views: { type: 'string' },
  },
});
const folder = wanted.to ?? 'docs/images';
const account = { email: 'robin@example.com', password: 'a long pass phrase', name: 'Robin' };

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
  const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
  const ids = await fillDemoWorkspace({ url, account, nowMs: Date.now(), random });
  for (const look of Object.keys(looks)) {
    for (const device of Object.keys(devices)) await takeAll({ browser, look, device, ids });
  }
} finally {
  await browser.close();
  server.kill('SIGTERM');
  await new Promise((resolve) => server.once('exit', resolve));
  await rm(dataDir, { recursive: true, force: true });
}

function startServer(): ChildProcess {
  const limits = { RATE_ADDRESS: '0', RATE_USER: '0', RATE_LOGIN: '0', RATE_LOGIN_ADDRESS: '0' };
  const own = { PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'error', ...limits };
  const env = { ...process.env, ...own };
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

/** Walks through the app on one device in one look and keeps a picture of each view, `<view>-<device>-<look>.png`. */
async function takeAll(of: {
  browser: Browser;
  look: string;
  device: string;
  ids: DemoIds;
}): Promise<void> {
  const name = `${of.device}-${of.look}`;
  const isPhone = of.device === 'phone';
  const signedIn = [...pages, ...dialogs].filter((view) => isWanted(view, of));
  if (signedIn.length > 0) {
    const context = await openContext(of, 'removed');
    const page = await context.newPage();
    await signIn(page);
    await take({ views: signedIn, page, isPhone, name, ids: of.ids });
    await context.close();
  }
  const first = firstViews.filter((view) => isWanted(view, of));
  if (first.length > 0) {
    const context = await openContext(of, 'unseen');
    await take({ views: first, page: await context.newPage(), isPhone, name, ids: of.ids });
    await context.close();
  }
}

function isWanted(view: PictureView, { look, device }: { look: string; device: string }): boolean {
  if (wanted.to === undefined) return picturesOfDocs.includes(`${view.name}-${device}-${look}`);
  const isIn = (list: string | undefined, value: string) =>
    list === undefined || list.split(',').includes(value);
  return isIn(wanted.looks, look) && isIn(wanted.devices, device) && isIn(wanted.views, view.name);
}

async function openContext(
  of: { browser: Browser; look: string; device: string },
  examples: 'unseen' | 'removed',
): Promise<BrowserContext> {
  const { preferences, ...media } = looks[of.look] ?? {};
  const context = await of.browser.newContext({
    ...devices[of.device],
    ...media,
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'UTC',
    ...(examples === 'unseen' ? { serviceWorkers: 'block' } : {}),
  });
  context.setDefaultTimeout(10_000);
  await context.addInitScript(
    (held) => {
      const key = 'taskflow.preferences';
      const before = JSON.parse(localStorage.getItem(key) ?? '{}');
      localStorage.setItem(key, JSON.stringify({ ...before, ...held }));
    },
    { ...preferences, ...(examples === 'unseen' ? {} : { examples }) },
  );
  // Every page that opens tells of what lost, and would be in the picture or not as time has it.
  await context.addInitScript(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('[data-testid="conflict-toast"] { display: none }');
    document.adoptedStyleSheets.push(sheet);
  });
  return context;
}

async function take(of: {
  views: readonly PictureView[];
  page: Page;
  isPhone: boolean;
  name: string;
  ids: DemoIds;
}): Promise<void> {
  const { page, name } = of;
  for (const view of of.views) {
    try {
      await view.show({ ...of, url });
    } catch (error) {
      process.stderr.write(`${view.name}-${name}: ${String(error)}\n`);
      process.exitCode = 1;
    }
    await page.mouse.move(0, 0);
    // Icons and marks of rows come in files of their own.
    await page.waitForLoadState('networkidle').catch(() => undefined);
    await page.evaluate(() => document.fonts.ready);
    await sleep(350);
    await page.screenshot({ path: `${folder}/${view.name}-${name}.png` });
  }
}

async function signIn(page: Page): Promise<void> {
  await page.goto(`${url}/login`);
  const email = page.getByTestId('login-email-input');
  await email.waitFor();
  const name = page.getByTestId('login-name-input');
  if (await name.isVisible()) await page.getByTestId('login-mode-toggle').click();
  await email.fill(account.email);
  await page.getByTestId('login-password-input').fill(account.password);
  await page.getByTestId('login-submit-button').click();
  await page.waitForURL('**/dashboard');
  await page.locator('[data-sync="synced"]').first().waitFor();
}
