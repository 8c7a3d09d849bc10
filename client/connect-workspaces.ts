import type { WorkspaceSyncParts } from '#client/start-workspace-sync.ts';
import { sealAndDelete } from '#client/store/sealed-batches.ts';
import { createHttpTransport } from '#client/sync/http-transport.ts';
import { createSocketTransport } from '#client/sync/socket-transport.ts';
import { startSync, type Sync } from '#client/sync/start-sync.ts';

/** Makes the engine with its connections, and starts it. */
export function connectWorkspaces(parts: WorkspaceSyncParts): Sync {
  const { account, browser, databases, session, store } = parts;
  const { userId } = account;
  const { scheduler, random } = browser;
  return startSync({
    userId,
    knownWorkspaceIds: [...databases.keys()],
    openStore: async (workspaceId) => {
      const opened =
        databases.get(workspaceId) ?? (await parts.openDatabase({ userId, workspaceId }, browser));
      databases.set(workspaceId, opened);
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
}
