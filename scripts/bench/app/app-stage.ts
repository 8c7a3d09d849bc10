import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BrowserContext, type CDPSession, chromium, type Page } from '@playwright/test';
import { TaskflowDevice } from '#scripts/bench/clients/taskflow-device';
import { registerPerson, type TaskflowPerson } from '#scripts/bench/clients/taskflow-person';
import { planUpload, upload } from '#scripts/bench/clients/upload-tasks';
import { startTarget } from '#scripts/bench/start-target';
import { chromiumFlags, chromiumPath } from '#scripts/chromium';
import { type GeneratedWorkspace, generateWorkspace } from '#scripts/generate-workspace';

/** Who has the workspace of a stage. */
export const account = { email: 'bench@example.com', password: 'a long pass phrase' };
const probe = fileURLToPath(new URL('page-probe.js', import.meta.url));
const firstSyncMs = 300_000;

/** The app in a browser profile that holds a whole workspace, the processor slowed as asked. */
export interface AppStage {
  url: string;
  workspace: GeneratedWorkspace;
  /** The owner of it, signed in without a browser. */
  person: TaskflowPerson;
  /** Opens the browser again on the same profile, without a network if asked; one page is open, blank. */
  reopen(of: { isOffline: boolean }): Promise<OpenPage>;
  stop(): Promise<void>;
}

/** The one page of an open browser. */
export interface OpenPage {
  page: Page;
  devtools: CDPSession;
  close(): Promise<void>;
}

/** Starts a server with `taskCount` generated tasks and a browser that has synced all of them. */
export async function openAppStage(of: {
  taskCount: number;
  slowdown: number;
  /** Where the app is served from; the one that was built last, if left out. */
  clientDir?: string;
}): Promise<AppStage> {
  const { clientDir } = of;
  const env = clientDir === undefined ? {} : { CLIENT_DIR: clientDir };
  const running = await startTarget('taskflow-embedded', 'mongodb://unused/', env);
  const profile = await mkdtemp(join(tmpdir(), 'taskflow-bench-profile-'));
  const { url } = running.server;
  const person = await registerPerson(url, account);
  const workspace = generateWorkspace({ seed: 1, taskCount: of.taskCount, nowMs: Date.now() });
  await fill(person, workspace);

  const reopen = async ({ isOffline }: { isOffline: boolean }): Promise<OpenPage> => {
    const context = await launch(profile);
    await context.setOffline(isOffline);
    const page = context.pages()[0] ?? (await context.newPage());
    const devtools = await context.newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: of.slowdown });
    return { page, devtools, close: () => context.close() };
  };
  const first = await launch(profile);
  await syncWhole(first.pages()[0] ?? (await first.newPage()), url);
  await first.close();
  return {
    url,
    workspace,
    person,
    reopen,
    stop: async () => {
      await running.stop();
      await rm(profile, { recursive: true, force: true });
    },
  };
}

async function launch(profile: string): Promise<BrowserContext> {
  const executablePath = chromiumPath();
  const context = await chromium.launchPersistentContext(profile, {
    args: [...chromiumFlags],
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
    ...(executablePath === undefined ? {} : { executablePath }),
  });
  await context.addInitScript({ path: probe });
  return context;
}

async function fill(person: TaskflowPerson, workspace: GeneratedWorkspace): Promise<void> {
  const device = new TaskflowDevice(person);
  await device.connect();
  const { labels, projects, tasks } = workspace;
  await upload(device, planUpload(device, [...labels, ...projects, ...tasks]));
  device.close();
}

/** Signs in and waits until everything is on this device, and the app with it. */
async function syncWhole(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/login`);
  const name = page.getByTestId('login-name-input');
  await page.getByTestId('login-email-input').waitFor();
  if (await name.isVisible()) await page.getByTestId('login-mode-toggle').click();
  await page.getByTestId('login-email-input').fill(account.email);
  await page.getByTestId('login-password-input').fill(account.password);
  await page.getByTestId('login-submit-button').click();
  await page.waitForURL('**/dashboard');
  await page
    .locator('[data-testid=sync-status][data-sync=synced][data-waiting="0"]')
    .first()
    .waitFor({ timeout: firstSyncMs });
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
}
