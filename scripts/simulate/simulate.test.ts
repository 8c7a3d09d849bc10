import { expect, test } from 'vitest';
import { checkHistory } from './check-history.ts';
import { drawSchedule, firstFaults } from './schedule.ts';
import { runSchedule } from './world.ts';

/** Seeds that failed once, and what was wrong then (docs/correctness.md). */
test.each([
  [216, '[R3] a heads poll overtook a push, which was then taken for a fork'],
  [200, '[R3] a copied profile numbered anew what its original had sent'],
  [284, '[R3] a copied profile numbered anew what its original had sent'],
  [392, '[R3] a copied profile numbered anew what its original had sent'],
  [448, '[R3] a copied profile numbered anew what its original had sent'],
  [340, 'a tab that was frozen was made to lead'],
  [669, '[R5] two people who both put a task in the trash agree'],
  [424, '[R9] a removed member whose device had never pulled keeps its outbox and waits'],
])('seed %i passes: %s', async (seed) => {
  const { history } = await runSchedule(drawSchedule(seed, firstFaults));
  expect(checkHistory(history)).toEqual([]);
});

test('the same seed leaves the same trace, another seed another one', async () => {
  const traces = [];
  for (const seed of [7, 7, 8]) traces.push((await runSchedule(drawSchedule(seed))).traceHash);
  expect(traces[0]).toBe(traces[1]);
  expect(traces[0]).not.toBe(traces[2]);
});
