import { randomUUID } from 'node:crypto';
import type { AnyBulkWriteOperation } from 'mongodb';
import type {
  ClaimedNotice,
  NoticeLeases,
  NoticeMarks,
  NoticeQueue,
  NoticeRow,
  NoticeStorage,
  PushSubscriptionRow,
  SubscriptionStorage,
} from '../notice-port.ts';
import { writeBulk } from './apply-steps.ts';
import {
  type Collections,
  type NoticeRecord,
  noticesByDue,
  type SubscriptionRecord,
} from './collections.ts';
import { keysUnder, keyUnder } from './keys.ts';
import { guarded, isDuplicate } from './mongo-errors.ts';

type NoticeCollections = Pick<
  Collections,
  'subscriptions' | 'notices' | 'noticeMarks' | 'keptValues'
>;

/** Subscriptions and the queue of notices in MongoDB; every step that replicas race for is one guarded write. */
export function createMongoNotices(collections: NoticeCollections): NoticeStorage {
  return {
    ...createSubscriptions(collections),
    ...createQueue(collections),
    ...createLeases(collections),
    ...createKept(collections),
  };
}

function createSubscriptions({ subscriptions }: NoticeCollections): SubscriptionStorage {
  return {
    async putSubscription({ id, ...rest }) {
      const write = () => subscriptions.updateOne({ _id: id }, { $set: rest }, { upsert: true });
      await guarded(() => twice(write));
    },
    async removeSubscriptions(ids) {
      await guarded(() => subscriptions.deleteMany({ _id: { $in: [...ids] } }));
    },
    async subscriptionById(id) {
      const record = await guarded(() => subscriptions.findOne({ _id: id }));
      return record === null ? undefined : subscriptionOf(record);
    },
    async subscriptionsOf(userIds) {
      const query = { userId: { $in: [...userIds] } };
      return (await guarded(() => subscriptions.find(query).toArray())).map(subscriptionOf);
    },
    async endSubscriptionsOf(sessionId) {
      await guarded(() => subscriptions.deleteMany({ sessionId }));
    },
    async silentSubscriptions({ beforeMs, limit }) {
      const query = { unsent: { $gt: 0 }, seenAtMs: { $lt: beforeMs } };
      const options = { sort: { seenAtMs: 1 }, limit } as const;
      return (await guarded(() => subscriptions.find(query, options).toArray())).map(
        subscriptionOf,
      );
    },
    async noteSeen({ id, unsent, seenAtMs, expectedSeenAtMs }) {
      const expected = expectedSeenAtMs === undefined ? {} : { seenAtMs: expectedSeenAtMs };
      const query = { _id: id, ...expected };
      const update = { $set: { unsent, seenAtMs } };
      return (await guarded(() => subscriptions.updateOne(query, update))).matchedCount === 1;
    },
  };
}

function createQueue({ notices }: NoticeCollections): NoticeQueue {
  return {
    putNotices: (rows) => guarded(() => putNewer(notices, rows)),
    async removeNotices({ workspaceId, notices: removed }) {
      const operations = removed.map(({ id, seq }) => {
        return { deleteOne: { filter: { _id: keyUnder(workspaceId, id), seq: { $lte: seq } } } };
      });
      await guarded(() => writeBulk(notices, operations));
    },
    async wakeNotices({ workspaceIds, nowMs }) {
      const operations = workspaceIds.map((workspaceId) => {
        const filter = { _id: keysUnder(workspaceId), dueMs: { $gt: nowMs } };
        return { updateMany: { filter, update: { $set: { dueMs: nowMs } } } };
      });
      await guarded(() => writeBulk(notices, operations));
    },
    async nextDueMs() {
      const options = { sort: noticesByDue, projection: { dueMs: 1 } };
      return (await guarded(() => notices.findOne({}, options)))?.dueMs;
    },
  };
}

/** As `writeNewer` does, but what is replaced keeps the instant up to which it was told. */
async function putNewer(
  notices: NoticeCollections['notices'],
  rows: readonly NoticeRow[],
): Promise<void> {
  const operationsOf = (puts: readonly NoticeRow[], { upsert }: { upsert: boolean }) =>
    puts.map((row): AnyBulkWriteOperation<NoticeRecord> => {
      const { workspaceId, id, seq, dueMs, toldToMs, body } = row;
      const filter = { _id: keyUnder(workspaceId, id), seq: { $lt: seq } };
      const $set = { seq, dueMs, body, ...noLease };
      const $setOnInsert = { workspaceId, id, toldToMs };
      return { updateOne: { filter, update: { $set, $setOnInsert }, upsert } };
    });
  const duplicates = await writeBulk(notices, operationsOf(rows, { upsert: true }));
  const met = duplicates.flatMap((at) => rows[at] ?? []);
  await writeBulk(notices, operationsOf(met, { upsert: false }));
}

