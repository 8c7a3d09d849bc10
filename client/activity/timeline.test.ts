import { expect, test } from 'vitest';
import type { OwnBatch } from '#client/store/own-batches.ts';
import type { Conflict } from '#shared/conflict';
import type { HistoryEntry } from '#shared/history-message';
import { formatStamp } from '#shared/stamp';
import { timelineOf } from './timeline.ts';

const startMs = Date.UTC(2026, 10, 28, 9);
const at = (minute: number) => new Date(startMs + minute * 60_000).toISOString();

function titled(seq: number, minute: number, of: { was: string; to: string; userId?: string }) {
  const { was, to, userId = 'ana' } = of;
  const change = { group: 'title', value: { title: to }, was: { title: was } };
  return {
    seq,
    at: at(minute),
    madeAt: at(minute),
    deviceId: 'anaslaptop',
    n: seq,
    userId,
    changes: [{ ...change, outcome: 'applied' }],
  } satisfies HistoryEntry;
}

function ownTitle(n: number, minute: number, isWaiting: boolean): OwnBatch {
  const change = { group: 'title', value: { title: `mine ${n}` }, outcome: 'applied' as const };
  return { deviceId: 'alicephone', n, madeAt: at(minute), isWaiting, changes: [change] };
}

function timeline(of: Partial<Parameters<typeof timelineOf>[0]>) {
  const history = { entries: [], next: null };
  return timelineOf({ history, own: [], conflicts: [], userId: 'alice', ...of });
}

test('the same edit by the same person within ten minutes is one step, from what it began with', () => {
  const entries = [
    titled(4, 30, { was: 'abc', to: 'abcd' }),
    titled(3, 9, { was: 'ab', to: 'abc' }),
    titled(2, 4, { was: 'a', to: 'ab' }),
    titled(1, 0, { was: '', to: 'a' }),
  ];
  const steps = timeline({ history: { entries, next: null } });
  expect(steps.map(({ was, value }) => [was?.['title'], value['title']])).toEqual([
    ['abc', 'abcd'],
    ['', 'abc'],
  ]);
});

test('edits of two people, and one that took the other back, stay apart', () => {
  const entries = [
    titled(3, 2, { was: 'b', to: 'a' }),
    titled(2, 1, { was: 'a', to: 'b' }),
    titled(1, 0, { was: 'x', to: 'a', userId: 'bob' }),
  ];
  expect(timeline({ history: { entries, next: null } })).toHaveLength(3);
});

test('what waits stands first; what was sent stands in for the log only until that was read', () => {
  const own = [ownTitle(2, 50, true), ownTitle(1, 20, false)];
  const unread = timeline({ own, history: { entries: [], next: undefined } });
  expect(unread.map(({ state, value }) => [state, value['title']])).toEqual([
    ['waiting', 'mine 2'],
    ['done', 'mine 1'],
  ]);
  const entries = [titled(5, 60, { was: 'a', to: 'b' })];
  const read = timeline({ own, history: { entries, next: null } });
  expect(read.map(({ state, userId }) => [state, userId])).toEqual([
    ['waiting', 'alice'],
    ['done', 'ana'],
  ]);
});

test('[R5] what lost stands in its place, once, and only as far back as the history was read', () => {
  const lost = (minute: number) => ({
    id: `conflict ${minute}`,
    authorId: 'alice',
    stamp: formatStamp({ ms: startMs + minute * 60_000, counter: 0, deviceId: 'alicephone' }),
    group: 'title',
    value: { title: 'mine' },
    createdAt: at(minute),
  });
  const conflicts = [lost(5), lost(15)] as unknown as Conflict[];
  const entries = [titled(3, 20, { was: 'b', to: 'c' }), titled(2, 10, { was: 'a', to: 'b' })];
  const states = (next: number | null) =>
    timeline({ conflicts, history: { entries, next } }).map(({ state }) => state);
  expect(states(2)).toEqual(['done', 'lost', 'done']);
  expect(states(null)).toEqual(['done', 'lost', 'done', 'lost']);
});
