import { PrecacheController, type PrecacheEntry, PrecacheRoute } from 'workbox-precaching';
import type { RouteHandlerCallback } from 'workbox-core/types.js';
import { fillFromPack } from './fill-from-pack.ts';
import { registerRoute } from 'workbox-routing';

/** As many as a browser asks one server for at once. */
const atOnce = 6;

/**
 * Keeps every file of this build before the worker is ready, and answers with them. At a first visit most come in one pack;
 * Workbox fetches them one after the other, which is as many round trips to wait for, so several are fetched side by side here. One that
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
  const cacheKeys = controller.getURLsToCacheKeys();
  const cache = await caches.open(controller.strategy.cacheName);
  const filled = await fillFromPack(cache, { cacheKeys, origin: location.origin });
  const queue = cacheKeys.entries();
  const fetchNext = async () => {
    for (const [url, cacheKey] of queue) {
      if (filled.has(url)) continue;
      // A name without a hash may mean another file than the one the browser has kept.
      const mode = cacheKey === url ? 'default' : 'reload';
      const request = new Request(url, { cache: mode, credentials: 'same-origin' });
      await Promise.all(controller.strategy.handleAll({ params: { cacheKey }, request, event }));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, fetchNext));
}
