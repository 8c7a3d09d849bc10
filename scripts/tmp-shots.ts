import { spawn } from 'node:child_process';
import { mkdtemp, mkdir } from 'node:fs/promises';
import { chromium } from '@playwright/test';
import { chromiumFlags, chromiumPath } from '#scripts/chromium';
import { freePort } from '#scripts/free-port';
const out = '/tmp/shots-storage'; await mkdir(out, { recursive: true });
const dataDir = await mkdtemp('/tmp/storage-shots-'); const port = await freePort(); const url = `http://127.0.0.1:${port}`;
const server = spawn(process.execPath, ['dist/server/main.js'], { env: { ...process.env, PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'error' }, stdio: 'inherit' });
const executablePath = chromiumPath();
const browser = await chromium.launch({ args: [...chromiumFlags], ...(executablePath ? { executablePath } : {}) });
const guest = '00000000-0000-4000-8000-000000000001';
try {
  for (let i = 0; i < 100; i++) { if (await fetch(url + '/healthz').then((r) => r.ok, () => false)) break; await new Promise((r) => setTimeout(r, 50)); }
  const iphone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1';
  for (const [look, opts] of Object.entries({ 'light': { colorScheme: 'light', lang: 'en' }, 'dark': { colorScheme: 'dark', lang: 'en' }, 'arabic': { colorScheme: 'light', lang: 'ar' } }) as [string, {colorScheme: 'light'|'dark', lang: string}][])
    for (const [size, viewport] of Object.entries({ desktop: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } })) {
      const isPhone = size === 'phone';
      const context = await browser.newContext({ viewport, colorScheme: opts.colorScheme, reducedMotion: 'reduce', hasTouch: isPhone, isMobile: isPhone, locale: 'en-GB', ...(isPhone ? { userAgent: iphone } : {}) });
      await context.addInitScript((lang) => { if (localStorage.getItem('taskflow.preferences') === null) localStorage.setItem('taskflow.preferences', JSON.stringify({ examples: 'removed', language: lang })); }, opts.lang);
      const page = await context.newPage();
      await page.goto(url + '/settings');
      await page.getByTestId('storage-space').waitFor();
      console.log(await page.evaluate(() => navigator.storage.estimate().then((e) => JSON.stringify([e.usage, e.quota]))), await page.getByTestId('storage-kept').textContent());
      await page.getByTestId('storage-ask-button').scrollIntoViewIfNeeded();
      if (look === 'dark') { await page.getByTestId('storage-ask-button').click(); await page.waitForTimeout(300); }
      await page.getByTestId('storage-space').scrollIntoViewIfNeeded();
      await page.screenshot({ path: `${out}/settings-${size}-${look}.png` });
      await page.goto(url + '/dashboard');
      await page.waitForFunction(() => localStorage.getItem('taskflow.device') !== null);
      const show = (loss: object) => page.evaluate((loss) => {
        const book = JSON.parse(localStorage.getItem('taskflow.device') ?? '{}');
        localStorage.setItem('taskflow.device', JSON.stringify({ ...book, loss }));
        dispatchEvent(new StorageEvent('storage', { key: 'taskflow.device' }));
      }, loss);
      const base = { userId: guest, isGuest: true, seenMs: Date.now() - 86400000 * 3, waiting: 3 };
      for (const [name, loss] of Object.entries({ guest: { ...base, what: 'tasks' }, signin: { ...base, isGuest: false, what: 'sign-in' }, both: { ...base, isGuest: false, what: 'both' } })) {
        await show(loss); await page.getByTestId('storage-loss').waitFor(); await page.waitForTimeout(200);
        await page.screenshot({ path: `${out}/loss-${name}-${size}-${look}.png` });
      }
      await page.getByTestId('storage-close').click();
      await context.addInitScript(() => { navigator.storage.estimate = async () => ({ usage: 9.1e9, quota: 9.25e9 }); Object.defineProperty(navigator, 'userAgent', { get: () => 'Firefox/130' }); });
      await page.reload();
      await page.getByTestId('storage-short').waitFor(); await page.screenshot({ path: `${out}/short-${size}-${look}.png` });
      await page.getByTestId('storage-close').click();
      await page.goto(url + '/settings'); await page.getByTestId('storage-space').scrollIntoViewIfNeeded(); await page.screenshot({ path: `${out}/settings-short-${size}-${look}.png` });
      await context.close();
    }
} finally { await browser.close(); server.kill('SIGTERM'); }
