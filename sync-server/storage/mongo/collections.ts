import type { Db, Document } from 'mongodb';
import type { NoticeRow, PushSubscriptionRow } from '../notice-port.ts';
import type { CausalClock } from './causal-clock.ts';
import { CausalCollection } from './causal-collection.ts';

/** An entry of the change log; `_id` is `<workspaceId>/<seq, 12 digits>`, so that the order of keys is that of seqs. */
export interface EntryRecord {
  _id: string;
  seq: number;
  epoch: string;
  commitId: string;
  prevCommitId: string;
  atMs: number;
  hash: string;
  /** Left out when there are none, so that the sparse index holds the others only. */
  keys?: string[];
  body: string;
}

/** A document of the view; `_id` is `<workspaceId>/<id>`. */
export interface DocumentRecord {
  _id: string;
  workspaceId: string;
  id: string;
  kind: string;
  seq: number;
  /** Left out where there is no parent, so that the partial index holds children only. */
  parentId?: string;
  json: string;
}

/** A device's counter; `_id` is `<workspaceId>/<deviceId>`. */
export interface CounterRecord {
  _id: string;
  userId: string;
  n: number;
  seq: number;
  recent: string;
}

/** How far the view of a workspace has come; `_id` is the workspace's. */
export interface WatermarkRecord {
  _id: string;
  applied: number;
  hash: string;
  horizon: number;
  /** Left out until a first purge was looked after. */
  blanked?: number;
}

/** A user; `_id` is the user's. */
export interface UserRecord {
  _id: string;
  email: string;
  name: string;
  passwordHash: string;
  createdAtMs: number;
  personalWorkspaceId: string;
}

/** Whose account an e-mail address is; `_id` is the address. */
export interface EmailRecord {
  _id: string;
  userId: string;
}

/** A refresh token; `_id` is its hash. */
export interface SessionRecord {
  _id: string;
  familyId: string;
  userId: string;
  createdAtMs: number;
  expiresAtMs: number;
  usedAtMs: number | null;
  /** Which token it was exchanged for. */
  successorHash?: string;
  device: string;
}

/** A workspace; `_id` is its id. */
export interface WorkspaceRecord {
  _id: string;
  epoch: string;
  personalOf: string | null;
  createdAtMs: number;
}

/** A member in the index; `_id` is `<userId>/<workspaceId>`. */
export interface MemberRecord {
  _id: string;
  workspaceId: string;
}

/** A row of the search index; `_id` is `<workspaceId>/<epoch>/<id>`, and `space` the part of it before the last slash. */
export interface SearchRowRecord {
  _id: string;
  space: string;
  id: string;
  taskId: string;
  seq: number;
  words: string[];
}

/** How far the search index of a workspace has come; `_id` is `<workspaceId>/<epoch>`. */
export interface SearchMarkRecord {
  _id: string;
  indexed: number;
}

/** A subscription; `_id` is its id. */
export interface SubscriptionRecord extends Omit<PushSubscriptionRow, 'id'> {
  _id: string;
}

/** A notice of the queue; `_id` is `<workspaceId>/<id>`. */
export interface NoticeRecord extends NoticeRow {
  _id: string;
  /** Empty while nobody has claimed it. */
  leaseId: string;
  /** 0 while nobody has claimed it. */
  leaseEndMs: number;
}

/** Up to which seq notices were made; `_id` is `<workspaceId>/<epoch>`. */
export interface NoticeMarkRecord {
  _id: string;
  seq: number;
}

/** A value that all replicas share; `_id` is its name. */
export interface KeptValueRecord {
  _id: string;
  value: string;
}

/** What guarded writes know of a record of the view: newer replaces older, never the other way. */
export interface SeqRecord {
  _id: string;
  seq: number;
}

