import type {
  NoticeLeases,
  NoticeMarks,
  NoticeQueue,
  NoticeRow,
  NoticeStorage,
  PushSubscriptionRow,
  SubscriptionStorage,
} from '#server/storage/notice-port';

type HeldNotice = NoticeRow & { leaseId: string; leaseEndMs: number };

const free = { leaseId: '', leaseEndMs: 0 };

/** Subscriptions and a queue of notices in memory; each call takes effect at once and as a whole. */
export function createMemoryNotices(): NoticeStorage {
  const notices = new Map<string, HeldNotice>();
  return {
    ...createSubscriptions(),
    ...createQueue(notices),
    ...createLeases(notices),
    ...createKept(),
  };
}

function createSubscriptions(): SubscriptionStorage {
  const byId = new Map<string, PushSubscriptionRow>();
  const where = (fits: (row: PushSubscriptionRow) => boolean) => [...byId.values()].filter(fits);
  return {
    putSubscription: async (row) => {
      byId.set(row.id, row);
    },
    removeSubscriptions: async (ids) => {
      for (const id of ids) byId.delete(id);
    },
    subscriptionById: async (id) => byId.get(id),
    subscriptionsOf: async (userIds) => where(({ userId }) => userIds.includes(userId)),
    endSubscriptionsOf: async (ended) => {
      for (const { id } of where(({ sessionId }) => sessionId === ended)) byId.delete(id);
    },
    silentSubscriptions: async ({ beforeMs, limit }) =>
      where(({ unsent, seenAtMs }) => unsent > 0 && seenAtMs < beforeMs)
        .toSorted((a, b) => a.seenAtMs - b.seenAtMs)
        .slice(0, limit),
    noteSeen: async ({ id, unsent, seenAtMs, expectedSeenAtMs }) => {
      const held = byId.get(id);
      if (held === undefined || held.seenAtMs !== (expectedSeenAtMs ?? held.seenAtMs)) return false;
      byId.set(id, { ...held, unsent, seenAtMs });
      return true;
    },
  };
}

function createQueue(notices: Map<string, HeldNotice>): NoticeQueue {
  return {
    putNotices: async (rows) => {
      for (const row of rows) {
        const held = notices.get(keyOf(row));
        if (held !== undefined && held.seq >= row.seq) continue;
        const toldToMs = held?.toldToMs ?? row.toldToMs;
        notices.set(keyOf(row), { ...row, ...free, toldToMs });
      }
    },
    removeNotices: async ({ workspaceId, notices: removed }) => {
      for (const { id, seq } of removed) {
        const key = keyOf({ workspaceId, id });
        if ((notices.get(key)?.seq ?? Number.POSITIVE_INFINITY) <= seq) notices.delete(key);
      }
    },
    wakeNotices: async ({ workspaceIds, nowMs }) => {
      for (const held of notices.values()) {
        if (workspaceIds.includes(held.workspaceId)) held.dueMs = Math.min(held.dueMs, nowMs);
      }
    },
    nextDueMs: async () => [...notices.values()].toSorted((a, b) => a.dueMs - b.dueMs)[0]?.dueMs,
  };
}

function createLeases(notices: Map<string, HeldNotice>): NoticeLeases {
  let claims = 0;
  return {
    claimNotices: async ({ nowMs, leaseEndMs, limit }) => {
      claims += 1;
      const leaseId = `lease-${claims}`;
      const claimed = [...notices.values()]
        .filter((held) => held.dueMs <= nowMs && held.leaseEndMs <= nowMs)
        .toSorted((a, b) => a.dueMs - b.dueMs)
        .slice(0, limit);
      return claimed.map((held) => {
        Object.assign(held, { leaseId, leaseEndMs });
        const { leaseEndMs: _end, ...row } = held;
        return row;
      });
    },
    finishNotice: async (claimed, next) => {
      const held = notices.get(keyOf(claimed));
      if (held === undefined || held.leaseId !== claimed.leaseId) return false;
      if (next === undefined) notices.delete(keyOf(claimed));
      else Object.assign(held, next, free);
      return true;
    },
  };
}

function createKept(): NoticeMarks {
  const marks = new Map<string, number>();
  const values = new Map<string, string>();
  const markKey = (of: { workspaceId: string; epoch: string }) => `${of.workspaceId}/${of.epoch}`;
  return {
    noticedTo: async (of) => marks.get(markKey(of)) ?? 0,
    raiseNoticedTo: async ({ seq, ...of }) => {
      marks.set(markKey(of), Math.max(seq, marks.get(markKey(of)) ?? 0));
    },
    keepOnce: async ({ name, value }) => {
      const kept = values.get(name) ?? value;
      values.set(name, kept);
      return kept;
    },
  };
}

function keyOf({ workspaceId, id }: { workspaceId: string; id: string }): string {
  return `${workspaceId}/${id}`;
}
