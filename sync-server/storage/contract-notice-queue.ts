import { randomUUID } from 'node:crypto';
import * as fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { createNoticeModel, stepsOfQueue } from './contract-notice-model.ts';
import { oddTexts } from './contract-samples.ts';
import type { ClaimedNotice, NoticeRow, NoticeStorage } from './notice-port.ts';

/** What every queue of notices keeps; part of `noticesContract`. */
export function noticeQueueContract(notices: () => NoticeStorage): void {
  const put = (...rows: NoticeRow[]) => notices().putNotices(rows);
  const claim = (nowMs: number, of: { leaseEndMs?: number; limit?: number } = {}) =>
    notices().claimNotices({ nowMs, leaseEndMs: nowMs + 1_000, limit: 1_000, ...of });
  const claimOne = async (nowMs: number) => only(await claim(nowMs));
  /** The queue is one for all workspaces, so each test begins with an empty one. */
  const empty = async () => {
    const all = await claim(9e15);
    await Promise.all(all.map((each) => notices().finishNotice(each, undefined)));
  };
  beforeEach(empty);

  describe('notices: the queue', () => {
    test('what is due is claimed as it was put, the earliest first and no more than asked for', async () => {
      const [late, now, early, first] = [1_001, 1_000, 500, -5].map((dueMs) => notice({ dueMs }));
      if (!late || !now || !early || !first) throw new Error('four notices were made');
      await put(late, now, early, first);
      expect((await claim(1_000, { limit: 2 })).map(bare)).toEqual([first, early]);
      expect((await claim(1_000)).map(bare)).toEqual([now]);
      expect(await claim(1_000)).toEqual([]);
    });

    test('bodies are kept byte for byte', async () => {
      const rows = oddTexts.map((body, dueMs) => notice({ body, dueMs }));
      await put(...rows);
      expect((await claim(1_000)).map(bare)).toEqual(rows);
    });

    test('one id in two workspaces is two notices', async () => {
      const [of, near] = [notice({ id: 'a', dueMs: 1 }), notice({ id: 'a', dueMs: 2 })];
      await put(of, near);
      await notices().removeNotices({
        workspaceId: of.workspaceId,
        notices: [{ id: 'a', seq: 9 }],
      });
      expect((await claim(1_000)).map(bare)).toEqual([near]);
    });

    test('a lease keeps others away until it ends, and then is held by who claims next', async () => {
      const row = notice({ dueMs: 100 });
      await put(row);
      const first = only(await claim(1_000, { leaseEndMs: 5_000 }));
      expect(await claim(4_999)).toEqual([]);
      const second = only(await claim(5_000, { leaseEndMs: 6_000 }));
      expect(bare(second)).toEqual(row);
      expect(second.leaseId).not.toBe(first.leaseId);
      expect(await notices().finishNotice(first, { dueMs: 1, toldToMs: 1 })).toBe(false);
      expect(await notices().finishNotice(first, undefined)).toBe(false);
      expect(await claim(5_999)).toEqual([]);
      expect(bare(only(await claim(6_000)))).toEqual(row);
    });

    test('a lease that ended is still held while nobody else has claimed', async () => {
      await put(notice({}));
      const claimed = only(await claim(1_000, { leaseEndMs: 1_001 }));
      expect(await notices().finishNotice(claimed, { dueMs: 9_000, toldToMs: 8_000 })).toBe(true);
      expect(await claim(8_999)).toEqual([]);
    });

    test('a notice that is finished is due next when it says, told up to then, and claimed anew', async () => {
      const row = notice({ dueMs: 100, toldToMs: 50 });
      await put(row);
      const claimed = await claimOne(1_000);
      expect(await notices().finishNotice(claimed, { dueMs: 1_500, toldToMs: 1_000 })).toBe(true);
      expect(await notices().finishNotice(claimed, { dueMs: 2, toldToMs: 2 })).toBe(false);
      expect(await claim(1_499)).toEqual([]);
      const again = await claimOne(1_500);
      expect(bare(again)).toEqual({ ...row, dueMs: 1_500, toldToMs: 1_000 });
      expect(await notices().finishNotice(again, undefined)).toBe(true);
      expect(await notices().finishNotice(again, undefined)).toBe(false);
      expect(await claim(1e12)).toEqual([]);
    });

    test('what is not newer changes nothing: neither the notice nor a lease on it', async () => {
      const row = notice({ seq: 5, dueMs: 100, body: 'held' });
      await put(row);
      const claimed = await claimOne(1_000);
      await put({ ...row, seq: 4, dueMs: 1, body: 'older' });
      await put({ ...row, seq: 5, dueMs: 1, body: 'again' });
      expect(await claim(1_999)).toEqual([]);
      expect(await notices().finishNotice(claimed, { dueMs: 100, toldToMs: 7 })).toBe(true);
      expect(bare(await claimOne(1_000))).toEqual({ ...row, toldToMs: 7 });
    });

    test('of what is replaced the instant it was told up to stays, and its lease ends', async () => {
      const row = notice({ seq: 5, dueMs: 100, toldToMs: 90 });
      await put(row);
      const claimed = await claimOne(1_000);
      const newer = { ...row, seq: 6, dueMs: 200, toldToMs: 1, body: 'newer' };
      await put(newer);
      expect(await notices().finishNotice(claimed, undefined)).toBe(false);
      expect(await notices().finishNotice(claimed, { dueMs: 1, toldToMs: 1 })).toBe(false);
      const again = await claimOne(1_000);
      expect(bare(again)).toEqual({ ...newer, toldToMs: 90 });
      expect(await notices().finishNotice(claimed, undefined)).toBe(false);
      expect(await notices().finishNotice(again, undefined)).toBe(true);
    });

    test('one put may bring several of one id: the newest stays', async () => {
      const row = notice({ seq: 2 });
      await put({ ...row, seq: 1 }, { ...row, seq: 3, body: 'newest' }, row);
      await put();
      expect(bare(await claimOne(1_000))).toEqual({ ...row, seq: 3, body: 'newest' });
    });

    test('putters at the same time leave the newest', async () => {
      const rows = Array.from({ length: 200 }, () => notice({ toldToMs: 40 }));
      const putAll = (seq: number) => put(...rows.map((row) => ({ ...row, seq, dueMs: seq })));
      await Promise.all([2, 1, 4, 3].map(putAll));
      const claimed = (await claim(1_000)).map(bare);
      expect(new Set(claimed.map(({ id }) => id)).size).toBe(rows.length);
      expect(claimed.filter((row) => row.seq !== 4 || row.dueMs !== 4)).toEqual([]);
    });

    test('what is removed is no newer than said, whoever holds it', async () => {
      const { workspaceId } = notice({});
      const [a, b, c] = ['a', 'b', 'c'].map((id) => notice({ workspaceId, id, seq: 5 }));
      if (!a || !b || !c) throw new Error('three notices were made');
      await put(a, b, c);
      const claimed = await claim(1_000);
      const removed = [
        { id: 'a', seq: 5 },
        { id: 'b', seq: 4 },
        { id: 'c', seq: 6 },
        { id: 'unknown', seq: 9 },
      ];
      await notices().removeNotices({ workspaceId, notices: removed });
      await notices().removeNotices({ workspaceId, notices: [] });
      const finish = claimed.map(async (each) => {
        return [each.id, await notices().finishNotice(each, { dueMs: 1, toldToMs: 1 })] as const;
      });
      const isHeld = Object.fromEntries(await Promise.all(finish));
      expect(isHeld).toEqual({ a: false, b: true, c: false });
      expect((await claim(1_000)).map(({ id }) => id)).toEqual(['b']);
    });

    test('woken notices of a workspace are due now unless they were before; leases stay', async () => {
      const { workspaceId } = notice({});
      const held = notice({ workspaceId, dueMs: 100 });
      const early = notice({ workspaceId, dueMs: 950 });
      const later = notice({ workspaceId, dueMs: 50_000, toldToMs: 3 });
      const others = notice({ dueMs: 50_000 });
      const alsoWoken = notice({ dueMs: 60_000 });
      await put(held, early, later, others, alsoWoken);
      const claimed = await claimOne(900);
      const workspaceIds = [workspaceId, alsoWoken.workspaceId, randomUUID()];
      await notices().wakeNotices({ workspaceIds, nowMs: 1_000 });
      await notices().wakeNotices({ workspaceIds: [], nowMs: 1 });
      expect((await claim(999)).map(bare)).toEqual([early]);
      const woken = (await claim(1_000)).map(bare);
      expect(woken).toHaveLength(2);
      expect(woken).toContainEqual({ ...later, dueMs: 1_000 });
      expect(woken).toContainEqual({ ...alsoWoken, dueMs: 1_000 });
      expect(await notices().finishNotice(claimed, { dueMs: 70_000, toldToMs: 900 })).toBe(true);
      expect((await claim(50_000)).map(bare)).toContainEqual(others);
    });

    test('a lease outlives being woken', async () => {
      const row = notice({ dueMs: 100 });
      await put(row);
      const claimed = only(await claim(1_000, { leaseEndMs: 9_000 }));
      expect(await notices().finishNotice(claimed, { dueMs: 5_000, toldToMs: 1 })).toBe(true);
      const again = only(await claim(5_000, { leaseEndMs: 9_000 }));
      await notices().wakeNotices({ workspaceIds: [row.workspaceId], nowMs: 2_000 });
      expect(await claim(8_999)).toEqual([]);
      expect(await notices().finishNotice(again, undefined)).toBe(true);
    });

    test('the earliest due is known, claimed or not, until nothing is left', async () => {
      expect(await notices().nextDueMs()).toBeUndefined();
      await put(notice({ dueMs: 700 }), notice({ dueMs: 300 }), notice({ dueMs: 900 }));
      expect(await notices().nextDueMs()).toBe(300);
      const [first] = await claim(300);
      if (first === undefined) throw new Error('one was due');
      expect(await notices().nextDueMs()).toBe(300);
      await notices().finishNotice(first, { dueMs: 800, toldToMs: 300 });
      expect(await notices().nextDueMs()).toBe(700);
      await empty();
      expect(await notices().nextDueMs()).toBeUndefined();
    });
  });

  describe('notices: many replicas', () => {
    test('those who claim at once never get the same, and leave nothing that they have room for', async () => {
      const rows = Array.from({ length: 60 }, (_, at) => notice({ dueMs: at }));
      await put(...rows);
      const atOnce = async (claimers: number, limit: number) =>
        Promise.all(Array.from({ length: claimers }, () => claim(1_000, { limit })));
      const first = await atOnce(4, 5);
      expect(first.map((each) => each.length)).toEqual([5, 5, 5, 5]);
      expect(dueOf(first.flat())).toEqual(Array.from({ length: 20 }, (_, at) => at));
      const rest = await atOnce(6, 9);
      expect(dueOf(rest.flat())).toEqual(Array.from({ length: 40 }, (_, at) => at + 20));
      const finished = await Promise.all(
        [...first, ...rest].flat().map((each) => notices().finishNotice(each, undefined)),
      );
      expect(finished.every(Boolean)).toBe(true);
    });

    test('of a notice that is replaced while it is finished, one of both is seen whole', async () => {
      for (let round = 0; round < 10; round += 1) {
        const row = notice({ seq: 1, dueMs: 100, toldToMs: 0 });
        await put(row);
        const claimed = await claimOne(1_000);
        const newer = { ...row, seq: 2, dueMs: 200 };
        const finish = () => notices().finishNotice(claimed, { dueMs: 300, toldToMs: 1_000 });
        const [isFinished] = await Promise.all([finish(), put(newer)]);
        const after = bare(await claimOne(1_000));
        expect(after).toEqual({ ...newer, toldToMs: isFinished ? 1_000 : 0 });
      }
    });

    test('any puts, claims, ends, removals and wakings give what a plain model gives', async () => {
      await fc.assert(
        fc.asyncProperty(stepsOfQueue, async (steps) => {
          await empty();
          const model = createNoticeModel(notices());
          for (const step of steps) {
            await model.take(step);
            expect(await notices().nextDueMs()).toBe(model.nextDueMs());
          }
        }),
        { numRuns: 40 },
      );
    });
  });
}

function notice(of: Partial<NoticeRow>): NoticeRow {
  return {
    workspaceId: randomUUID(),
    id: randomUUID(),
    seq: 1,
    dueMs: 100,
    toldToMs: 0,
    body: '{"kind":"reminder"}',
    ...of,
  };
}

function bare({ leaseId: _lease, ...row }: ClaimedNotice): NoticeRow {
  return row;
}

function dueOf(rows: readonly NoticeRow[]): number[] {
  return rows.map(({ dueMs }) => dueMs).toSorted((a, b) => a - b);
}

function only<T>(all: readonly T[]): T {
  const [first] = all;
  if (first === undefined || all.length > 1) throw new Error(`not one but ${all.length}`);
  return first;
}
