import { describe, expect, it } from 'vitest';
import type { ServerPage } from './ask-server.ts';
import { followServer, type ServerSearch } from './follow-server.ts';
import type { WhyNot } from './server-answer.ts';
import { hitOf } from './testing/server-hits.ts';

const hits = Array.from({ length: 6 }, (_, at) => hitOf(`Task ${at}`));

function page(from: number, to: number, of: Partial<ServerPage> = {}): ServerPage {
  const next = new Map(to < hits.length ? [['home', String(to)]] : []);
  return { hits: hits.slice(from, to), next, isWhole: true, failure: undefined, ...of };
}

function failed(why: WhyNot, retryAfterMs?: number): ServerPage {
  return page(0, 0, { next: new Map(), failure: { name: 'failed', why, retryAfterMs } });
}

/** Follows over a clock that only moves by `pass`; `first` and `after` are answered in turn, undefined: nothing to ask. */
function following(of: { first: (ServerPage | undefined)[]; after?: ServerPage[] }) {
  const timers: { atMs: number; run: () => void }[] = [];
  const told: ServerSearch[] = [];
  const hints: (() => void)[] = [];
  const delays: number[] = [];
  let nowMs = 0;
  const signals: AbortSignal[] = [];
  const followed = followServer({
    ask: {
      first: async ({ signal }) => {
        signals.push(signal);
        return of.first.length > 1 ? of.first.shift() : of.first[0];
      },
      after: async () => of.after?.shift() ?? page(0, 0),
    },
    server: {
      random: () => 1,
      onHint: (listener) => {
        hints.push(listener);
        return () => void hints.splice(0);
      },
    },
    timing: {
      after: (delayMs, run) => {
        const timer = { atMs: nowMs + delayMs, run };
        delays.push(delayMs);
        timers.push(timer);
        return () => void (timers.includes(timer) && timers.splice(timers.indexOf(timer), 1));
      },
    },
    question: { query: 'task', includesTrash: false },
    tell: (search) => told.push(search),
  });
  const settled = async () => {
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  };
  return {
    followed,
    signals,
    delays,
    settled,
    hint: async () => {
      for (const listener of hints) listener();
      await settled();
    },
    last: () => told.at(-1),
    titles: () => told.at(-1)?.hits.map(({ task }) => task.title),
    waiting: () => timers.length,
    pass: async (ms: number) => {
      nowMs += ms;
      for (const timer of timers.filter(({ atMs }) => atMs <= nowMs)) {
        timers.splice(timers.indexOf(timer), 1);
        timer.run();
      }
      await settled();
    },
  };
}

describe('a search that is followed', () => {
  it('the server is asked 300 ms after the last key, and once only where it has said everything', async () => {
    const test = following({ first: [page(4, 6)] });
    await test.pass(299);
    expect(test.signals).toHaveLength(0);
    await test.pass(1);
    expect(test.last()).toEqual({
      hits: hits.slice(4),
      hasMore: false,
      status: { name: 'whole' },
    });
    expect(test.waiting()).toBe(0);
  });

  it('where there is nothing to ask nothing is said', async () => {
    const test = following({ first: [undefined] });
    await test.pass(300);
    expect(test.last()).toEqual({ hits: [], hasMore: false, status: { name: 'none' } });
    expect(test.waiting()).toBe(0);
  });

  it('while the index is made it is asked again after growing delays, up to a minute', async () => {
    const building = page(0, 1, { next: new Map(), isWhole: false });
    const test = following({ first: [...Array.from({ length: 8 }, () => building), page(5, 6)] });
    await test.pass(300);
    for (let turn = 0; turn < 8; turn += 1) {
      expect(test.last()?.status).toEqual({ name: 'building' });
      await test.pass(60_000);
    }
    expect(test.delays.slice(1)).toEqual([
      1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000,
    ]);
    expect([test.last()?.status.name, test.titles()]).toEqual(['whole', ['Task 5']]);
    expect(test.waiting()).toBe(0);
  });

  it('more comes behind what is there, and every later round brings as many', async () => {
    const building = page(0, 2, { isWhole: false });
    const test = following({ first: [building], after: [page(2, 4), page(2, 4)] });
    await test.pass(300);
    expect([test.titles()?.length, test.last()?.hasMore]).toEqual([2, true]);
    test.followed.more();
    expect(test.last()?.status).toEqual({ name: 'more' });
    await test.settled();
    expect(test.titles()).toEqual(['Task 0', 'Task 1', 'Task 2', 'Task 3']);
    await test.pass(60_000);
    expect(test.titles()).toHaveLength(4);
  });

  it('an answer that fails leaves what was found, and is waited for as long as the server asked', async () => {
    const building = page(0, 2, { isWhole: false });
    const test = following({ first: [building, failed('busy', 90_000), page(4, 6)] });
    await test.pass(300);
    await test.pass(1_000);
    expect(test.last()?.status).toEqual({ name: 'failed', why: 'busy' });
    expect(test.titles()).toHaveLength(2);
    expect(test.delays.at(-1)).toBe(90_000);
    await test.hint();
    expect(test.signals).toHaveLength(2);
    await test.pass(90_000);
    expect(test.titles()).toEqual(['Task 4', 'Task 5']);
  });

  it('a server that was away is asked as soon as the network is back, or when the person asks', async () => {
    const test = following({ first: [failed('away'), failed('away'), page(4, 6)] });
    await test.pass(300);
    expect(test.last()?.status).toEqual({ name: 'failed', why: 'away' });
    test.followed.retry();
    expect(test.last()?.status).toEqual({ name: 'asking' });
    await test.settled();
    expect(test.last()?.status).toEqual({ name: 'failed', why: 'away' });
    expect(test.waiting()).toBe(1);
    await test.hint();
    expect(test.last()?.status).toEqual({ name: 'whole' });
    expect(test.waiting()).toBe(0);
  });

  it('somebody who is signed out, and a question that was refused, are not asked for again and again', async () => {
    for (const why of ['signedOut', 'refused'] as const) {
      const test = following({ first: [failed(why)] });
      await test.pass(300);
      expect([test.last()?.status, test.waiting()]).toEqual([{ name: 'failed', why }, 0]);
    }
  });

  it('what is stopped asks and tells nothing more', async () => {
    const test = following({ first: [page(0, 2, { isWhole: false })] });
    await test.pass(300);
    const before = test.last();
    test.followed.stop();
    await test.pass(60_000);
    await test.hint();
    expect([test.signals.length, test.signals[0]?.aborted]).toEqual([1, true]);
    expect(test.last()).toBe(before);
  });
});
