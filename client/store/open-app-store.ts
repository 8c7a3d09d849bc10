import { BehaviorSubject, distinctUntilChanged, map, type Observable } from 'rxjs';
import { v4 } from 'uuid';
import { heldStamp } from '#shared/group-value';
import type { RandomBytes } from '#shared/ids';
import { newDocumentId } from '#shared/new-ids';
import { type AnyDocument, isPurged } from '#shared/kind-definition';
import type { AppStore, LiveQuery, UndoOutcome } from './app-store.ts';
import { createEarlyAnswers } from './early-answers.ts';
import { createFilling, type Filling } from './filling.ts';
import {
  type FirstDocuments,
  type FirstDocumentsStorage,
  readFirstDocuments,
} from './first-documents.ts';
import { inverseChanges } from './inverse-changes.ts';
import { type LiveView, openLiveView } from './live-view.ts';
import type { LocalDatabase } from './local-database.ts';
import type { StoredBatch, UserAction } from './local-store.ts';
import type { OwnBatch } from './own-batches.ts';
import type { UndoableAction } from './undo-history.ts';
import { UnsavedWrites } from './unsaved-writes.ts';
import { openWorkspaceView, type PageEvents, type WorkspaceView } from './workspace-view.ts';

/** The store of a tab with what only the composition root calls. */
export interface OpenedAppStore extends AppStore, Filling {
  /** Looks for what other tabs wrote; the tab that becomes leader calls it (design §3). */
  check(): Promise<void>;
  close(): Promise<void>;
}

/** What an app store is made from. */
export interface OpenAppStore {
  /** The databases of all open workspaces; new things go to the first, the personal one. */
  databases: readonly [LocalDatabase, ...LocalDatabase[]];
  isGuest: boolean;
  /** Uncorrected milliseconds since 1970. */
  clock: () => number;
  random: RandomBytes;
  page: PageEvents;
  /** Made by `openView`; without it one is made now. */
  view?: Promise<LiveView>;
  /** What the list at `path` showed when it was last looked at, and where to note it; without it all is read at once. */
  first?: {
    storage: FirstDocumentsStorage;
    path: string;
    day: string;
    /** Shown with it: the task whose panel is open. */
    alsoId?: string | undefined;
  };
}

/** An empty view with a name of its own. Who has to wait for databases can have it made meanwhile. */
export async function openView(random: RandomBytes): Promise<LiveView> {
  return openLiveView({ name: `view-${v4({ random: random(16) })}` });
}

/** Opens what features see of the store. The databases stay open after `close`: who opened them closes them. */
export async function openAppStore(of: OpenAppStore): Promise<OpenedAppStore> {
  const [home] = of.databases;
  const view = await (of.view ?? openView(of.random));
  const history = new BehaviorSubject<NextSteps>({ undo: undefined, redo: undefined });
  const spaces: WorkspaceView[] = [];
  const first = firstDocumentsOf(of);
  for (const database of of.databases) {
    const onChange = () => history.next(nextSteps(spaces));
    spaces.push(await openWorkspaceView({ ...of, view, first, database, onChange }));
  }
  const filling = createFilling(spaces);
  let isClosed = false;
  const time = correctedTime(of, () => spaces[0]?.meta().offsetMs ?? 0);
  const write = writing({ spaces, view, untilReady: filling.untilReady, time });
  return {
    userId: home.userId,
    isGuest: of.isGuest,
    workspaceId: home.workspaceId,
    ...filling,
    firstPath: first?.path,
    async keepFirst(list) {
      const { keepFirst } = await import('./keep-first.ts');
      // After a sign-out nothing may be noted any more.
      if (of.first !== undefined && !isClosed)
        keepFirst({ ...of.first, userId: home.userId, view, spaces }, list);
    },
    ...time,
    ...write,
    ...reading(view, filling.ready),
    purgedIds: (ids) => purgedIdsIn(of.databases, ids),
    ownBatches: (id) => ownBatchesIn(of.databases, id),
    deviceId: () => spaces[0]?.meta().deviceId ?? '',
    undoState: history.pipe(
      map(({ undo, redo }) => ({ undo: undo?.action.label, redo: redo?.action.label })),
      distinctUntilChanged((a, b) => a.undo === b.undo && a.redo === b.redo),
    ),
    async check() {
      await Promise.all(spaces.map((space) => space.check()));
    },
    async close() {
      // What was asked for goes to disk before its database is closed.
      await write.settled();
      isClosed = true;
      for (const space of spaces) space.stop();
      history.complete();
      await view.close();
    },
  };
}

function firstDocumentsOf({ databases, first }: OpenAppStore): FirstDocuments | undefined {
  if (first === undefined) return undefined;
  const noted = readFirstDocuments(first.storage, databases[0].userId).find(
    ({ path, day }) => path === first.path && day === first.day,
  );
  if (noted === undefined || first.alsoId === undefined) return noted;
  return { ...noted, ids: [...noted.ids, first.alsoId] };
}

/** What is read from the view. */
function reading(view: LiveView, ready: Promise<void>) {
  const early = createEarlyAnswers(view, ready);
  return {
    current: view.current,
    documents: <T extends AnyDocument>(kind: string) => documentsOf<T>(view, kind),
    baseOf(id, group) {
      const document = view.current(id);
      return document === undefined ? null : heldStamp(document, group) || null;
    },
    live: <T extends AnyDocument>(query: LiveQuery) => liveOf<T>(early, query),
    firstAnswer: early.firstAnswer,
  } satisfies Partial<AppStore>;
}

