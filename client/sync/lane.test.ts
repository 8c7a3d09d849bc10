import { expect, test } from 'vitest';
import { createLane, type Lane, type LaneOutcome } from './lane.ts';
import { createVirtualTime } from './testing/virtual-time.ts';

/** A lane whose runs come to what `outcome` says at that moment, with the longest waits that chance can give. */
function openLane(outcome: () => LaneOutcome): {
  lane: Lane;
  runsAtMs: number[];
  advance: (ms: number) => Promise<void>;
} {
  const time = createVirtualTime(0);
  const runsAtMs: number[] = [];
  const lane = createLane({
    run: async () => {
      runsAtMs.push(time.now());
      return outcome();
    },
    scheduler: time,
    random: () => 0.999,
    onState: () => undefined,
    onError: () => undefined,
  });
  return { lane, runsAtMs, advance: (ms) => time.advance(ms) };
}

test('a lane waits longer from failure to failure, and half a minute at the most', async () => {
  const { lane, runsAtMs, advance } = openLane(() => unreachable);
  lane.wake();
  await advance(200_000);
  const waits = runsAtMs.slice(1).map((atMs, index) => atMs - (runsAtMs[index] ?? 0));
  expect(waits.slice(0, 4)).toEqual([500, 999, 1_998, 3_996]);
  expect(Math.max(...waits)).toBeLessThanOrEqual(30_000);
});

test('a lane that waits because nobody answered tries within 2 s once the server was heard of', async () => {
  const { lane, runsAtMs, advance } = openLane(() => unreachable);
  lane.wake();
  await advance(100_000);
  const { length } = runsAtMs;
  lane.heard();
  await advance(2_000);
  expect(runsAtMs).toHaveLength(length + 1);
});

test('hearing of the server again and again makes no hot loop', async () => {
  const { lane, runsAtMs, advance } = openLane(() => unreachable);
  lane.wake();
  await advance(100_000);
  const { length } = runsAtMs;
  for (let event = 0; event < 1_000; event += 1) {
    lane.heard();
    await advance(10);
  }
  expect(runsAtMs.length - length).toBeLessThanOrEqual(10);
  expect(runsAtMs.length - length).toBeGreaterThanOrEqual(4);
});

test('a server that asked for patience is given it, whatever is heard of it', async () => {
  const { lane, runsAtMs, advance } = openLane(() => {
    return { name: 'retry', cause: 'busy', afterMs: 60_000 };
  });
  lane.wake();
  await advance(1_000);
  lane.heard();
  await advance(58_000);
  expect(runsAtMs).toHaveLength(1);
});

test('a lane that would try sooner by itself is not held back', async () => {
  const { lane, runsAtMs, advance } = openLane(() => unreachable);
  lane.wake();
  await advance(100);
  lane.heard();
  await advance(500);
  expect(runsAtMs).toHaveLength(2);
});

const unreachable: LaneOutcome = { name: 'retry', cause: 'unreachable', afterMs: undefined };
