import { PrecacheController, type PrecacheEntry, PrecacheRoute } from 'workbox-precaching';
import type { RouteHandlerCallback } from 'workbox-core/types.js';
import { registerRoute } from 'workbox-routing';

/** As many as a browser asks one server for at once. */
const atOnce = 6;

/**
 * Keeps every file of this build before the worker is ready, and answers with them. Workbox fetches them one after the
 * other; with some 280 files that is as many round trips to wait for, so several are fetched side by side here. One that
 * cannot be had fails the whole, as there: half an app is never taken for one that works without a network.
 * Returns how a page is answered with one of them.
 */
export function keepFiles(
  worker: ServiceWorkerGlobalScope,
  files: readonly (PrecacheEntry | string)[],
): (url: string) => RouteHandlerCallback {
  const controller = new PrecacheController();
  controller.addToCacheList([...files]);
  registerRoute(new PrecacheRoute(controller));
  worker.addEventListener('install', (event) => event.waitUntil(fetchAll(controller, event)));
  worker.addEventListener('activate', (event) => void controller.activate(event));
  return (url) => controller.createHandlerBoundToURL(url);
}

async function fetchAll(controller: PrecacheController, event: ExtendableEvent): Promise<void> {
  const queue = controller.getURLsToCacheKeys().entries();
  const fetchNext = async () => {
    for (const [url, cacheKey] of queue) {
      // A name without a hash may mean another file than the one the browser has kept.
      const cache = cacheKey === url ? 'default' : 'reload';
      const request = new Request(url, { cache, credentials: 'same-origin' });
      await Promise.all(controller.strategy.handleAll({ params: { cacheKey }, request, event }));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, fetchNext));
}
