import { withBackgroundSync } from '#client/background-sync.ts';
import type { WorkspaceSyncParts } from '#client/start-workspace-sync.ts';
import type { LocalDatabase } from '#client/store/local-database.ts';
import { sealAndDelete } from '#client/store/sealed-batches.ts';
import type { Cancel } from '#client/sync/scheduler.ts';
import { createAccountMemory } from '#client/session/remembered-account.ts';
import { createHttpTransport } from '#client/sync/http-transport.ts';
import { createSocketTransport } from '#client/sync/socket-transport.ts';
import { startSync, type Sync } from '#client/sync/start-sync.ts';
import { openWorkspaceNews } from '#client/workspace-news.ts';

/** How often it is asked whether there is a workspace that another device has made; also when the page is looked at. */
const askedEveryMs = 30_000;

/** Makes the engine with its connections, and starts it. */
export function connectWorkspaces(parts: WorkspaceSyncParts): Sync {
  const { account, browser, databases, store } = parts;
  const { userId } = account;
  const { scheduler, random } = browser;
  const watch = (database: LocalDatabase) => watchWriting(database, () => sync.hasWritten());
  const { open, stop } = openingOf(parts, watch);
  const news = openWorkspaceNews(userId, (workspaceId) => {
    open(workspaceId).catch(reportError);
    sync.hearWorkspaces();
  });
  const sync = startSync({
    userId,
    knownWorkspaceIds: [...databases.keys()],
    openStore: async (workspaceId) => {
      const isNew = !databases.has(workspaceId);
      const opened = await open(workspaceId);
      if (isNew) news.tell(workspaceId);
      return opened;
    },
    ...connectionsOf(parts),
    scheduler,
    random,
    locks: navigator.locks,
    statusPort: new BroadcastChannel(`taskflow/status/${userId}`),
    onLead: () => void store.check(),
    onHint: browser.onHint,
    onFreeze: (of) => onFreeze(parts, of),
    onWorkspaces: () => void store.check(),
    onMembershipEnded: ({ workspaceId }) => {
      const database = databases.get(workspaceId);
      if (database === undefined) return;
      databases.delete(workspaceId);
      // The live view still shows that workspace: the page starts again without it.
      void sealAndDelete({}, { database, now: store.now() }).then(() => location.reload());
    },
    // Not the function itself: called as a method of these ports it would throw, and what called it would stop.
    onError: (error) => reportError(error),
  });
  for (const database of databases.values()) watch(database);
  void browser.page
    .whenIdle()
    .then(loadForLeading)
    .catch(() => undefined);
  return endingWith(sync, [
    withBackgroundSync({ userId, memory: createAccountMemory(browser.storage) }, sync),
    browser.page.repeat(() => sync.hearWorkspaces(), askedEveryMs),
    () => news.close(),
    stop,
  ]);
}

function connectionsOf({ session, browser }: WorkspaceSyncParts) {
  const { scheduler, random } = browser;
  const fetchNow: typeof fetch = (...args) => fetch(...args);
  return {
    transport: createHttpTransport({ fetch: fetchNow, tokens: session, scheduler }),
    socket: createSocketTransport({ tokens: session, scheduler, random }),
  };
}

/** A tab that takes the lead later should not have to wait for code then. */
async function loadForLeading(): Promise<void> {
  await Promise.all([
    import('#client/session/server-session.ts'),
    import('#client/session/auth-requests.ts'),
    import('#client/store/pulling.ts'),
  ]);
}

/** Tells of what this tab itself has written. */
function watchWriting(database: LocalDatabase, onWritten: () => void): void {
  database.onChange((_rev, own) => {
    if (own !== undefined) onWritten();
  });
}

/** Opens the database of a workspace, unless it is open, and shows it; asked twice at once, one. */
function openingOf(
  { account, browser, databases, store, openDatabase }: WorkspaceSyncParts,
  onOpened: (database: LocalDatabase) => void,
) {
  const opening = new Map<string, Promise<LocalDatabase>>();
  let isStopped = false;
  const openNow = async (workspaceId: string): Promise<LocalDatabase> => {
    const opened = await openDatabase({ userId: account.userId, workspaceId }, browser);
    // Whoever signed out meanwhile has closed all the others.
    if (isStopped) {
      opened.close();
      return opened;
    }
    databases.set(workspaceId, opened);
    onOpened(opened);
    await store.addWorkspace(opened);
    return opened;
  };
  return {
    open: (workspaceId: string): Promise<LocalDatabase> => {
      const known = databases.get(workspaceId);
      if (known !== undefined) return Promise.resolve(known);
      const begun =
        opening.get(workspaceId) ?? openNow(workspaceId).finally(() => opening.delete(workspaceId));
      opening.set(workspaceId, begun);
      return begun;
    },
    stop: () => {
      isStopped = true;
    },
  };
}

/**
 * The browser says so before it freezes a page, and after. Some messages of other tabs reach it all the same, and a read that
 * they began would never end, nor let anybody write.
 */
function onFreeze(
  { databases, store }: WorkspaceSyncParts,
  { frozen, thawed }: { frozen: () => void; thawed: () => void },
): Cancel {
  const pause = (isPaused: boolean) => {
    for (const database of databases.values()) database.pause(isPaused);
  };
  const freeze = () => {
    pause(true);
    frozen();
  };
  const thaw = () => {
    pause(false);
    void store.check();
    thawed();
  };
  document.addEventListener('freeze', freeze);
  document.addEventListener('resume', thaw);
  return () => {
    document.removeEventListener('freeze', freeze);
    document.removeEventListener('resume', thaw);
  };
}

/** The same sync, with what else ends when it stops. */
function endingWith(sync: Sync, endings: readonly (() => void)[]): Sync {
  return {
    ...sync,
    stop() {
      for (const end of endings) end();
      sync.stop();
    },
  };
}
