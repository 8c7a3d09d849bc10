import { expect, test } from 'vitest';
import { countOwn } from './own-tasks.ts';

const alice = 'alice';
const written = { id: '0193a5b0-0000-7000-8000-000000000001', createdBy: alice };
const derived = { id: '0193a5b0-0000-5000-8000-000000000001', createdBy: alice };

test('examples are no own tasks, what is written by hand is', () => {
  expect(
    countOwn(
      Array.from({ length: 10 }, () => derived),
      alice,
    ),
  ).toBe(0);
  expect(countOwn([...Array.from({ length: 10 }, () => derived), written, written], alice)).toBe(2);
});

test('an import of another app counts as far as it cannot be the examples', () => {
  expect(
    countOwn(
      Array.from({ length: 200 }, () => derived),
      alice,
    ),
  ).toBe(190);
});

test('what others wrote into a shared workspace does not count', () => {
  expect(countOwn([{ ...written, createdBy: 'bob' }], alice)).toBe(0);
});
