import { BehaviorSubject, type Observable } from 'rxjs';
import type { Browser } from '#client/browser.ts';
import type { RememberedAccount } from '#client/session/remembered-account.ts';
import type { Session } from '#client/session/session.ts';
import type { AppStore } from '#client/store/app-store.ts';
import { databaseName, type DatabaseOwner } from '#client/store/database-names.ts';
import { listDatabases, summarizeDatabases } from '#client/store/device-databases.ts';
import { guestOwner } from '#client/store/guest.ts';
import { type LocalDatabase, openLocalStore } from '#client/store/local-database.ts';
import { openAppStore, openView } from '#client/store/open-app-store.ts';
import type { SyncStatus } from '#client/sync/sync-status.ts';
import { localDate } from '#client/ui/timing.ts';
import { startWorkspaceSync } from './start-workspace-sync.ts';

/** Everything that is open for one person, or for a guest, in this tab. */
export interface OpenWorkspace {
  account: RememberedAccount | undefined;
  /** May show no more than the first rows of a list yet: see `ready`. */
  store: AppStore;
  /** Rejects when the rest could not be read, but for a workspace that was closed meanwhile. */
  ready: Promise<void>;
  status$: Observable<SyncStatus>;
  syncNow(): void;
  /** Changes that the server does not have, refused ones included. */
  readUnsettled: () => Promise<number>;
  close(): Promise<void>;
}

/** What of a guest's data moves into an account: nothing, what the person made or touched, or all. */
export type GuestShare = 'nothing' | 'own' | 'all';

/** Databases by workspace id; sync opens those of workspaces that it hears of. */
export type Databases = Map<string, LocalDatabase>;

/** In `localStorage`: the account that guests' data is moving to, and how much of it. */
const adoptingKey = 'taskflow.adopting';

/**
 * Opens the databases of the account (or the guest's), shows them, and for an account begins to sync.
 * `adds`: what was made here without an account moves into it first (R12), with or without untouched examples.
 */
export async function openWorkspace(of: {
  account: RememberedAccount | undefined;
  adds: GuestShare;
  session: Session;
  browser: Browser;
}): Promise<OpenWorkspace> {
  const { account, browser } = of;
  // Kept until it is done: a crash between signing in and moving must not hide what the guest made.
  if (account === undefined) browser.storage.removeItem(adoptingKey);
  else if (of.adds !== 'nothing')
    browser.storage.setItem(adoptingKey, `${account.userId} ${of.adds}`);
  // Made while the disk is being asked.
  const view = openView(browser.randomBytes);
  view.catch(() => undefined);
  const home = await homeOf(account, browser);
  const database = await openDatabase(home, browser);
  if (account !== undefined) await adoptGuests(database, of);
  const databases: Databases = new Map([[home.workspaceId, database]]);
  for (const owner of await listDatabases({}, home.userId)) {
    if (databases.has(owner.workspaceId) || account === undefined) continue;
    databases.set(owner.workspaceId, await openDatabase(owner, browser));
  }
  const store = await openStore({ ...of, database, databases, view });
  const sync =
    account === undefined
      ? watchLocal(database)
      : startWorkspaceSync({ ...of, account, databases, store, openDatabase });
  let isClosed = false;
  const ready = store.ready.catch((error: unknown) => {
    if (!isClosed) throw error;
  });
  return {
    account,
    store,
    ready,
    status$: sync.status$,
    syncNow: () => sync.syncNow(),
    readUnsettled: async () => {
      const summaries = await summarizeDatabases({}, home.userId);
      return summaries.reduce((sum, { unsettled, refused }) => sum + unsettled + refused, 0);
    },
    close: async () => {
      isClosed = true;
      sync.stop();
      await store.close();
      for (const opened of databases.values()) opened.close();
    },
  };
}

async function openStore(of: {
  account: RememberedAccount | undefined;
  browser: Browser;
  database: LocalDatabase;
  databases: Databases;
  view: ReturnType<typeof openView>;
}) {
  const { account, browser, database, databases, view } = of;
  const others = [...databases.values()].filter((opened) => opened !== database);
  const store = await openAppStore({
    databases: [database, ...others],
    isGuest: account === undefined,
    clock: () => browser.scheduler.now(),
    random: browser.randomBytes,
    page: browser.page,
    view,
    first: {
      storage: browser.storage,
      path: location.pathname === '/' ? '/dashboard' : location.pathname,
      day: localDate(browser.scheduler.now()),
      alsoId: new URLSearchParams(location.search).get('task') ?? undefined,
    },
  });
  await store.opened;
  return store;
}

async function homeOf(
  account: RememberedAccount | undefined,
  browser: Browser,
): Promise<DatabaseOwner> {
  if (account === undefined) return guestOwner({}, browser.randomBytes);
  return { userId: account.userId, workspaceId: account.personalWorkspaceId };
}

async function openDatabase(owner: DatabaseOwner, browser: Browser): Promise<LocalDatabase> {
  return openLocalStore({
    ...owner,
    clock: () => browser.scheduler.now(),
    random: browser.randomBytes,
    channel: new BroadcastChannel(databaseName(owner)),
    // What is on the screen can neither be saved nor kept up to date any more.
    onTakenAway: () => location.reload(),
  });
}

/** Moves the guests' data into the account they were to move to, now or before the last reload. */
async function adoptGuests(account: LocalDatabase, { browser }: { browser: Browser }) {
  const [userId, share] = browser.storage.getItem(adoptingKey)?.split(' ') ?? [];
  if (userId !== account.userId) return;
  const { adoptGuests: adopt } = await import('#client/store/adopt-guests.ts');
  await adopt({}, { account, leavesExamples: share !== 'all', storage: browser.storage });
  browser.storage.removeItem(adoptingKey);
}

/** A guest has nobody to send to: the pill says that all is saved here, and how much would move to an account. */
function watchLocal(database: LocalDatabase) {
  const status$ = new BehaviorSubject<SyncStatus>({ name: 'local', waiting: 0 });
  const count = () => {
    const counting = database.tables.outbox.count();
    // A database that closes meanwhile, at sign-in or by another tab, has nothing left to say.
    counting.then((waiting) => status$.next({ name: 'local', waiting })).catch(() => undefined);
  };
  const stop = database.onChange(count);
  count();
  return { status$, syncNow: () => undefined, stop };
}
