import type { FirstDocuments } from './first-documents.ts';
import type { LiveView } from './live-view.ts';
import type { LocalDatabase } from './local-database.ts';
import type { LocalMeta } from './local-store.ts';
import { createOverlay, type Overlay } from './overlay.ts';
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
  /** The ids of the first documents, once they are shown; undefined where there are none, or too much was written since. */
  readonly shownFirst: Promise<readonly string[] | undefined>;
  /** Somebody waits for `ready`: it no longer waits for an idle page. */
  hurry: () => void;
  /** Resolves when open tasks and those closed in the last 30 days are shown. */
  readonly ready: Promise<void>;
  /** Resolves when all documents are shown; rejects when the old closed tasks could not be read. */
  readonly whole: Promise<void>;
  /** What waits to be sent, as last read. */
  readonly outbox: Overlay['outbox'];
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
  const { hurry, hurried } = createHurry();
  const ready = readAfterFirst(shownFirst, { ...of, hurried, activeSince })
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
  return {
    ...watch,
    database,
    history,
    shownFirst,
    hurry,
    ready,
    whole,
    meta: () => meta,
    outbox: shown.outbox,
    shownRev: shown.rev,
    stop: () => [shown, watch].forEach((part) => part.stop()),
  };
}

/** Reads everything but the old closed tasks, and keeps what is shown already. */
async function readAfterFirst(
  shownFirst: Promise<readonly string[] | undefined>,
  of: OpenWorkspaceView & { hurried: Promise<void>; activeSince: string },
): Promise<LocalChanges> {
  const shownIds = await shownFirst;
  // The first rows are painted before the page is busy with all the others, unless somebody waits for them.
  if (shownIds !== undefined) await Promise.race([of.page.whenIdle(), of.hurried]);
  return of.database.readActive(of.activeSince, shownIds);
}

function createHurry() {
  let hurry = () => {};
  const hurried = new Promise<void>((resolve) => {
    hurry = resolve;
  });
  return { hurry, hurried };
}

async function showFirst(
  { database, first }: OpenWorkspaceView,
  shown: ReturnType<typeof createShown>,
): Promise<readonly string[] | undefined> {
  const sinceRev = first?.revs[database.workspaceId];
  if (first === undefined || sinceRev === undefined) return undefined;
  // What cannot be read at a glance is read with all the rest, which tells if it cannot.
  const changes = await database.readFirst({ ids: first.ids, sinceRev }).catch(() => undefined);
  if (changes === undefined) return undefined;
  await shown.take(changes);
  return changes.documents.map(({ id }) => id);
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
    outbox: overlay.outbox,
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
