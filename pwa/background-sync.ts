import { outboxTag, ownerAddress, ownerCache, syncNowMessage } from '#shared/background-sync';
import { sendOutbox } from './send-outbox.ts';
import { isSyncEvent } from './sync-event.ts';

/**
 * Answers the background sync that a page has asked for: once the network is back, also where no page is open. A promise
 * that rejects makes the browser try again, minutes later.
 */
export function answerBackgroundSync(worker: ServiceWorkerGlobalScope): void {
  worker.addEventListener('sync', (event) => {
    if (isSyncEvent(event) && event.tag === outboxTag) {
      event.waitUntil(answer(worker, event.lastChance));
    }
  });
}

async function answer(worker: ServiceWorkerGlobalScope, isLastChance: boolean): Promise<void> {
  const userId = await readOwner(worker.caches);
  if (userId === undefined) return;
  const { indexedDB } = worker;
  const outcome = await sendOutbox({
    userId,
    isStillOwner: async () => (await readOwner(worker.caches)) === userId,
    indexedDB,
    IDBKeyRange,
    locks: worker.navigator.locks,
    fetch: (...args) => worker.fetch(...args),
  });
  if (outcome === 'led') await wakePages(worker.clients);
  if (outcome === 'later' && !isLastChance) throw new Error('to be tried again');
}

async function readOwner(caches: CacheStorage): Promise<string | undefined> {
  const kept = await caches.match(ownerAddress, { cacheName: ownerCache });
  return kept?.text();
}

async function wakePages(clients: Clients): Promise<void> {
  for (const client of await clients.matchAll({ type: 'window' })) {
    client.postMessage({ type: syncNowMessage }, []);
  }
}
