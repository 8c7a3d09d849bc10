import type { WorkspaceSyncParts } from '#client/start-workspace-sync.ts';
import type { LocalDatabase } from '#client/store/local-database.ts';
import { sealAndDelete } from '#client/store/sealed-batches.ts';
import { createHttpTransport } from '#client/sync/http-transport.ts';
import { createSocketTransport } from '#client/sync/socket-transport.ts';
import { startSync, type Sync } from '#client/sync/start-sync.ts';
import { openWorkspaceNews } from '#client/workspace-news.ts';

/** How often it is asked whether there is a workspace that another device has made; also when the page is looked at. */
const askedEveryMs = 30_000;

/** Makes the engine with its connections, and starts it. */
export function connectWorkspaces(parts: WorkspaceSyncParts): Sync {
  const { account, browser, databases, session, store } = parts;
  const { userId } = account;
  const { scheduler, random } = browser;
  const { open, stop } = openingOf(parts);
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
    transport: createHttpTransport({
      fetch: (...args) => fetch(...args),
      tokens: session,
      scheduler,
    }),
    socket: createSocketTransport({ tokens: session, scheduler, random }),
    scheduler,
    random,
    locks: navigator.locks,
    statusPort: new BroadcastChannel(`taskflow/status/${userId}`),
    onLead: () => void store.check(),
    onHint: browser.onHint,
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
  return endingWith(sync, [
    browser.page.repeat(() => sync.hearWorkspaces(), askedEveryMs),
    () => news.close(),
    stop,
  ]);
}

/** Opens the database of a workspace, unless it is open, and shows it; asked twice at once, one. */
function openingOf({ account, browser, databases, store, openDatabase }: WorkspaceSyncParts) {
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
