import { expect, test } from 'vitest';
import { createVirtualTime } from './testing/virtual-time.ts';
import { watchLeader } from './watch-leader.ts';

function setUp() {
  const time = createVirtualTime();
  const heard: string[] = [];
  const watch = watchLeader({
    scheduler: time,
    ask: () => heard.push('ask'),
    onSilent: () => heard.push('silent'),
  });
  return { time, heard, watch };
}

test('a leader that answers is asked again later, and never found silent', async () => {
  const { time, heard, watch } = setUp();
  watch.check();
  for (let seconds = 0; seconds < 30; seconds += 10) {
    watch.heard();
    await time.advance(10_000);
  }
  expect(heard).toEqual(['ask', 'ask', 'ask', 'ask']);
});

test('a leader that does not answer within 3 s is found silent once', async () => {
  const { time, heard, watch } = setUp();
  watch.check();
  watch.check();
  await time.advance(60_000);
  expect(heard).toEqual(['ask', 'silent']);
});

test.each([
  ['slept itself', 'check', 600_000],
  ['was busy itself', 'checkSoon', 1_000],
] as const)('a tab that %s asks once more before it blames the leader', (_, check, lateMs) => {
  let nowMs = 0;
  const timers: (() => void)[] = [];
  const heard: string[] = [];
  const watch = watchLeader({
    scheduler: { now: () => nowMs, after: (_delayMs, run) => (timers.push(run), () => undefined) },
    ask: () => heard.push('ask'),
    onSilent: () => heard.push('silent'),
  });
  watch[check]();
  nowMs = lateMs;
  timers[0]?.();
  expect(heard).toEqual(['ask', 'ask']);
});

test('a watch that was stopped asks nobody', async () => {
  const { time, heard, watch } = setUp();
  watch.check();
  watch.stop();
  await time.advance(60_000);
  expect(heard).toEqual(['ask']);
});

test('while a person waits, a leader that does not answer is found silent within 600 ms, also one that was asked before', async () => {
  const { time, heard, watch } = setUp();
  watch.check();
  await time.advance(100);
  watch.checkSoon();
  await time.advance(600);
  expect(heard).toEqual(['ask', 'silent']);
});