/** Every collection of ours, under the names that docs/operating.md tells operators. */
export interface Collections {
  entries: CausalCollection<EntryRecord>;
  documents: CausalCollection<DocumentRecord>;
  counters: CausalCollection<CounterRecord>;
  watermarks: CausalCollection<WatermarkRecord>;
  searchRows: CausalCollection<SearchRowRecord>;
  searchMarks: CausalCollection<SearchMarkRecord>;
  subscriptions: CausalCollection<SubscriptionRecord>;
  notices: CausalCollection<NoticeRecord>;
  noticeMarks: CausalCollection<NoticeMarkRecord>;
  keptValues: CausalCollection<KeptValueRecord>;
  /** The same collections as those of these names, for writes that look at the seq only. */
  guardedWrites: Record<'documents' | 'counters' | 'searchRows', CausalCollection<SeqRecord>>;
  users: CausalCollection<UserRecord>;
  emails: CausalCollection<EmailRecord>;
  sessions: CausalCollection<SessionRecord>;
  workspaces: CausalCollection<WorkspaceRecord>;
  members: CausalCollection<MemberRecord>;
  selfTests: CausalCollection<{ _id: string }>;
}

/** The collections of a database, all bound to one clock. */
export function collectionsOf(database: Db, clock: CausalClock): Collections {
  const named = <T extends Document>(name: string) =>
    new CausalCollection(database.collection<T>(name), clock);
  return {
    entries: named('entries'),
    documents: named('documents'),
    counters: named('counters'),
    watermarks: named('watermarks'),
    searchRows: named('searchRows'),
    searchMarks: named('searchMarks'),
    subscriptions: named('subscriptions'),
    notices: named('notices'),
    noticeMarks: named('noticeMarks'),
    keptValues: named('keptValues'),
    guardedWrites: {
      documents: named('documents'),
      counters: named('counters'),
      searchRows: named('searchRows'),
    },
    users: named('users'),
    emails: named('emails'),
    sessions: named('sessions'),
    workspaces: named('workspaces'),
    members: named('members'),
    selfTests: named('selfTests'),
  };
}

/** The index behind scans of the view. */
export const documentsBySeq = { workspaceId: 1, seq: 1, id: 1 } as const;

/** The index behind lists of a kind. */
export const documentsByKind = { workspaceId: 1, kind: 1, id: 1 } as const;

/** The index behind children; it holds documents with a parent only. */
export const documentsByParent = { workspaceId: 1, parentId: 1 } as const;

/** The index behind searches: a key for each word of a row. */
export const searchRowsByWord = { space: 1, words: 1 } as const;

/** The index behind the rows of a task. */
export const searchRowsByTask = { space: 1, taskId: 1 } as const;

/** The index behind Idempotency-Keys. */
export const entriesByKey = { keys: 1 } as const;

/** The index behind silent devices; it holds those with something not sent only. */
const subscriptionsUnsent = { seenAtMs: 1 } as const;

/** The index behind claims of notices: those whose lease runs are passed over without being read. */
export const noticesByDue = { dueMs: 1, leaseEndMs: 1 } as const;

/** Makes the indexes that are missing. None is unique: `_id` alone is, so a duplicate has one meaning. */
export async function createIndexes(collections: Collections): Promise<void> {
  const { entries, documents, searchRows, sessions, subscriptions, notices } = collections;
  await Promise.all([
    entries.createIndex(entriesByKey, { sparse: true }),
    documents.createIndex(documentsBySeq),
    documents.createIndex(documentsByKind),
    documents.createIndex(documentsByParent, {
      partialFilterExpression: { parentId: { $exists: true } },
    }),
    searchRows.createIndex(searchRowsByWord),
    searchRows.createIndex(searchRowsByTask),
    sessions.createIndex({ familyId: 1 }),
    sessions.createIndex({ expiresAtMs: 1 }),
    subscriptions.createIndex({ userId: 1 }),
    subscriptions.createIndex({ sessionId: 1 }),
    subscriptions.createIndex(subscriptionsUnsent, {
      partialFilterExpression: { unsent: { $gt: 0 } },
    }),
    notices.createIndex(noticesByDue),
  ]);
}
