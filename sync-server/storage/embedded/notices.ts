import { randomUUID } from 'node:crypto';
import type {
  ClaimedNotice,
  NoticeLeases,
  NoticeMarks,
  NoticeQueue,
  NoticeStorage,
  PushSubscriptionRow,
  SubscriptionStorage,
} from '../notice-port.ts';
import { integer, text, type SqliteFile, type SqliteRow, type SqliteValue } from './sqlite-file.ts';
import type { SqliteWriter } from './sqlite-writer.ts';

/** The tables of notices; they live beside the change log because their writes wait for the disk too. */
export const noticesSchema = `
  CREATE TABLE push_subscription (
    id TEXT PRIMARY KEY, user_id TEXT NOT NULL, session_id TEXT NOT NULL, endpoint TEXT NOT NULL,
    p256dh TEXT NOT NULL, auth TEXT NOT NULL, time_zone TEXT NOT NULL,
    device TEXT NOT NULL, kinds TEXT NOT NULL, unsent INTEGER NOT NULL, seen_at_ms INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX push_subscription_by_user ON push_subscription (user_id);
  CREATE INDEX push_subscription_by_session ON push_subscription (session_id);
  CREATE INDEX push_subscription_unsent ON push_subscription (seen_at_ms) WHERE unsent > 0;
  CREATE TABLE notice (
    workspace_id TEXT NOT NULL, id TEXT NOT NULL, seq INTEGER NOT NULL, due_ms INTEGER NOT NULL,
    told_to_ms INTEGER NOT NULL, body TEXT NOT NULL, lease_id TEXT, lease_end_ms INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (workspace_id, id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX notice_by_due ON notice (due_ms, lease_end_ms);
  CREATE INDEX notice_by_lease ON notice (lease_id) WHERE lease_id IS NOT NULL;
  CREATE TABLE notice_mark (
    workspace_id TEXT NOT NULL, epoch TEXT NOT NULL, seq INTEGER NOT NULL,
    PRIMARY KEY (workspace_id, epoch)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE kept_value (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
`;

/** The tables of notices. */
export const noticeTables = ['push_subscription', 'notice', 'notice_mark', 'kept_value'] as const;

/** Subscriptions and the queue of notices in the file of the change log. */
export function createEmbeddedNotices(file: SqliteFile, writer: SqliteWriter): NoticeStorage {
  /** Runs one statement once for each row of values, durably; resolves to how many rows all of them changed. */
  const write: Write = async (sql, ...rows) => {
    if (rows.length === 0) return 0;
    const [changes = []] = await writer.write([{ sql, rows }]);
    return changes.reduce((sum, one) => sum + one, 0);
  };
  return {
    ...createSubscriptions(file, write),
    ...createQueue(file, write),
    ...createLeases(file, write),
    ...createKept(file, write),
  };
}

type Write = (sql: string, ...rows: readonly (readonly SqliteValue[])[]) => Promise<number>;

const subscriptionColumns =
  'id, user_id, session_id, endpoint, p256dh, auth, time_zone, device, kinds, unsent, seen_at_ms';

