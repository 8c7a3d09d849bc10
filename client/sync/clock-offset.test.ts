import { expect, test } from 'vitest';
import { clockSample, isBetterSample } from './clock-offset.ts';

test('[R6] the server is taken to have read its clock halfway through the round trip', () => {
  expect(clockSample({ sentMs: 1_000, receivedMs: 1_100, serverMs: 5_050 })).toEqual({
    offsetMs: 4_000,
    roundTripMs: 100,
  });
});

test('[R6] a clock set back during the request gives no sample', () => {
  expect(clockSample({ sentMs: 1_000, receivedMs: 900, serverMs: 5_000 })).toBeUndefined();
  expect(clockSample({ sentMs: 0, receivedMs: 1, serverMs: Number.NaN })).toBeUndefined();
});

test('[R6] the smallest round trip wins', () => {
  const known = { offsetMs: 100, roundTripMs: 50 };
  expect(isBetterSample({ offsetMs: 110, roundTripMs: 20 }, known)).toBe(true);
  expect(isBetterSample({ offsetMs: 110, roundTripMs: 80 }, known)).toBe(false);
  expect(
    isBetterSample({ offsetMs: 0, roundTripMs: 80 }, { offsetMs: 0, roundTripMs: undefined }),
  ).toBe(true);
});

test('[R6] a sample that contradicts the known one means the clock of the device was changed', () => {
  const known = { offsetMs: 100, roundTripMs: 50 };
  expect(isBetterSample({ offsetMs: 3_600_100, roundTripMs: 900 }, known)).toBe(true);
});
