import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { noticeQueueContract } from './contract-notice-queue.ts';
import { oddTexts } from './contract-samples.ts';
import type { NoticeStorage, PushSubscriptionRow } from './notice-port.ts';

/** What every storage of notices keeps; part of `storageContract`. */
export function noticesContract(notices: () => NoticeStorage): void {
  noticeQueueContract(notices);

  describe('notices: subscriptions', () => {
    /** The silent ones are those of everybody, so each test begins without any. */
    beforeEach(async () => {
      const silent = await notices().silentSubscriptions({ beforeMs: 9e15, limit: 1_000 });
      await notices().removeSubscriptions(silent.map(({ id }) => id));
    });

    const put = async (of: Partial<PushSubscriptionRow>) => {
      const row = subscription(of);
      await notices().putSubscription(row);
      return row;
    };

    test('a subscription is found by id and by person as it was put', async () => {
      const [alice, bob] = [randomUUID(), randomUUID()];
      const phone = await put({ userId: alice });
      const laptop = await put({ userId: alice, kinds: [] });
      const ofBob = await put({ userId: bob });
      await put({});
      expect(await notices().subscriptionById(phone.id)).toEqual(phone);
      expect(await notices().subscriptionById(randomUUID())).toBeUndefined();
      expect(byId(await notices().subscriptionsOf([alice]))).toEqual(byId([phone, laptop]));
      const both = await notices().subscriptionsOf([bob, randomUUID(), alice, bob]);
      expect(byId(both)).toEqual(byId([phone, laptop, ofBob]));
      expect(await notices().subscriptionsOf([])).toEqual([]);
    });

    test('what a browser gave is kept byte for byte', async () => {
      for (const odd of oddTexts) {
        const row = await put({ endpoint: odd, device: odd, kinds: [odd, 'reminder'] });
        expect(await notices().subscriptionById(row.id)).toEqual(row);
      }
    });

    test('a browser that another person signs in with tells that person only', async () => {
      const [alice, bob] = [randomUUID(), randomUUID()];
      const before = await put({ userId: alice, kinds: ['reminder', 'mention'], unsent: 4 });
      const after = await put({ id: before.id, userId: bob, kinds: ['mention'] });
      expect(await notices().subscriptionById(before.id)).toEqual(after);
      expect(await notices().subscriptionsOf([alice])).toEqual([]);
      expect(await notices().subscriptionsOf([bob])).toEqual([after]);
      await notices().endSubscriptionsOf(before.sessionId);
      expect(await notices().subscriptionsOf([bob])).toEqual([after]);
    });

    test('ten puts of one subscription at once leave one of them', async () => {
      const id = randomUUID();
      const rows = Array.from({ length: 10 }, (_, at) => subscription({ id, unsent: at }));
      await Promise.all(rows.map((row) => notices().putSubscription(row)));
      const kept = await notices().subscriptionById(id);
      expect(rows).toContainEqual(kept);
      const found = await notices().subscriptionsOf(rows.map(({ userId }) => userId));
      expect(found).toEqual([kept]);
    });

    test('of those that are removed, the ones that are there go, and no other', async () => {
      const userId = randomUUID();
      const [gone, stays] = [await put({ userId }), await put({ userId })];
      await notices().removeSubscriptions([gone.id, randomUUID()]);
      await notices().removeSubscriptions([]);
      expect(await notices().subscriptionById(gone.id)).toBeUndefined();
      expect(await notices().subscriptionsOf([userId])).toEqual([stays]);
    });

    test('all subscriptions of a sign-in end with it, and no other', async () => {
      const [userId, sessionId] = [randomUUID(), randomUUID()];
      await put({ userId, sessionId });
      await put({ userId, sessionId });
      const other = await put({ userId });
      await notices().endSubscriptionsOf(sessionId);
      await notices().endSubscriptionsOf(randomUUID());
      expect(await notices().subscriptionsOf([userId])).toEqual([other]);
    });

    test('silent ones have something not sent and said so before; the longest silent come first', async () => {
      const third = await put({ unsent: 1, seenAtMs: 3_000 });
      const first = await put({ unsent: 9, seenAtMs: 1_000 });
      const second = await put({ unsent: 2, seenAtMs: 2_000 });
      await put({ unsent: 0, seenAtMs: 500 });
      await put({ unsent: 5, seenAtMs: 4_000 });
      const silent = (limit: number) => notices().silentSubscriptions({ beforeMs: 4_000, limit });
      expect(await silent(10)).toEqual([first, second, third]);
      expect(await silent(2)).toEqual([first, second]);
      await notices().noteSeen({ id: first.id, unsent: 0, seenAtMs: 1_000 });
      expect(await silent(10)).toEqual([second, third]);
      await notices().noteSeen({ id: first.id, unsent: 1, seenAtMs: 2_500 });
      expect((await silent(2)).map(({ id }) => id)).toEqual([second.id, first.id]);
    });

    test('what a browser last said is noted of one that is there, and nothing else of it changes', async () => {
      const row = await put({ unsent: 3, seenAtMs: 1_000 });
      const seen = { id: row.id, unsent: 0, seenAtMs: 2_000 };
      expect(await notices().noteSeen(seen)).toBe(true);
      expect(await notices().noteSeen(seen)).toBe(true);
      expect(await notices().subscriptionById(row.id)).toEqual({ ...row, ...seen });
      expect(await notices().noteSeen({ ...seen, id: randomUUID() })).toBe(false);
    });

    test('what a browser said meanwhile is not noted over', async () => {
      const row = await put({ unsent: 3, seenAtMs: 1_000 });
      const note = (expectedSeenAtMs: number, seenAtMs: number) =>
        notices().noteSeen({ id: row.id, unsent: 3, seenAtMs, expectedSeenAtMs });
      expect(await note(999, 5_000)).toBe(false);
      expect(await notices().subscriptionById(row.id)).toEqual(row);
      const outcomes = await Promise.all([1, 2, 3, 4, 5].map((at) => note(1_000, 2_000 + at)));
      expect(outcomes.filter(Boolean)).toHaveLength(1);
      const seenAtMs = 2_001 + outcomes.indexOf(true);
      expect(await notices().subscriptionById(row.id)).toEqual({ ...row, seenAtMs });
    });
  });

  describe('notices: marks and kept values', () => {
    test('a mark begins at 0, and never falls within an epoch', async () => {
      const space = { workspaceId: randomUUID(), epoch: 'epoch-1' };
      expect(await notices().noticedTo(space)).toBe(0);
      const raise = (seq: number) => notices().raiseNoticedTo({ ...space, seq });
      await Promise.all([2, 7, 5, 1].map(raise));
      expect(await notices().noticedTo(space)).toBe(7);
      await raise(3);
      expect(await notices().noticedTo(space)).toBe(7);
      await raise(8);
      expect(await notices().noticedTo(space)).toBe(8);
    });

    test('another epoch begins anew, and one that ends late does not set it back', async () => {
      const workspaceId = randomUUID();
      const [before, after] = [
        { workspaceId, epoch: 'epoch-1' },
        { workspaceId, epoch: 'epoch-2' },
      ];
      await notices().raiseNoticedTo({ ...before, seq: 9 });
      expect(await notices().noticedTo(after)).toBe(0);
      await notices().raiseNoticedTo({ ...after, seq: 4 });
      await notices().raiseNoticedTo({ ...before, seq: 10 });
      expect(await notices().noticedTo(after)).toBe(4);
      expect(await notices().noticedTo({ ...after, workspaceId: randomUUID() })).toBe(0);
    });

    test('a value is kept once: whoever comes later is given the first', async () => {
      const name = randomUUID();
      expect(await notices().keepOnce({ name, value: 'first' })).toBe('first');
      expect(await notices().keepOnce({ name, value: 'second' })).toBe('first');
      expect(await notices().keepOnce({ name: randomUUID(), value: 'second' })).toBe('second');
      for (const value of oddTexts) {
        expect(await notices().keepOnce({ name: randomUUID(), value })).toBe(value);
      }
    });

    test('ten who keep a value at once are all given the same one', async () => {
      for (let round = 0; round < 5; round += 1) {
        const name = randomUUID();
        const values = Array.from({ length: 10 }, (_, at) => `value-${at}`);
        const given = await Promise.all(values.map((value) => notices().keepOnce({ name, value })));
        expect(new Set(given).size).toBe(1);
        expect(values).toContain(given[0]);
        expect(await notices().keepOnce({ name, value: 'late' })).toBe(given[0]);
      }
    });
  });
}

function subscription(of: Partial<PushSubscriptionRow>): PushSubscriptionRow {
  return {
    id: randomUUID(),
    userId: randomUUID(),
    sessionId: randomUUID(),
    endpoint: 'https://push.example.org/alicePhone',
    p256dh:
      'BNcRdreALRFXTkOOUHK1EtK2wtaz5Ry4YfYCA_0QTpQtUbVlUls0VJXg7A8u-Ts1XbjhazAkj7I99e8QcYP7DkM',
    auth: 'tBHItJI5svbpez7KI4CCXg',
    timeZone: 'Europe/Zurich',
    device: 'Firefox on Linux',
    kinds: ['reminder'],
    unsent: 0,
    seenAtMs: 1_790_000_000_000,
    ...of,
  };
}

function byId(rows: readonly PushSubscriptionRow[]): PushSubscriptionRow[] {
  return rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
