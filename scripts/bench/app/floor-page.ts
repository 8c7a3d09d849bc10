import type { Page } from '@playwright/test';
import { pressAndPaint } from './interactions.ts';

const markup = `<!doctype html><title>Floor</title>
<style>p { padding: 8px; border-bottom: 1px solid #ddd }</style><main></main>`;

/** A page that shows 40 plain rows and changes one of them at a key: what the browser itself takes, slowed alike. */
export async function openFloor(page: Page): Promise<void> {
  await page.goto('about:blank');
  await page.setContent(markup);
  await page.evaluate(() => {
    const main = document.querySelector('main');
    for (let at = 0; at < 40; at += 1) {
      const row = document.createElement('p');
      row.textContent = `Row ${at}`;
      main?.append(row);
    }
    document.body.addEventListener('keydown', () => {
      const row = document.querySelector('p');
      if (row !== null) row.className = row.className === 'a' ? 'b' : 'a';
    });
  });
}

/** Ms from a key to the paint of what it changed. */
export async function measureFloor(page: Page): Promise<number> {
  const isA = await page.locator('p.a').count();
  const selector = isA > 0 ? 'p.b' : 'p.a';
  return pressAndPaint(page, { key: 'x', until: { selector, is: 'there' } });
}