/** An action that could be undone or redone next, and the workspace it was done in. */
interface Step {
  space: WorkspaceView;
  action: UndoableAction;
}

interface NextSteps {
  undo: Step | undefined;
  redo: Step | undefined;
}

/** The kind of a query says which documents come; that their fields are those of `T` was checked when they were made. */
function liveOf<T extends AnyDocument>(
  view: Pick<LiveView, 'live'>,
  query: LiveQuery,
): Observable<readonly T[]> {
  return view.live(query) as Observable<readonly T[]>;
}

/** The same for one look. */
function documentsOf<T extends AnyDocument>(view: LiveView, kind: string): T[] {
  return view.documents(kind) as T[];
}

/** Read from disk: the view holds no tombstones. */
async function purgedIdsIn(
  databases: readonly LocalDatabase[],
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const found = await Promise.all(databases.map((database) => database.readDocuments(ids)));
  return new Set(
    found
      .flat()
      .filter(isPurged)
      .map(({ id }) => id),
  );
}

/** Only who opens a history asks for it. */
async function ownBatchesIn(databases: readonly LocalDatabase[], id: string): Promise<OwnBatch[]> {
  const { readOwnBatches } = await import('./own-batches.ts');
  const found = await Promise.all(databases.map(({ tables }) => readOwnBatches(tables, id)));
  return found.flat();
}

function correctedTime({ clock, random }: OpenAppStore, offsetMs: () => number) {
  const nowMs = () => Math.floor(clock() + offsetMs());
  return {
    now: () => new Date(nowMs()).toISOString(),
    newId: () => newDocumentId({ nowMs: nowMs(), random }),
    newActionId: () => v4({ random: random(16) }),
  };
}

/** Commits one after another: what an action takes back is what was shown once the one before it was. */
function writing(of: {
  spaces: readonly WorkspaceView[];
  view: LiveView;
  untilReady: () => Promise<void>;
  time: { now: () => string; newActionId: () => string };
}) {
  const { spaces, view } = of;
  const inTurn = createTurns(of.untilReady);
  const unsaved = new UnsavedWrites(inTurn);

  async function write(action: UserAction): Promise<StoredBatch> {
    const space = spaceOf(spaces, view, action);
    const inverse = inverseChanges(action.changes, view.current);
    const [batch] = await space.database.commitBatches([{ ...action, inverse }]);
    if (batch === undefined) throw new Error('A committed action has no batch');
    await shownBy(space);
    return batch;
  }

  async function step(name: 'undo' | 'redo'): Promise<UndoOutcome> {
    return inTurn(async () => {
      const next = nextSteps(spaces)[name];
      if (next === undefined) return { name: 'nothing' };
      const { database, history } = next.space;
      const { now, newActionId } = of.time;
      // Loaded after the list, like all that only an undo needs.
      const { takeBack } = await import('./undo.ts');
      // Tried again, it takes back this very action, whatever came after it.
      const taken = await unsaved.write(async () => {
        const context = { database, history, current: view.current, now: now(), newActionId };
        const batch = await takeBack(context, next.action, name);
        await shownBy(next.space);
        return batch;
      });
      if (taken === undefined) return { name: 'nothing' };
      const { label } = next.action;
      if (taken.met !== 'held') return { name: taken.met, label };
      return { name: 'undone', label, batch: taken.batch };
    });
  }

  return {
    commit: (action: UserAction) =>
      inTurn(async () => {
        // What no disk could help is not told as unsaved.
        spaceOf(spaces, view, action);
        return unsaved.write(() => write(action));
      }),
    tryCommit: (action: UserAction) => inTurn(() => unsaved.tryWrite(() => write(action))),
    settled: () => inTurn(async () => undefined),
    undo: () => step('undo'),
    redo: () => step('redo'),
  };
}

/** The batch is safe on disk; should the read that shows it fail, the next one shows it. */
async function shownBy(space: WorkspaceView): Promise<void> {
  await space.settled().catch(() => undefined);
}

/** A batch belongs to the workspace of the documents it changes; one of new documents to the personal one. */
function spaceOf(
  spaces: readonly WorkspaceView[],
  view: LiveView,
  action: UserAction,
): WorkspaceView {
  const known = action.changes.map(({ id }) => id);
  const beside = action.besideId === undefined ? [] : [action.besideId];
  const ids = new Set([...known, ...beside].flatMap((id) => view.current(id)?.workspaceId ?? []));
  if (ids.size > 1) throw new Error('One action cannot change two workspaces');
  const [workspaceId] = ids;
  const space = spaces.find(({ database }) => database.workspaceId === workspaceId) ?? spaces[0];
  if (space === undefined) throw new Error('No workspace is open');
  return space;
}

/** The last action over all workspaces, each way. */
function nextSteps(spaces: readonly WorkspaceView[]): NextSteps {
  const latest = (name: 'undo' | 'redo') =>
    spaces
      .flatMap((space): Step[] => {
        const action = space.history.next()[name];
        return action === undefined ? [] : [{ space, action }];
      })
      .toSorted((a, b) => b.action.atMs - a.action.atMs)[0];
  return { undo: latest('undo'), redo: latest('redo') };
}

/** Runs one piece of work after the other; a failed one does not stop the next. */
function createTurns(first: () => Promise<void>): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> | undefined;
  return (work) => {
    const turn = (last ?? first()).then(work, work);
    last = turn;
    return turn;
  };
}
