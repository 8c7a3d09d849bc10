import { expect, test } from 'vitest';
import { noticeAnswersPath } from '#shared/push-notice';
import { memoryCache } from '#shared/testing/memory-cache';
import { forgetAnswersOf, takeAnswers } from './take-answers.ts';

const [ana, bob] = ['0190d0f3-0000-7000-8000-00000000000a', '0190d0f3-0000-7000-8000-00000000000b'];
const answer = {
  token: 'signed',
  action: 'done',
  at: '2026-11-28T10:00:00.000Z',
  taskId: '0190d0f3-0000-7000-8000-00000000000c',
};
const locks = { request: <T>(_name: string, run: () => Promise<T>) => run() };

async function setUp() {
  const { caches } = memoryCache();
  const cache = await caches.open();
  for (const userId of [ana, bob]) {
    await cache.put(`${noticeAnswersPath}${userId}`, Response.json({ ...answer, userId }));
  }
  const heldBy = async (userId: string) => {
    const seen: string[] = [];
    const carryOut = async ({ action }: { action: string }) => seen.push(action) < 0;
    await takeAnswers({ caches, locks, userId, carryOut });
    return seen.length;
  };
  return { caches, heldBy };
}

test('what is carried out is gone, once, and what another person pressed is left to them', async () => {
  const { caches, heldBy } = await setUp();
  await takeAnswers({ caches, locks, userId: ana, carryOut: async () => true });
  expect([await heldBy(ana), await heldBy(bob)]).toEqual([0, 1]);
});

test('what cannot be carried out stays, until the person leaves', async () => {
  const { caches, heldBy } = await setUp();
  await takeAnswers({ caches, locks, userId: ana, carryOut: async () => false });
  expect(await heldBy(ana)).toBe(1);
  await forgetAnswersOf(caches, ana);
  expect([await heldBy(ana), await heldBy(bob)]).toEqual([0, 1]);
});