function createSubscriptions(file: SqliteFile, write: Write): SubscriptionStorage {
  const put = `INSERT OR REPLACE INTO push_subscription (${subscriptionColumns})
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
  const remove = 'DELETE FROM push_subscription WHERE id IN (SELECT value FROM json_each(?))';
  const endOfSession = 'DELETE FROM push_subscription WHERE session_id = ?';
  const note = `UPDATE push_subscription SET unsent = ?, seen_at_ms = ?
    WHERE id = ? AND seen_at_ms = coalesce(?, seen_at_ms)`;
  const select = `SELECT ${subscriptionColumns} FROM push_subscription`;
  const byId = file.prepare(`${select} WHERE id = ?`);
  const ofUsers = file.prepare(`${select} WHERE user_id IN (SELECT value FROM json_each(?))`);
  const silent = file.prepare(
    `${select} WHERE unsent > 0 AND seen_at_ms < ? ORDER BY seen_at_ms LIMIT ?`,
  );
  return {
    async putSubscription(row) {
      await write(put, subscriptionValues(row));
    },
    async removeSubscriptions(ids) {
      await write(remove, [JSON.stringify(ids)]);
    },
    async subscriptionById(id) {
      const row = byId.first([id]);
      return row === undefined ? undefined : subscriptionOf(row);
    },
    subscriptionsOf: async (userIds) => ofUsers.all([JSON.stringify(userIds)]).map(subscriptionOf),
    async endSubscriptionsOf(sessionId) {
      await write(endOfSession, [sessionId]);
    },
    async silentSubscriptions({ beforeMs, limit }) {
      return silent.all([beforeMs, limit]).map(subscriptionOf);
    },
    async noteSeen({ id, unsent, seenAtMs, expectedSeenAtMs = null }) {
      return (await write(note, [unsent, seenAtMs, id, expectedSeenAtMs])) === 1;
    },
  };
}

function createQueue(file: SqliteFile, write: Write): NoticeQueue {
  const put = `INSERT INTO notice (workspace_id, id, seq, due_ms, told_to_ms, body) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET seq = excluded.seq, due_ms = excluded.due_ms, body = excluded.body,
    lease_id = NULL, lease_end_ms = 0 WHERE excluded.seq > seq`;
  const remove = 'DELETE FROM notice WHERE workspace_id = ? AND id = ? AND seq <= ?';
  const wake = 'UPDATE notice SET due_ms = ?1 WHERE workspace_id = ?2 AND due_ms > ?1';
  const earliest = file.prepare('SELECT due_ms FROM notice ORDER BY due_ms LIMIT 1');
  return {
    async putNotices(rows) {
      const values = rows.map(({ workspaceId, id, seq, dueMs, toldToMs, body }) => {
        return [workspaceId, id, seq, dueMs, toldToMs, body];
      });
      await write(put, ...values);
    },
    async removeNotices({ workspaceId, notices }) {
      await write(remove, ...notices.map(({ id, seq }) => [workspaceId, id, seq]));
    },
    async wakeNotices({ workspaceIds, nowMs }) {
      await write(wake, ...workspaceIds.map((workspaceId) => [nowMs, workspaceId]));
    },
    async nextDueMs() {
      const row = earliest.first();
      return row === undefined ? undefined : integer(row, 0);
    },
  };
}

/** A claim is one statement, so that whoever writes next finds its leases. */
function createLeases(file: SqliteFile, write: Write): NoticeLeases {
  const lease = `UPDATE notice SET lease_id = ?1, lease_end_ms = ?2 WHERE (workspace_id, id) IN (
    SELECT workspace_id, id FROM notice WHERE due_ms <= ?3 AND lease_end_ms <= ?3 ORDER BY due_ms LIMIT ?4)`;
  const leased = file.prepare(
    `SELECT workspace_id, id, seq, due_ms, told_to_ms, body, lease_id FROM notice
     WHERE lease_id = ? ORDER BY due_ms, workspace_id, id`,
  );
  const ofLease = 'WHERE workspace_id = ? AND id = ? AND lease_id = ?';
  const setNext = `UPDATE notice SET due_ms = ?, told_to_ms = ?, lease_id = NULL, lease_end_ms = 0 ${ofLease}`;
  const remove = `DELETE FROM notice ${ofLease}`;
  return {
    async claimNotices({ nowMs, leaseEndMs, limit }) {
      const leaseId = randomUUID();
      const count = await write(lease, [leaseId, leaseEndMs, nowMs, limit]);
      // What was replaced meanwhile has lost its lease and is left out.
      return count === 0 ? [] : leased.all([leaseId]).map(claimedOf);
    },
    async finishNotice({ workspaceId, id, leaseId }, next) {
      const held = [workspaceId, id, leaseId];
      if (next === undefined) return (await write(remove, held)) === 1;
      return (await write(setNext, [next.dueMs, next.toldToMs, ...held])) === 1;
    },
  };
}

function createKept(file: SqliteFile, write: Write): NoticeMarks {
  const raise = `INSERT INTO notice_mark VALUES (?, ?, ?)
    ON CONFLICT DO UPDATE SET seq = max(seq, excluded.seq)`;
  const mark = file.prepare('SELECT seq FROM notice_mark WHERE workspace_id = ? AND epoch = ?');
  const keep = 'INSERT INTO kept_value VALUES (?, ?) ON CONFLICT DO NOTHING';
  const kept = file.prepare('SELECT value FROM kept_value WHERE name = ?');
  return {
    async noticedTo({ workspaceId, epoch }) {
      const row = mark.first([workspaceId, epoch]);
      return row === undefined ? 0 : integer(row, 0);
    },
    async raiseNoticedTo({ workspaceId, epoch, seq }) {
      await write(raise, [workspaceId, epoch, seq]);
    },
    async keepOnce({ name, value }) {
      await write(keep, [name, value]);
      return text(kept.first([name]) ?? [], 0);
    },
  };
}

function subscriptionValues(row: PushSubscriptionRow): SqliteValue[] {
  const { id, userId, sessionId, endpoint, p256dh, auth, timeZone, device } = row;
  const kinds = JSON.stringify(row.kinds);
  const said = [timeZone, device, kinds, row.unsent, row.seenAtMs];
  return [id, userId, sessionId, endpoint, p256dh, auth, ...said];
}

function subscriptionOf(row: SqliteRow): PushSubscriptionRow {
  return {
    id: text(row, 0),
    userId: text(row, 1),
    sessionId: text(row, 2),
    endpoint: text(row, 3),
    p256dh: text(row, 4),
    auth: text(row, 5),
    timeZone: text(row, 6),
    device: text(row, 7),
    kinds: kindsOf(text(row, 8)),
    unsent: integer(row, 9),
    seenAtMs: integer(row, 10),
  };
}

function kindsOf(json: string): string[] {
  const kinds: unknown = JSON.parse(json);
  if (Array.isArray(kinds) && kinds.every((kind) => typeof kind === 'string')) return kinds;
  throw new Error('a subscription holds no list of kinds');
}

function claimedOf(row: SqliteRow): ClaimedNotice {
  return {
    workspaceId: text(row, 0),
    id: text(row, 1),
    seq: integer(row, 2),
    dueMs: integer(row, 3),
    toldToMs: integer(row, 4),
    body: text(row, 5),
    leaseId: text(row, 6),
  };
}
