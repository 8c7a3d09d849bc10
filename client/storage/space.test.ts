import { expect, test } from 'vitest';
import { sizeOf, spaceOf } from './space.ts';

const mb = 1_000_000;

test.for([
  [799 * mb, 1_000 * mb, false],
  [800 * mb, 1_000 * mb, true],
  [700 * mb, 899 * mb, true],
  [0, 199 * mb, true],
  [79_000 * mb, 100_000 * mb, false],
])('with %i of %i bytes used, room is short: %s', ([usage, quota, isShort]) => {
  expect(spaceOf({ usage: Number(usage), quota: Number(quota) })?.isShort).toBe(isShort);
});

test('where the browser gives no estimate, nothing is judged', () => {
  expect(spaceOf({})).toBeUndefined();
  expect(spaceOf({ usage: 5 })).toBeUndefined();
  expect(spaceOf({ usage: 0, quota: 0 })).toBeUndefined();
});

test('more used than there is leaves nothing, not less', () => {
  expect(spaceOf({ usage: 3, quota: 2 })?.leftBytes).toBe(0);
});

test('a size has three digits at most, in the unit that fits', () => {
  expect(sizeOf(0)).toEqual({ amount: 0, unit: 'kb' });
  expect(sizeOf(304_574)).toEqual({ amount: 305, unit: 'kb' });
  expect(sizeOf(999_600)).toEqual({ amount: 1, unit: 'mb' });
  expect(sizeOf(9_940_000)).toEqual({ amount: 9.9, unit: 'mb' });
  expect(sizeOf(9_960_000)).toEqual({ amount: 10, unit: 'mb' });
  expect(sizeOf(10_737_807_809)).toEqual({ amount: 11, unit: 'gb' });
});
