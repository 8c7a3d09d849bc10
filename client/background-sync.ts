import type { Observable } from 'rxjs';
import type { AccountMemory } from '#client/session/remembered-account.ts';
import type { Cancel } from '#client/sync/scheduler.ts';
import type { Sync } from '#client/sync/start-sync.ts';
import type { SyncStatus } from '#client/sync/sync-status.ts';
import { outboxTag, ownerAddress, ownerCache, syncNowMessage } from '#shared/background-sync';

/** The part of a registration that TypeScript does not know: only Chromium has it. */
interface WithSync {
  sync: { register(tag: string): Promise<void> };
}

/** What only a person, or an update, can help. */
const hopeless: ReadonlySet<SyncStatus['name']> = new Set([
  'local',
  'needs-sign-in',
  'update-required',
]);

/** Background sync beside the sync of a page, as an extra where the browser has it. */
export function withBackgroundSync(
  of: { userId: string; memory: Pick<AccountMemory, 'read'> },
  sync: Pick<Sync, 'status$' | 'syncNow'>,
): Cancel {
  const endings = [
    watchUnsent({
      status$: sync.status$,
      onHidden: onPageHidden,
      ask: () => askForBackgroundSync(of),
    }),
    onAskedToSync(() => sync.syncNow()),
  ];
  return () => {
    for (const end of endings) end();
  };
}

/**
 * Asks the browser to see to it that what waits is sent, should this page be closed before: once when the network fails
 * while something waits, and whenever the page is left with something that waits.
 */
export function watchUnsent(of: {
  status$: Observable<SyncStatus>;
  onHidden: (run: () => void) => Cancel;
  ask: () => Promise<void>;
}): Cancel {
  let isWaiting = false;
  let isCutOff = false;
  const ask = () => void of.ask().catch(() => undefined);
  const watching = of.status$.subscribe(({ name, waiting }) => {
    isWaiting = waiting > 0 && !hopeless.has(name);
    const wasCutOff = isCutOff;
    isCutOff = isWaiting && (name === 'offline' || name === 'retrying');
    if (isCutOff && !wasCutOff) ask();
  });
  const endHidden = of.onHidden(() => (isWaiting ? ask() : undefined));
  return () => {
    watching.unsubscribe();
    endHidden();
  };
}

/**
 * Asks the browser for a background sync of this person's changes; does nothing where it knows none, nor once another tab has
 * signed them out, after which nothing of them is sent.
 */
async function askForBackgroundSync(of: {
  userId: string;
  memory: Pick<AccountMemory, 'read'>;
}): Promise<void> {
  const isSignedIn = () => of.memory.read()?.userId === of.userId;
  const registration = await navigator.serviceWorker?.getRegistration();
  if (registration === undefined || !hasSync(registration) || !isSignedIn()) return;
  const cache = await caches.open(ownerCache);
  await cache.put(ownerAddress, new Response(of.userId));
  if (isSignedIn()) await registration.sync.register(outboxTag);
  else await cache.delete(ownerAddress);
}

/** Tells that a background sync was due while a page is open: it is the page that sends. */
function onAskedToSync(run: () => void): Cancel {
  const listen = ({ data }: MessageEvent<unknown>) => {
    const isMessage = typeof data === 'object' && data !== null && 'type' in data;
    if (isMessage && data.type === syncNowMessage) run();
  };
  navigator.serviceWorker?.addEventListener('message', listen);
  return () => navigator.serviceWorker?.removeEventListener('message', listen);
}

/** Tells that this page is left for another, closed, or no more looked at. */
function onPageHidden(run: () => void): Cancel {
  const look = () => (document.visibilityState === 'hidden' ? run() : undefined);
  document.addEventListener('visibilitychange', look);
  return () => document.removeEventListener('visibilitychange', look);
}

function hasSync(
  registration: ServiceWorkerRegistration,
): registration is ServiceWorkerRegistration & WithSync {
  return 'sync' in registration;
}
