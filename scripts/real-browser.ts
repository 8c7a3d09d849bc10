import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium } from '@playwright/test';
import { chromiumFlags, chromiumPath } from '#scripts/chromium';

/** A browser whose tabs are hidden and frozen as a person's are. */
export interface RealBrowser {
  context: BrowserContext;
  /** Ends it and deletes its profile. */
  stop: () => Promise<void>;
}

/**
 * Starts a browser that thinks only one of its tabs is looked at: Playwright's own keep every tab in front, and what is in
 * front cannot be frozen.
 */
export async function startRealBrowser(): Promise<RealBrowser> {
  const profile = await mkdtemp(join(tmpdir(), 'taskflow-browser-'));
  const flags = ['--headless', '--remote-debugging-port=0', `--user-data-dir=${profile}`];
  const child = spawn(
    chromiumPath() ?? chromium.executablePath(),
    [...chromiumFlags, ...flags, '--lang=en-GB', 'about:blank'],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  // A test or bench that fails does not come to stop it.
  const endWithUs = () => child.kill('SIGKILL');
  process.once('exit', endWithUs);
  const address = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const [found] = /ws:\S+/.exec(said) ?? [];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', () => reject(new Error(`the browser did not start:\n${said}`)));
  });
  const browser = await chromium.connectOverCDP(address, { noDefaults: true });
  const [context] = browser.contexts();
  if (context === undefined) throw new Error('the browser has no profile');
  return {
    context,
    stop: async () => {
      const ended = once(child, 'exit');
      await browser.close();
      child.kill('SIGKILL');
      await ended;
      process.off('exit', endWithUs);
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