function createLeases({ notices }: NoticeCollections): NoticeLeases {
  return {
    claimNotices: (of) => guarded(() => claim(notices, of)),
    async finishNotice({ workspaceId, id, leaseId }, next) {
      const held = { _id: keyUnder(workspaceId, id), leaseId };
      if (next === undefined) {
        return (await guarded(() => notices.deleteOne(held))).deletedCount === 1;
      }
      const { dueMs, toldToMs } = next;
      const update = { $set: { dueMs, toldToMs, ...noLease } };
      return (await guarded(() => notices.updateOne(held, update))).matchedCount === 1;
    },
  };
}

/**
 * Leases what nobody else has leased since it was found; a record takes one of two such writes. Who lost some to others
 * looks again, until there are enough or none are left.
 */
async function claim(
  notices: NoticeCollections['notices'],
  { nowMs, leaseEndMs, limit }: Parameters<NoticeStorage['claimNotices']>[0],
): Promise<ClaimedNotice[]> {
  const due = { dueMs: { $lte: nowMs }, leaseEndMs: { $lte: nowMs } };
  const leaseId = randomUUID();
  const claimed = new Map<string, ClaimedNotice>();
  while (claimed.size < limit) {
    const options = { sort: noticesByDue, limit: limit - claimed.size, projection: { _id: 1 } };
    // One that was replaced since it was claimed is left to the next claim.
    const others = { ...due, _id: { $nin: [...claimed.keys()] } };
    const found = await notices.find(others, options).toArray();
    if (found.length === 0) break;
    const operations = found.map(({ _id }) => {
      const update = { $set: { leaseId, leaseEndMs } };
      return { updateOne: { filter: { _id, ...due }, update } };
    });
    await writeBulk(notices, operations);
    const _id = { $in: found.map((record) => record._id) };
    const won = await notices.find({ _id, leaseId }).toArray();
    for (const record of won) claimed.set(record._id, claimedOf(record));
  }
  return [...claimed.values()].toSorted((a, b) => a.dueMs - b.dueMs);
}

function createKept({ noticeMarks, keptValues }: NoticeCollections): NoticeMarks {
  return {
    async noticedTo({ workspaceId, epoch }) {
      const _id = keyUnder(workspaceId, epoch);
      return (await guarded(() => noticeMarks.findOne({ _id })))?.seq ?? 0;
    },
    async raiseNoticedTo({ workspaceId, epoch, seq }) {
      const _id = keyUnder(workspaceId, epoch);
      const write = () => noticeMarks.updateOne({ _id }, { $max: { seq } }, { upsert: true });
      await guarded(() => twice(write));
    },
    keepOnce: (of) => guarded(() => keep(keptValues, of)),
  };
}

/**
 * A write that finds a value waits, as any other, until a majority has what it found; a failed insert would not, and
 * what is read after it could still be nothing.
 */
async function keep(
  keptValues: NoticeCollections['keptValues'],
  { name, value }: { name: string; value: string },
): Promise<string> {
  const query = { _id: name };
  const held = await keptValues.findOne(query);
  if (held !== null) return held.value;
  await twice(() => keptValues.updateOne(query, { $setOnInsert: { value } }, { upsert: true }));
  const kept = await keptValues.findOne(query);
  if (kept === null) throw new Error(`the value ${name} is gone though nobody removes it`);
  return kept.value;
}

const noLease = { leaseId: '', leaseEndMs: 0 } as const;

/** Two may insert one key at once; to who is refused it is there by then. */
async function twice(write: () => Promise<unknown>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    await write();
  }
}

function subscriptionOf({ _id, ...rest }: SubscriptionRecord): PushSubscriptionRow {
  return { id: _id, ...rest };
}

function claimedOf(record: NoticeRecord): ClaimedNotice {
  const { _id, leaseEndMs: _end, ...claimed } = record;
  return claimed;
}
