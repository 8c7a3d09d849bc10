import { foldSteps } from '#server/storage/fold-steps';
import type {
  ChangeLog,
  DeviceCounter,
  Directory,
  DocumentView,
  RefreshSession,
  ScanRange,
  Storage,
  StoredDocument,
  StoredEntry,
  User,
  ViewState,
  WorkspaceRow,
} from '#server/storage/port';
import { createMemoryNotices } from './memory-notices.ts';
import { createMemorySearchIndex } from './memory-search-index.ts';

/** Everything a server has on disk, in memory: what outlives its replicas. */
export interface MemoryStorage extends Storage {
  /** Changes with every restore: what was on its way before must not arrive after it. */
  readonly era: () => number;
  /** Every entry there is, in order; a gap shows in their numbers. */
  logOf(workspaceId: string): readonly StoredEntry[];
  /** Puts a workspace back to entry `seq`, with a view made anew and another epoch, as restoring a backup does (R10). */
  restore(of: { workspaceId: string; seq: number; epoch: string }): void;
}

interface ViewRows {
  state: ViewState;
  documents: Map<string, StoredDocument>;
  counters: Map<string, DeviceCounter>;
}

const emptyHash = '0'.repeat(16);

/** Creates an empty storage. It keeps the contract of the port; each call takes effect at once and as a whole. */
export function createMemoryStorage(): MemoryStorage {
  const logs = new Map<string, StoredEntry[]>();
  /** What a backup holds: entries as they were appended, whatever was blanked since. */
  const appended = new Map<string, StoredEntry[]>();
  const views = new Map<string, ViewRows>();
  const workspaces = new Map<string, WorkspaceRow>();
  let era = 0;
  const logOf = (workspaceId: string) => valueOf(logs, workspaceId, () => []);
  const viewOf = (workspaceId: string) => valueOf(views, workspaceId, emptyView);
  return {
    changeLog: createLog(logOf, (workspaceId) => valueOf(appended, workspaceId, () => [])),
    documentView: createView(viewOf),
    directory: createDirectory(workspaces),
    searchIndex: createMemorySearchIndex(),
    notices: createMemoryNotices(),
    ping: async () => undefined,
    close: async () => undefined,
    era: () => era,
    logOf: (workspaceId) => logOf(workspaceId).filter((entry) => entry !== undefined),
    restore({ workspaceId, seq, epoch }) {
      era += 1;
      const backup = (appended.get(workspaceId) ?? []).slice(0, seq);
      logs.set(workspaceId, backup);
      appended.set(workspaceId, [...backup]);
      views.delete(workspaceId);
      const row = workspaces.get(workspaceId);
      if (row !== undefined) workspaces.set(workspaceId, { ...row, epoch });
    },
  };
}

type EntriesOf = (workspaceId: string) => StoredEntry[];

function createLog(logOf: EntriesOf, appendedOf: EntriesOf): ChangeLog {
  return {
    append: async (entries) =>
      entries.map((entry) => {
        const log = logOf(entry.workspaceId);
        const held = log[entry.seq - 1];
        if (held !== undefined) return held.commitId === entry.commitId ? 'appended' : 'taken';
        log[entry.seq - 1] = entry;
        appendedOf(entry.workspaceId)[entry.seq - 1] = entry;
        return 'appended';
      }),
    read: async ({ workspaceId, after, limit, maxBytes }) => {
      const entries = logOf(workspaceId).slice(after, after + limit);
      return withinBytes(entries, maxBytes, ({ body }) => body);
    },
    heads: async ({ workspaceIds }) =>
      new Map(
        workspaceIds.flatMap((workspaceId) => {
          const last = logOf(workspaceId).at(-1);
          if (last === undefined) return [];
          const { seq, epoch, commitId, atMs, hash } = last;
          return [[workspaceId, { seq, epoch, commitId, atMs, hash }]];
        }),
      ),
    findKey: async ({ workspaceId, key }) =>
      logOf(workspaceId).find((entry) => entry?.keys.includes(key)),
    blank: async ({ workspaceId, seq, oldBody, body }) => {
      const log = logOf(workspaceId);
      const held = log[seq - 1];
      if (held?.body !== oldBody) return false;
      log[seq - 1] = { ...held, body };
      return true;
    },
  };
}

function createView(viewOf: (workspaceId: string) => ViewRows): DocumentView {
  const rowsOf = (workspaceId: string) => [...viewOf(workspaceId).documents.values()];
  return {
    state: async (workspaceId) => ({ ...viewOf(workspaceId).state }),
    apply: async (steps) => {
      const [first] = steps;
      if (first === undefined) return;
      const view = viewOf(first.workspaceId);
      const folded = foldSteps(steps, view.state.applied);
      if (folded === undefined) return;
      for (const row of folded.documents) view.documents.set(row.id, row);
      for (const row of folded.counters) view.counters.set(row.deviceId, row);
      view.state.applied = folded.seq;
      view.state.hash = folded.hash;
    },
    readDocuments: async ({ workspaceId, ids }) => {
      const { documents } = viewOf(workspaceId);
      return [...new Set(ids)].flatMap((id) => documents.get(id) ?? []);
    },
    readChildren: async ({ workspaceId, parentIds }) => {
      const parents = new Set<string | null>(parentIds);
      return rowsOf(workspaceId).filter(
        ({ parentId }) => parentId !== null && parents.has(parentId),
      );
    },
    scan: async (range) => {
      const rows = rowsOf(range.workspaceId).filter((row) => isInRange(row, range));
      const sorted = rows.toSorted((a, b) => a.seq - b.seq || compareBytes(a.id, b.id));
      return withinBytes(sorted.slice(0, range.limit), range.maxBytes, ({ json }) => json);
    },
    listKind: async ({ workspaceId, kind, afterId, limit }) =>
      rowsOf(workspaceId)
        .filter((row) => row.kind === kind && compareBytes(row.id, afterId) > 0)
        .toSorted((a, b) => compareBytes(a.id, b.id))
        .slice(0, limit),
    ...createPurging(viewOf),
    readCounters: async ({ workspaceId, deviceIds }) => {
      const { counters } = viewOf(workspaceId);
      return deviceIds.flatMap((deviceId) => counters.get(deviceId) ?? []);
    },
  };
}

