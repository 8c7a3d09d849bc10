import type { FirstDocuments } from './first-documents.ts';
import type { LiveView } from './live-view.ts';
import type { LocalDatabase } from './local-database.ts';
import type { LocalMeta } from './local-store.ts';
import { createOverlay } from './overlay.ts';
import type { LocalChanges } from './read-changes.ts';
import { type OnLookedAt, type Repeat, type TabWatch, watchTabs } from './tabs.ts';
import { createUndoHistory, type UndoHistory } from './undo-history.ts';

/** What the page gives a view: the composition root knows the browser, the store does not. */
export interface PageEvents {
  onLookedAt: OnLookedAt;
  repeat: Repeat;
  /** Resolves when the page has nothing better to do. */
  whenIdle: () => Promise<void>;
}

/** What a workspace is shown with. */
export interface OpenWorkspaceView {
  database: LocalDatabase;
  view: LiveView;
  page: PageEvents;
  /** Uncorrected milliseconds; only the age of closed tasks is told by it. */
  clock: () => number;
  /** What to show before all the rest. */
  first: FirstDocuments | undefined;
  /** Runs after each change of what is known: documents, history or meta. */
  onChange: () => void;
}

/** Keeps what is shown of one workspace in the live view, at the newest rev of any tab. */
export interface WorkspaceView extends TabWatch {
  readonly database: LocalDatabase;
  readonly history: UndoHistory;
  /** Resolves once the first documents are shown: true; false where there are none, or too much was written since. */
  readonly shownFirst: Promise<boolean>;
  /** Resolves when open tasks and those closed in the last 30 days are shown. */
  readonly ready: Promise<void>;
  /** Resolves when all documents are shown; rejects when the old closed tasks could not be read. */
  readonly whole: Promise<void>;
  /** Meta as last read. */
  meta: () => LocalMeta;
  /** What is shown is as it was at this rev. */
  shownRev: () => number;
}

/** Tasks closed longer ago than this are filled in idle time. */
const filledFirstMs = 30 * 24 * 60 * 60 * 1000;

/** Documents shown in one go in idle time: short enough to keep the page answering. */
const chunkSize = 1000;

/** Begins to fill the view from one database. Resolves as soon as meta is known; `ready` tells of the documents. */
export async function openWorkspaceView(of: OpenWorkspaceView): Promise<WorkspaceView> {
  const { database, page } = of;
  const history = createUndoHistory();
  let meta = await database.readMeta();
  const shown = createShown(of);
  const take = async (changes: LocalChanges) => {
    meta = changes.meta;
    history.take(changes);
    await shown.take(changes);
    of.onChange();
  };
  let isReady = false;
  const activeSince = new Date(of.clock() - filledFirstMs).toISOString();
  const shownFirst = showFirst(of, shown);
  const ready = readAfter(shownFirst, of, activeSince)
    .then(take)
    .then(() => {
      isReady = true;
    });
  const watch = watchTabs({
    read: async () => {
      await ready;
      const changes = await database.readChanges(meta.rev);
      if (changes.meta.rev > meta.rev) await take(changes);
    },
    take: (own) => {
      // Where another tab wrote in between, or the start is still being read, a read brings both.
      if (!isReady || own.meta.rev !== meta.rev + 1) return undefined;
      return take({ ...own, isReset: false, documents: [], positions: undefined, sent: [] });
    },
    onRev: (listener) => database.onChange(listener),
    onLookedAt: page.onLookedAt,
    repeat: page.repeat,
  });
  // Without the old closed tasks everything else works; the next reload fills them again.
  const whole = ready.then(() => shown.fillRest(activeSince));
  whole.catch(() => undefined);
  return {
    ...watch,
    database,
    history,
    shownFirst,
    ready,
    whole,
    meta: () => meta,
    shownRev: shown.rev,
    stop() {
      shown.stop();
      watch.stop();
    },
  };
}

async function readAfter(
  shownFirst: Promise<boolean>,
  { database, page }: OpenWorkspaceView,
  activeSince: string,
): Promise<LocalChanges> {
  // The first rows are painted before the page is busy with all the others.
  if (await shownFirst) await page.whenIdle();
  return database.readActive(activeSince);
}

async function showFirst(
  { database, first }: OpenWorkspaceView,
  shown: ReturnType<typeof createShown>,
): Promise<boolean> {
  const sinceRev = first?.revs[database.workspaceId];
  if (first === undefined || sinceRev === undefined) return false;
  const changes = await database.readFirst({ ids: first.ids, sinceRev });
  if (changes !== undefined) await shown.take(changes);
  return changes !== undefined;
}

/** The documents of one workspace on their way into the view. */
function createShown({ database, view, page }: OpenWorkspaceView) {
  const overlay = createOverlay(database);
  const state = { isStopped: false, rev: 0 };
  const show = async (ids: readonly string[]) => {
    if (!state.isStopped) await view.show(ids.map((id) => [id, overlay.shown(id)]));
  };
  return {
    rev: () => state.rev,
    async take(changes: LocalChanges) {
      await show([...overlay.take(changes)]);
      state.rev = changes.meta.rev;
    },
    async fillRest(activeSince: string) {
      await page.whenIdle();
      if (state.isStopped) return;
      const documents = await database.readRest(activeSince);
      const ids = overlay.take({ documents, isReset: false, outbox: [], positions: undefined });
      const waiting = [...ids];
      while (waiting.length > 0) {
        // What is shown is computed only now: a later read may have brought something newer while we waited.
        await show(waiting.splice(0, chunkSize));
        await page.whenIdle();
      }
    },
    stop() {
      state.isStopped = true;
    },
  };
}
