import { BehaviorSubject, distinctUntilChanged, map, NEVER, type Observable } from 'rxjs';
import { applyChange } from '#shared/apply-change';
import { heldStamp } from '#shared/group-value';
import { newDocumentId } from '#shared/new-ids';
import type { HistoryChange } from '#shared/history-message';
import { type AnyDocument, isPurged } from '#shared/kind-definition';
import { may } from '#shared/permissions';
import { type Change, isCreation } from '#shared/push-message';
import { formatStamp } from '#shared/stamp';
import type { AppStore, LiveQuery, WaitingChanges } from '#client/store/app-store.ts';
import type { StoredBatch, UserAction } from '#client/store/local-store.ts';

/** An `AppStore` in memory for tests of commands and screens; `batches` lists what was committed. */
export interface MemoryStore extends AppStore {
  readonly batches: readonly (StoredBatch & Pick<UserAction, 'besideId'>)[];
  /** Puts a document there as if the server had sent it. */
  put: (document: AnyDocument) => void;
  /** The same for many documents before anybody looks. */
  putQuietly: (document: AnyDocument) => void;
  /** Says what waits to be sent. */
  waiting: BehaviorSubject<WaitingChanges>;
}

const workspaceId = '00000000-0000-4000-8000-000000000001';
const deviceId = 'alicephone';
const startMs = Date.UTC(2026, 10, 22, 9, 30);

/** Alice's store at 22 Nov 2026, 9:30 UTC; every batch is one millisecond later. Undo puts the documents back. */
// oxlint-disable-next-line max-lines-per-function -- one object with the methods of the store, over one map
export function createMemoryStore({ userId = aliceId }: { userId?: string } = {}): MemoryStore {
  const documents = new BehaviorSubject<ReadonlyMap<string, AnyDocument>>(new Map());
  const batches: MemoryStore['batches'][number][] = [];
  const history: { label: string; before: ReadonlyMap<string, AnyDocument> }[] = [];
  const waiting = new BehaviorSubject<WaitingChanges>({ isEmpty: true, since: () => undefined });
  const undoState = new BehaviorSubject<{ undo: string | undefined; redo: string | undefined }>({
    undo: undefined,
    redo: undefined,
  });
  // As in the app, equal queries have one observable.
  const opened = new Map<string, Observable<readonly AnyDocument[]>>();
  let ids = 0;
  const nowMs = () => startMs + batches.length;
  const now = () => new Date(nowMs()).toISOString();
  const newId = () => {
    ids += 1;
    const bytes = new Uint8Array(16).fill(ids % 256).fill(Math.floor(ids / 256), 8);
    return newDocumentId({ nowMs: nowMs() + ids, random: () => bytes });
  };

  const commit = async (action: UserAction): Promise<StoredBatch> => {
    const n = batches.length + 1;
    const stamp = formatStamp({ ms: nowMs(), counter: 0, deviceId });
    const next = new Map(documents.value);
    for (const change of action.changes) {
      const context = { workspaceId, userId, stamp, createdAt: now() };
      const applied = applyChange({ document: next.get(change.id), change, context });
      if (applied.name === 'changed') next.set(change.id, applied.document);
      if (isCreation(change) && applied.name !== 'changed') continue;
    }
    const batch = {
      n,
      v: 1,
      stamp,
      changes: [...action.changes],
      atMs: nowMs(),
      label: action.label,
      ...(action.besideId !== undefined && { besideId: action.besideId }),
    };
    history.push({ label: action.label, before: documents.value });
    batches.push(batch);
    documents.next(next);
    undoState.next({ undo: action.label, redo: undefined });
    return batch;
  };

  return {
    userId,
    isGuest: false,
    may: (ofId, action) => {
      const own = [...documents.value.values()].find(
        (document) =>
          document.kind === 'member' &&
          document.workspaceId === ofId &&
          document['userId'] === userId,
      );
      return own === undefined || may(own['role'], action);
    },
    isWhole: () => true,
    workspaceId,
    untilReady: () => Promise.resolve(),
    hasWaiting: () => false,
    whole: Promise.resolve(),
    firstPath: undefined,
    keepFirst: async () => undefined,
    firstAnswer: () => undefined,
    batches,
    commit,
    tryCommit: commit,
    move: () => Promise.reject(new Error('There is only one workspace')),
    leaving: NEVER,
    dismissMove: async () => undefined,
    put: (document) => documents.next(new Map(documents.value).set(document.id, document)),
    putQuietly: (document) => {
      if (!(documents.value instanceof Map)) throw new Error('the documents are a Map');
      documents.value.set(document.id, document);
    },
    current: (id) => {
      const document = documents.value.get(id);
      return document === undefined || isPurged(document) ? undefined : document;
    },
    documents: <T extends AnyDocument>(kind: string) =>
      [...documents.value.values()].filter((document) => document.kind === kind) as T[],
    purgedIds: async (ids) =>
      new Set(
        ids.filter((id) => {
          const document = documents.value.get(id);
          return document !== undefined && isPurged(document);
        }),
      ),
    ownBatches: async (id) =>
      batches.toReversed().flatMap(({ n, atMs, changes }) => {
        const own = changes.filter((change) => change.id === id);
        if (own.length === 0) return [];
        const madeAt = new Date(atMs).toISOString();
        return [{ deviceId, n, madeAt, isWaiting: true, changes: own.map(historyChangeOf) }];
      }),
    baseOf: (id, group) => {
      const document = documents.value.get(id);
      return document === undefined || isPurged(document) ? null : heldStamp(document, group);
    },
    newId,
    newActionId: () => crypto.randomUUID(),
    now,
    deviceId: () => deviceId,
    madeAs: () => deviceId,
    unsavedChanges: () => [],
    live: <T extends AnyDocument>(query: LiveQuery): Observable<readonly T[]> => {
      const key = JSON.stringify(query);
      const source =
        opened.get(key) ??
        documents.pipe(
          map((all) => [...all.values()].filter((document) => matches(document, query))),
          distinctUntilChanged(isSameList),
        );
      opened.set(key, source);
      return source as unknown as Observable<readonly T[]>;
    },
    undo: async () => {
      const last = history.pop();
      const batch = batches.at(-1);
      if (last === undefined || batch === undefined) return { name: 'nothing' };
      documents.next(last.before);
      undoState.next({ undo: history.at(-1)?.label, redo: undefined });
      return { name: 'undone', label: last.label, batch };
    },
    redo: async () => ({ name: 'nothing' }),
    undoState,
    waiting,
  };
}

/** Alice's user id. */
export const aliceId = '0a11ce00-0000-4000-8000-000000000000';

function isSameList(a: readonly AnyDocument[], b: readonly AnyDocument[]): boolean {
  return a.length === b.length && a.every((document, index) => document === b[index]);
}

/** The part of Mango that our queries use: equality, `$in`, `$ne`. */
function matches(document: AnyDocument, query: LiveQuery): boolean {
  if (document.kind !== query.kind || isPurged(document)) return false;
  return Object.entries(query.selector ?? {}).every(([field, wanted]) => {
    const held = document[field] ?? null;
    if (typeof wanted !== 'object' || wanted === null) return held === wanted;
    if ('$in' in wanted && Array.isArray(wanted.$in)) return wanted.$in.includes(held);
    return '$ne' in wanted && held !== wanted.$ne;
  });
}

function historyChangeOf(change: Change): HistoryChange {
  return isCreation(change)
    ? { create: change.create, outcome: 'applied' }
    : { group: change.group, value: change.value, outcome: 'applied' };
}
