/** One browser that may be told things while the app is closed (RFC 8030, RFC 8291). */
export interface PushSubscriptionRow {
  /** SHA-256 of the endpoint, base64url. */
  id: string;
  userId: string;
  /** The sign-in that it was made in, with which it ends. */
  sessionId: string;
  endpoint: string;
  /** The browser's keys, base64url, as it gave them. */
  p256dh: string;
  auth: string;
  /** IANA name: days without a time begin where the device is. */
  timeZone: string;
  /** A short description, such as `Firefox on Linux`. */
  device: string;
  /** What it wants to be told, as kinds of notices. */
  kinds: readonly string[];
  /** How many changes it last said it had not sent yet, and when. */
  unsent: number;
  seenAtMs: number;
}

/** Something to be told at a time, or to be looked at again then. */
export interface NoticeRow {
  workspaceId: string;
  /** Unique in the workspace; the same for a repeat. */
  id: string;
  /** Of the document that it was made from: a newer one replaces it. */
  seq: number;
  /** When it is to be looked at, ms since 1970. */
  dueMs: number;
  /** Everything up to this instant was told. */
  toldToMs: number;
  /** What it is, as JSON that the storage never reads. */
  body: string;
}

/** A notice that this caller alone may work on until its lease ends. */
export type ClaimedNotice = NoticeRow & { leaseId: string };

/** Whom to tell, and what to tell when: subscriptions and a queue that replicas take turns at. */
export interface NoticeStorage {
  /** Inserts or replaces by id, whosever it was: a browser tells one person at a time. */
  putSubscription(row: PushSubscriptionRow): Promise<void>;
  /** Removes those that are there. */
  removeSubscriptions(ids: readonly string[]): Promise<void>;
  subscriptionById(id: string): Promise<PushSubscriptionRow | undefined>;
  /** All of these people, in no order. */
  subscriptionsOf(userIds: readonly string[]): Promise<PushSubscriptionRow[]>;
  /** Ends all of a sign-in. */
  endSubscriptionsOf(sessionId: string): Promise<void>;
  /** Those that last said, before `beforeMs`, that they had something not sent; the longest silent first. */
  silentSubscriptions(of: { beforeMs: number; limit: number }): Promise<PushSubscriptionRow[]>;
  /** Sets `unsent` and `seenAtMs` of one that is there and whose `seenAtMs` is `expectedSeenAtMs` (left out: whatever it is); whether it did. */
  noteSeen(of: {
    id: string;
    unsent: number;
    seenAtMs: number;
    expectedSeenAtMs?: number;
  }): Promise<boolean>;

  /** Up to which seq notices were made from the documents of a workspace, in this epoch; 0 where nothing was begun. */
  noticedTo(of: { workspaceId: string; epoch: string }): Promise<number>;
  /** Raises that mark, never lowers it within an epoch; another epoch begins anew. */
  raiseNoticedTo(of: { workspaceId: string; epoch: string; seq: number }): Promise<void>;
  /**
   * Writes notices, each over an older one (by `seq`) only. Of one that is replaced `toldToMs` stays, and a lease on it ends:
   * who holds it can neither finish nor remove it any more.
   */
  putNotices(rows: readonly NoticeRow[]): Promise<void>;
  /** Removes these where they are no newer than `seq`. */
  removeNotices(of: {
    workspaceId: string;
    notices: readonly { id: string; seq: number }[];
  }): Promise<void>;
  /**
   * Takes notices with `dueMs` ≤ `nowMs` and no lease that still runs, the earliest first, and gives each a lease until
   * `leaseEndMs` (exclusive, and above `nowMs`): two who ask at once never get the same one.
   */
  claimNotices(of: { nowMs: number; leaseEndMs: number; limit: number }): Promise<ClaimedNotice[]>;
  /**
   * Ends a lease: sets when it is due next and up to when it was told, or removes it (`next` undefined). False, and nothing
   * done, if the lease is not held any more; one whose time is over is still held until somebody else claims the notice.
   */
  finishNotice(
    claimed: ClaimedNotice,
    next: { dueMs: number; toldToMs: number } | undefined,
  ): Promise<boolean>;
  /** Makes all notices of these workspaces due at `nowMs` that would be due later. Leases stay. */
  wakeNotices(of: { workspaceIds: readonly string[]; nowMs: number }): Promise<void>;
  /** When the earliest notice is due, if there is one; one that somebody holds a lease on counts as well. */
  nextDueMs(): Promise<number | undefined>;

  /** Keeps a value for all replicas under a name, unless one is kept already; gives what is kept. */
  keepOnce(of: { name: string; value: string }): Promise<string>;
}

/** The parts that an adapter is made of. */
export type SubscriptionStorage = Pick<
  NoticeStorage,
  | 'putSubscription'
  | 'removeSubscriptions'
  | 'subscriptionById'
  | 'subscriptionsOf'
  | 'endSubscriptionsOf'
  | 'silentSubscriptions'
  | 'noteSeen'
>;
/** See `SubscriptionStorage`. */
export type NoticeQueue = Pick<
  NoticeStorage,
  'putNotices' | 'removeNotices' | 'wakeNotices' | 'nextDueMs'
>;
/** See `SubscriptionStorage`. */
export type NoticeLeases = Pick<NoticeStorage, 'claimNotices' | 'finishNotice'>;
/** See `SubscriptionStorage`. */
export type NoticeMarks = Pick<NoticeStorage, 'noticedTo' | 'raiseNoticedTo' | 'keepOnce'>;
