import { BehaviorSubject, distinctUntilChanged, map, type Observable } from 'rxjs';
import { v4 } from 'uuid';
import { heldStamp } from '#shared/group-value';
import type { RandomBytes } from '#shared/ids';
import { newDocumentId } from '#shared/new-ids';
import type { AnyDocument } from '#shared/kind-definition';
import type { AppStore, LiveQuery, WaitingChanges } from './app-store.ts';
import { createMoving, loadSteps, type NextSteps, nextSteps, writing } from './app-writing.ts';
import { createEarlyAnswers } from './early-answers.ts';
import { createFilling, type Filling } from './filling.ts';
import {
  type FirstDocuments,
  type FirstDocumentsStorage,
  readFirstDocuments,
} from './first-documents.ts';
import { type LiveView, openLiveView } from './live-view.ts';
import type { LocalDatabase } from './local-database.ts';
import { openWorkspaceView, type PageEvents, type WorkspaceView } from './workspace-view.ts';

/** The store of a tab with what only the composition root calls. */
export interface OpenedAppStore extends AppStore, Filling {
  /** Looks for what other tabs wrote; the tab that becomes leader calls it (design §3). */
  check(): Promise<void>;
  /** Resolves when moves between workspaces have come as far as they can for now. */
  moved(): Promise<void>;
  /** Begins to show the database of one more workspace, unless it is shown already. */
  addWorkspace(database: LocalDatabase): Promise<void>;
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
  const time = correctedTime(of, () => spaces[0]?.meta().offsetMs ?? 0);
  const moving = createMoving({ spaces, random: of.random, newActionId: time.newActionId });
  const onChange = () => {
    history.next(nextSteps(spaces));
    moving.finish().catch(tryLater);
  };
  let isClosed = false;
  const addWorkspace = async (database: LocalDatabase) => {
    if (isClosed || spaces.some((space) => space.database === database)) return;
    spaces.push(await openWorkspaceView({ ...of, view, first, database, onChange }));
  };
  for (const database of of.databases) await addWorkspace(database);
  const filling = createFilling(spaces);
  const write = writing({ spaces, view, untilReady: filling.untilReady, time, moving });
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
    ...readingOfAll(spaces),
    ...telling(history, spaces),
    check: async () => void (await Promise.all(spaces.map((space) => space.check()))),
    moved: moving.finish,
    addWorkspace,
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

/** What is told of after each change of what is known, and what the personal workspace is known by. */
function telling(history: Observable<NextSteps>, spaces: readonly WorkspaceView[]) {
  return {
    deviceId: () => spaces[0]?.meta().deviceId ?? '',
    madeAs: () => spaces[0]?.meta().firstDeviceId ?? '',
    undoState: history.pipe(
      map(({ undo, redo }) => ({ undo: undo?.action.label, redo: redo?.action.label })),
      distinctUntilChanged((a, b) => a.undo === b.undo && a.redo === b.redo),
    ),
    waiting: history.pipe(map(() => waitingIn(spaces))),
    leaving: history.pipe(map(() => spaces.flatMap(({ meta }) => meta().leaving ?? []))),
    dismissMove: async (key) => (await loadSteps()).dismissMove(spaces, key),
    isWhole: (id) => {
      const meta = spaces.find(({ database }) => database.workspaceId === id)?.meta();
      return meta !== undefined && (meta.wholeSeq > 0 || meta.checkpoint === '0');
    },
  } satisfies Partial<AppStore>;
}

function waitingIn(spaces: readonly WorkspaceView[]): WaitingChanges {
  return {
    isEmpty: spaces.every(({ outbox }) => outbox.isEmpty()),
    since: (id) => spaces.map(({ outbox }) => outbox.since(id)).find((ms) => ms !== undefined),
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

/** What is read from disk: the view holds no tombstones, and only who opens a history asks for what else is there. */
function readingOfAll(spaces: readonly WorkspaceView[]) {
  return {
    purgedIds: async (ids) => (await loadSteps()).purgedIdsIn(spaces, ids),
    ownBatches: async (id) => (await loadSteps()).ownBatchesIn(spaces, id),
  } satisfies Partial<AppStore>;
}

/** The next change of anything tries again. */
function tryLater(): void {}

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

function correctedTime({ clock, random }: OpenAppStore, offsetMs: () => number) {
  const nowMs = () => Math.floor(clock() + offsetMs());
  return {
    now: () => new Date(nowMs()).toISOString(),
    newId: () => newDocumentId({ nowMs: nowMs(), random }),
    newActionId: () => v4({ random: random(16) }),
  };
}