function createPurging(
  viewOf: (workspaceId: string) => ViewRows,
): Pick<DocumentView, 'raiseMarks' | 'removeDocuments'> {
  return {
    raiseMarks: async ({ workspaceId, horizon = 0, blanked = 0 }) => {
      const { state } = viewOf(workspaceId);
      if (state.applied === 0) return;
      state.horizon = Math.max(state.horizon, horizon);
      state.blanked = Math.max(state.blanked, blanked);
    },
    removeDocuments: async ({ workspaceId, documents: removed }) => {
      const { documents } = viewOf(workspaceId);
      for (const { id, seq } of removed) {
        if (documents.get(id)?.seq === seq) documents.delete(id);
      }
    },
  };
}

function createDirectory(workspaces: Map<string, WorkspaceRow>): Directory {
  const members = new Map<string, Set<string>>();
  return {
    ...createUsers(),
    ...createSessions(),
    createWorkspace: async (workspace) => {
      if (!workspaces.has(workspace.id)) workspaces.set(workspace.id, workspace);
    },
    workspaceById: async (id) => workspaces.get(id),
    workspaceIds: async ({ afterId, limit }) =>
      [...workspaces.keys()]
        .filter((id) => id > afterId)
        .toSorted(compareBytes)
        .slice(0, limit),
    epochs: async (workspaceIds) =>
      new Map(
        workspaceIds.flatMap((id) => {
          const row = workspaces.get(id);
          return row === undefined ? [] : [[id, row.epoch]];
        }),
      ),
    addMember: async ({ userId, workspaceId }) => {
      valueOf(members, userId, () => new Set<string>()).add(workspaceId);
    },
    workspacesOf: async (userId) =>
      [...(members.get(userId) ?? [])]
        .flatMap((id) => workspaces.get(id) ?? [])
        .toSorted((a, b) => a.createdAtMs - b.createdAtMs || compareBytes(a.id, b.id)),
  };
}

function createUsers(): Pick<Directory, 'createUser' | 'userById' | 'userByEmail'> {
  const users = new Map<string, User>();
  const byEmail = (email: string) => [...users.values()].find((user) => user.email === email);
  return {
    createUser: async (user) => {
      if (byEmail(user.email) !== undefined) return 'taken';
      users.set(user.id, user);
      return 'created';
    },
    userById: async (id) => users.get(id),
    userByEmail: async (email) => byEmail(email),
  };
}

type Sessions = Pick<
  Directory,
  'createSession' | 'sessionByHash' | 'rotateSession' | 'revokeFamily' | 'removeExpiredSessions'
>;

function createSessions(): Sessions {
  const sessions = new Map<string, RefreshSession>();
  const removeWhere = (isGone: (session: RefreshSession) => boolean) => {
    for (const session of sessions.values()) {
      if (isGone(session)) sessions.delete(session.tokenHash);
    }
  };
  return {
    createSession: async (session) => {
      sessions.set(session.tokenHash, session);
    },
    sessionByHash: async (tokenHash) => sessions.get(tokenHash),
    rotateSession: async ({ tokenHash, nowMs, successor }) => {
      const session = sessions.get(tokenHash);
      const isUsable = session?.usedAtMs === null && session.expiresAtMs > nowMs;
      if (session === undefined || !isUsable) return 'gone';
      sessions.set(tokenHash, { ...session, usedAtMs: nowMs });
      sessions.set(successor.tokenHash, successor);
      return 'rotated';
    },
    revokeFamily: async (familyId) => removeWhere((session) => session.familyId === familyId),
    removeExpiredSessions: async (beforeMs) =>
      removeWhere(({ expiresAtMs }) => expiresAtMs < beforeMs),
  };
}

function emptyView(): ViewRows {
  const state = { applied: 0, hash: emptyHash, horizon: 0, blanked: 0 };
  return { state, documents: new Map(), counters: new Map() };
}

function isInRange({ seq, id }: StoredDocument, range: ScanRange): boolean {
  if (seq > range.upTo || seq < range.afterSeq) return false;
  if (seq > range.afterSeq) return true;
  return range.afterId !== undefined && compareBytes(id, range.afterId) > 0;
}

function withinBytes<T>(rows: readonly T[], maxBytes: number, textOf: (row: T) => string): T[] {
  let bytes = 0;
  const end = rows.findIndex((row) => {
    bytes += Buffer.byteLength(textOf(row));
    return bytes > maxBytes;
  });
  return end < 0 ? [...rows] : rows.slice(0, Math.max(1, end));
}

function compareBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

function valueOf<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const held = map.get(key);
  if (held !== undefined) return held;
  const made = make();
  map.set(key, made);
  return made;
}
