import * as fc from 'fast-check';
import { expect } from 'vitest';
import { unreachable } from '#shared/unreachable';
import type { ClaimedNotice, NoticeRow, NoticeStorage } from './notice-port.ts';

/** One thing that is asked of a queue of notices; `which` is taken round the claims made so far. */
type QueueStep =
  | { name: 'put'; rows: NoticeRow[] }
  | { name: 'claim'; claimers: number; nowMs: number; leaseMs: number; limit: number }
  | { name: 'finish'; which: number; next: { dueMs: number; toldToMs: number } | undefined }
  | { name: 'remove'; row: NoticeRow }
  | { name: 'wake'; workspaceId: string; nowMs: number };

const time = fc.integer({ min: 0, max: 12 });
const workspaceIds = fc.constantFrom('model-a', 'model-b');
const row: fc.Arbitrary<NoticeRow> = fc.record({
  workspaceId: workspaceIds,
  id: fc.constantFrom('x', 'y', 'z'),
  seq: fc.integer({ min: 1, max: 6 }),
  dueMs: time,
  toldToMs: time,
  body: fc.constantFrom('{}', '{"n":1}'),
});
const next = fc.option(fc.record({ dueMs: time, toldToMs: time }), { nil: undefined });

/** Any steps over a few notices of two workspaces, within a few milliseconds. */
export const stepsOfQueue: fc.Arbitrary<QueueStep[]> = fc.array(
  fc.oneof(
    { arbitrary: namedStep('put', { rows: fc.array(row, { maxLength: 3 }) }), weight: 3 },
    {
      arbitrary: namedStep('claim', {
        claimers: fc.integer({ min: 1, max: 3 }),
        nowMs: time,
        leaseMs: fc.integer({ min: 1, max: 6 }),
        limit: fc.integer({ min: 1, max: 4 }),
      }),
      weight: 3,
    },
    { arbitrary: namedStep('finish', { which: fc.nat(20), next }), weight: 2 },
    { arbitrary: namedStep('remove', { row }), weight: 1 },
    { arbitrary: namedStep('wake', { workspaceId: workspaceIds, nowMs: time }), weight: 2 },
  ),
  { minLength: 5, maxLength: 25 },
);

function namedStep<N extends string, T extends Record<string, unknown>>(
  name: N,
  rest: { [K in keyof T]: fc.Arbitrary<T[K]> },
): fc.Arbitrary<{ name: N } & T> {
  return fc.record(rest).map((made) => ({ name, ...made }));
}

/** Takes steps with a queue, which is empty at first, and with a plain model, and expects the same of both. */
export function createNoticeModel(queue: NoticeStorage): {
  take(step: QueueStep): Promise<void>;
  nextDueMs(): number | undefined;
} {
  const held = new Map<string, Held>();
  const claims: ClaimedNotice[] = [];
  const take: { [N in QueueStep['name']]: (step: Step<N>) => Promise<void> } = {
    async put({ rows }) {
      await queue.putNotices(rows);
      for (const each of rows) {
        const before = held.get(keyOf(each));
        if (before !== undefined && before.row.seq >= each.seq) continue;
        const toldToMs = before?.row.toldToMs ?? each.toldToMs;
        held.set(keyOf(each), { row: { ...each, toldToMs }, leaseId: undefined, leaseEndMs: 0 });
      }
    },
    async claim({ claimers, nowMs, leaseMs, limit }) {
      const leaseEndMs = nowMs + leaseMs;
      const due = [...held.values()].filter(
        (each) => each.row.dueMs <= nowMs && each.leaseEndMs <= nowMs,
      );
      const asking = Array.from({ length: claimers }, () =>
        queue.claimNotices({ nowMs, leaseEndMs, limit }),
      );
      const claimed = (await Promise.all(asking)).flat();
      const earliest = due.map((each) => each.row.dueMs).toSorted((a, b) => a - b);
      expect(claimed.map((each) => each.dueMs).toSorted((a, b) => a - b)).toEqual(
        earliest.slice(0, claimers * limit),
      );
      for (const { leaseId, ...bare } of claimed) {
        const before = held.get(keyOf(bare));
        expect(due.map((each) => each.row)).toContainEqual(bare);
        // A second claim of the same would find the lease of the first.
        expect(before?.leaseEndMs).toBeLessThanOrEqual(nowMs);
        held.set(keyOf(bare), { row: bare, leaseId, leaseEndMs });
      }
      claims.push(...claimed);
    },
    async finish({ which, next: after }) {
      const claimed = claims[which % Math.max(1, claims.length)];
      if (claimed === undefined) return;
      const before = held.get(keyOf(claimed));
      const isHeld = before?.leaseId === claimed.leaseId;
      expect(await queue.finishNotice(claimed, after)).toBe(isHeld);
      if (before === undefined || !isHeld) return;
      if (after === undefined) held.delete(keyOf(claimed));
      else {
        const finished = { ...before.row, ...after };
        held.set(keyOf(claimed), { row: finished, leaseId: undefined, leaseEndMs: 0 });
      }
    },
    async remove({ row: { workspaceId, id, seq } }) {
      await queue.removeNotices({ workspaceId, notices: [{ id, seq }] });
      const key = keyOf({ workspaceId, id });
      if ((held.get(key)?.row.seq ?? 99) <= seq) held.delete(key);
    },
    async wake({ workspaceId, nowMs }) {
      await queue.wakeNotices({ workspaceIds: [workspaceId], nowMs });
      for (const each of held.values()) {
        if (each.row.workspaceId !== workspaceId) continue;
        each.row = { ...each.row, dueMs: Math.min(each.row.dueMs, nowMs) };
      }
    },
  };
  return {
    take: (step) => takeNamed(take, step),
    nextDueMs: () => [...held.values()].map((each) => each.row.dueMs).toSorted((a, b) => a - b)[0],
  };
}

interface Held {
  row: NoticeRow;
  leaseId: string | undefined;
  leaseEndMs: number;
}

type Step<N extends QueueStep['name']> = Extract<QueueStep, { name: N }>;

function takeNamed(
  take: { [N in QueueStep['name']]: (step: Step<N>) => Promise<void> },
  step: QueueStep,
): Promise<void> {
  switch (step.name) {
    case 'put':
      return take.put(step);
    case 'claim':
      return take.claim(step);
    case 'finish':
      return take.finish(step);
    case 'remove':
      return take.remove(step);
    case 'wake':
      return take.wake(step);
    default:
      return unreachable(step);
  }
}

function keyOf({ workspaceId, id }: { workspaceId: string; id: string }): string {
  return `${workspaceId}/${id}`;
}
