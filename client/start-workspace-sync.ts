import { BehaviorSubject, type Observable } from 'rxjs';
import type { Browser } from '#client/browser.ts';
import type { RememberedAccount } from '#client/session/remembered-account.ts';
import type { Session } from '#client/session/session.ts';
import type { DatabaseOwner } from '#client/store/database-names.ts';
import type { LocalDatabase } from '#client/store/local-database.ts';
import type { OpenedAppStore } from '#client/store/open-app-store.ts';
import { retryDelayMs } from '#client/sync/retry-delay.ts';
import type { Cancel } from '#client/sync/scheduler.ts';
import type { Sync } from '#client/sync/start-sync.ts';
import type { SyncStatus } from '#client/sync/sync-status.ts';

/** Sync of one account's databases in this tab. */
export interface WorkspaceSync {
  readonly status$: Observable<SyncStatus>;
  syncNow(): void;
  stop(): void;
}

/** What sync of an account is made from. */
export interface WorkspaceSyncParts {
  account: RememberedAccount;
  databases: Map<string, LocalDatabase>;
  store: OpenedAppStore;
  session: Session;
  browser: Browser;
  openDatabase: (owner: DatabaseOwner, browser: Browser) => Promise<LocalDatabase>;
}

/**
 * Starts to sync the databases of an account. The engine and its socket are loaded after the list is on the screen:
 * nothing that a person sees first needs them.
 */
export function startWorkspaceSync(parts: WorkspaceSyncParts): WorkspaceSync {
  const status$ = new BehaviorSubject<SyncStatus>({ name: 'syncing', waiting: 0 });
  let sync: Sync | undefined;
  let isStopped = false;
  let cancelRetry: Cancel = () => undefined;
  const { scheduler, random } = parts.browser;
  const start = async () => {
    // Should the rest not be read, the app says so; what waits here is sent all the same.
    await parts.store.ready.catch(() => undefined);
    await parts.browser.page.whenIdle();
    if (isStopped) return undefined;
    const { connectWorkspaces } = await import('./connect-workspaces.ts');
    const started = connectWorkspaces(parts);
    if (isStopped) return started.stop();
    sync = started;
    started.status$.subscribe((status) => status$.next(status));
    return undefined;
  };
  // Without a service worker yet, a bad network may lose the code itself: sync must not stay away until a reload.
  const tryToStart = (attempt: number) => {
    start().catch((error: unknown) => {
      reportError(error);
      if (isStopped) return;
      status$.next({ name: 'offline', waiting: 0 });
      const delayMs = retryDelayMs({ attempt, random });
      cancelRetry = scheduler.after(delayMs, () => tryToStart(attempt + 1));
    });
  };
  tryToStart(1);
  return {
    status$,
    syncNow: () => sync?.syncNow(),
    stop() {
      isStopped = true;
      cancelRetry();
      sync?.stop();
    },
  };
}
