import type { NoticeStorage } from './notice-port.ts';
import type { SearchIndex } from './search-index-port.ts';

/**
 * The storage port: all that server code knows of a database. Two adapters, `mongo` and `embedded`, keep it under
 * one contract suite. Everything an adapter stores of a document or an entry is text it never reads; it comes back byte for
 * byte, provided it is well formed and without U+0000, as all text out of JSON.stringify is. Ids contain no `/`.
 * Every method rejects with ApiError `storage_unavailable` within 5 s of a storage that is gone, and every write with
 * `storage_full` where there is no space; what such a write did is then unknown, but for `append`, which says so.
 */
export interface Storage {
  changeLog: ChangeLog;
  documentView: DocumentView;
  directory: Directory;
  searchIndex: SearchIndex;
  notices: NoticeStorage;
  /** Resolves when a majority (or the disk) answers; rejects with ApiError `storage_unavailable`. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** One insert into a workspace's change log: one or more batches, their outcomes, what they changed, what lost. */
export interface StoredEntry {
  workspaceId: string;
  /** 1, 2, 3 … without gaps. */
  seq: number;
  epoch: string;
  /** Random id of this attempt to commit; tells our own entry from another's after an unknown outcome. */
  commitId: string;
  prevCommitId: string;
  /** Commit time, ms since 1970: never below that of the entry before. */
  atMs: number;
  /** Head hash after this entry, 16 hexadecimal digits. */
  hash: string;
  /** `<userId>/<Idempotency-Key>` of writers without an outbox. */
  keys: readonly string[];
  /** The batches and the documents after them, as JSON. */
  body: string;
}

/** What is known of the newest entry without reading its body. */
export type LogHead = Pick<StoredEntry, 'seq' | 'epoch' | 'commitId' | 'atMs' | 'hash'>;

/**
 * `appended`: durable (majority and journal, or fsync). `taken`: another entry holds this seq, nothing was written.
 * `unknown`: no answer in time; the entry may be there, may still arrive, or never will. `full`: no space, nothing written.
 */
export type AppendOutcome = 'appended' | 'taken' | 'unknown' | 'full';

/** The gapless history of every workspace. An entry is never changed or deleted, but for `blank`. */
export interface ChangeLog {
  /**
   * Appends entries of different workspaces, at most one each, in one unordered bulk; each is its own commit (R1).
   * Outcomes stand in the order of the entries. Never throws for one entry's fate.
   */
  append(entries: readonly StoredEntry[]): Promise<AppendOutcome[]>;
  /** Durable entries with seq > `after`, in order, without gaps, at most `limit` and about `maxBytes` (at least one). */
  read(from: {
    workspaceId: string;
    after: number;
    limit: number;
    maxBytes: number;
  }): Promise<StoredEntry[]>;
  /**
   * The newest durable entry of each workspace that has one. `linearizable` reads so that a deposed primary
   * cannot answer (used before saying that a checkpoint is above the head).
   */
  heads(of: {
    workspaceIds: readonly string[];
    linearizable?: boolean;
  }): Promise<Map<string, LogHead>>;
  /** The entry that holds an Idempotency-Key of a workspace, if any. */
  findKey(key: { workspaceId: string; key: string }): Promise<StoredEntry | undefined>;
  /**
   * Puts `body` in the place of an entry's body, durably; everything else of the entry stays. Only a purge asks for it
   * (R7). False, and nothing done, if the entry does not hold `oldBody` any more.
   */
  blank(of: { workspaceId: string; seq: number; oldBody: string; body: string }): Promise<boolean>;
}

/** A row of the view: the latest state of one document, and what the server looks it up by. */
export interface StoredDocument {
  workspaceId: string;
  id: string;
  kind: string;
  seq: number;
  /** The parent task, for rules over trees. */
  parentId: string | null;
  /** The whole document as it travels, with its seq. */
  json: string;
}

/** The last batches of one device in one workspace (R3). */
export interface DeviceCounter {
  workspaceId: string;
  deviceId: string;
  userId: string;
  /** The highest n in the log. */
  n: number;
  /** The entry that raised it. */
  seq: number;
  /** Outcomes at hand, as JSON that only the commit path reads. */
  recent: string;
}

/** What one entry changes in the view. */
export interface ViewStep {
  workspaceId: string;
  seq: number;
  hash: string;
  documents: readonly StoredDocument[];
  counters: readonly DeviceCounter[];
}

/** How far the view of a workspace has come. */
export interface ViewState {
  /** The watermark: every entry up to it is in the view, durably. */
  applied: number;
  hash: string;
  /** Tombstones at or below this seq may be gone (R10); 0 = none ever. */
  horizon: number;
  /** What was purged at or below this seq has left no values in the log; 0 = nothing was looked for yet. */
  blanked: number;
}

/** The latest state of all documents, made from the log and always behind or level with it; it can be made again. */
export interface DocumentView {
  /** State of a workspace; `{applied: 0, hash: '0000000000000000', horizon: 0, blanked: 0}` if nothing was applied yet. */
  state(workspaceId: string): Promise<ViewState>;
  /**
   * Applies steps of one workspace in order (R-view: the first is applied + 1, none is left out). Upserts are guarded
   * by seq, so two appliers and repeats do no harm; the watermark rises only after the rows are durable.
   * Steps at or below the watermark are ignored; a gap above it throws Error.
   */
  apply(steps: readonly ViewStep[]): Promise<void>;
  /** The documents with these ids; unknown ids are left out. */
  readDocuments(of: { workspaceId: string; ids: readonly string[] }): Promise<StoredDocument[]>;
  /** The tasks whose parent is one of `parentIds`. */
  readChildren(of: {
    workspaceId: string;
    parentIds: readonly string[];
  }): Promise<StoredDocument[]>;
  /** Documents after the cursor by (seq, id), none above `upTo`; at most `limit` and about `maxBytes` (at least one). */
  scan(range: ScanRange): Promise<StoredDocument[]>;
  /** All documents of a kind by id after `afterId` (exclusive), at most `limit`. */
  listKind(range: {
    workspaceId: string;
    kind: string;
    afterId: string;
    limit: number;
  }): Promise<StoredDocument[]>;
  /**
   * Raises marks of a workspace of which something was applied; a mark never falls. What is done after it resolved
   * does not outlive it, whatever breaks.
   */
  raiseMarks(of: { workspaceId: string; horizon?: number; blanked?: number }): Promise<void>;
  /** Removes rows that still are what they were at `seq`; newer ones stay. */
  removeDocuments(of: {
    workspaceId: string;
    documents: readonly Pick<StoredDocument, 'id' | 'seq'>[];
  }): Promise<void>;
  /** The counters of these devices; unknown devices are left out. */
  readCounters(of: { workspaceId: string; deviceIds: readonly string[] }): Promise<DeviceCounter[]>;
}

/** A page of the view in (seq, id) order, the ids of one seq by their UTF-8 bytes. */
export interface ScanRange {
  workspaceId: string;
  afterSeq: number;
  /** `undefined`: after every document of `afterSeq`. */
  afterId: string | undefined;
  upTo: number;
  limit: number;
  maxBytes: number;
}

/** A person with an account. */
export interface User {
  id: string;
  /** Canonical form, unique. */
  email: string;
  name: string;
  passwordHash: string;
  createdAtMs: number;
  personalWorkspaceId: string;
}

/** One refresh token, stored as a hash only. */
export interface RefreshSession {
  /** SHA-256 of the token, base64url. */
  tokenHash: string;
  /** All tokens that descend from one sign-in. */
  familyId: string;
  userId: string;
  createdAtMs: number;
  expiresAtMs: number;
  /** When it was exchanged for its successor, else null. */
  usedAtMs: number | null;
  device: string;
}

/** A workspace that a person is or was a member of. */
export interface MemberIndexRow {
  userId: string;
  workspaceId: string;
}

/** A workspace as the directory knows it; its name and members are documents of its own log. */
export interface WorkspaceRow {
  id: string;
  epoch: string;
  personalOf: string | null;
  createdAtMs: number;
}

/** Users, sessions, workspaces and the index of members. Every write is durable when it resolves. */
export interface Directory {
  /** Creates a user; 'taken' if the email has an account, also when two ask at once. */
  createUser(user: User): Promise<'created' | 'taken'>;
  userById(id: string): Promise<User | undefined>;
  userByEmail(email: string): Promise<User | undefined>;

  createSession(session: RefreshSession): Promise<void>;
  sessionByHash(tokenHash: string): Promise<RefreshSession | undefined>;
  /** Marks an unused, unexpired token used and stores its successor; 'gone' if it was used, revoked or expired before. */
  rotateSession(of: {
    tokenHash: string;
    nowMs: number;
    successor: RefreshSession;
  }): Promise<'rotated' | 'gone'>;
  /** Ends every token of a family. */
  revokeFamily(familyId: string): Promise<void>;
  /** Removes tokens that expired before `beforeMs`. */
  removeExpiredSessions(beforeMs: number): Promise<void>;

  createWorkspace(workspace: WorkspaceRow): Promise<void>;
  workspaceById(id: string): Promise<WorkspaceRow | undefined>;
  /** Ids of all workspaces in their order, after `afterId` (exclusive), at most `limit`. */
  workspaceIds(page: { afterId: string; limit: number }): Promise<string[]>;
  /** Epochs of these workspaces; unknown ids are left out. */
  epochs(workspaceIds: readonly string[]): Promise<Map<string, string>>;
  addMember(row: MemberIndexRow): Promise<void>;
  workspacesOf(userId: string): Promise<WorkspaceRow[]>;
}
