import { expect, it } from 'vitest';
import { createBrowser } from '#client/browser.ts';

it.each([
  ['the network is back', () => window.dispatchEvent(new Event('online'))],
  ['the network is gone', () => window.dispatchEvent(new Event('offline'))],
  ['the page is looked at', () => document.dispatchEvent(new Event('visibilitychange'))],
  ['the window is gone back to', () => window.dispatchEvent(new Event('focus'))],
])('sync gets a hint when %s, until it listens no more', (_, happen) => {
  let hints = 0;
  const stop = createBrowser().onHint(() => {
    hints += 1;
  });
  happen();
  expect(hints).toBe(1);
  stop();
  happen();
  expect(hints).toBe(1);
});
