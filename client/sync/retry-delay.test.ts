import { expect, test } from 'vitest';
import { retryDelayMs } from './retry-delay.ts';

test('the cap doubles from half a second to thirty seconds', () => {
  const caps = [1, 2, 3, 6, 7, 100].map((attempt) => retryDelayMs({ attempt, random: () => 1 }));
  expect(caps).toEqual([500, 1_000, 2_000, 16_000, 30_000, 30_000]);
});

test('jitter is full: the whole span below the cap is used', () => {
  expect(retryDelayMs({ attempt: 4, random: () => 0 })).toBe(0);
  expect(retryDelayMs({ attempt: 4, random: () => 0.5 })).toBe(2_000);
});

test('Retry-After comes first, but not for hours', () => {
  expect(retryDelayMs({ attempt: 1, random: () => 0, retryAfterMs: 7_000 })).toBe(7_000);
  expect(retryDelayMs({ attempt: 1, random: () => 0, retryAfterMs: 86_400_000 })).toBe(300_000);
});
