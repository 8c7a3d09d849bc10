/// <reference lib="webworker" />
import { clientsClaim } from 'workbox-core';
import { cleanupOutdatedCaches } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { answerBackgroundSync } from './background-sync.ts';
import { keepFiles } from './keep-files.ts';
import { forgetOldShares, receiveShare } from './receive-share.ts';
import { sharedCache, sharePath } from '#shared/share-target';

declare const self: ServiceWorkerGlobalScope;

/** Addresses that belong to the server, also when they are opened as a page. */
const serverPaths = [
  /^\/api(\/|$)/,
  /^\/socket\.io\//,
  /^\/(healthz|readyz|metrics)$/,
  /^\/[^?]*\.[a-z0-9]+$/i,
];

const answerWith = keepFiles(self, self.__WB_MANIFEST);
cleanupOutdatedCaches();
registerRoute(new NavigationRoute(answerWith('/index.html'), { denylist: serverPaths }));

// What other apps share, which the page cannot receive by itself.
self.addEventListener('fetch', (event: FetchEvent) => {
  const { request } = event;
  if (request.method !== 'POST' || new URL(request.url).pathname !== sharePath) return;
  const worker = { caches, newId: () => crypto.randomUUID(), nowMs: () => Date.now() };
  event.respondWith(receiveShare(request, worker));
});

answerBackgroundSync(self);

self.addEventListener('activate', (event: ExtendableEvent) => {
  const forget = async () => forgetOldShares(await caches.open(sharedCache), Date.now());
  event.waitUntil(forget().catch(() => undefined));
});

// Waits until the page says that nothing is being typed; then all tabs change over together.
self.addEventListener('message', (event: ExtendableMessageEvent) => {
  const message: unknown = event.data;
  const isSkip = typeof message === 'object' && message !== null && 'type' in message;
  if (isSkip && message.type === 'SKIP_WAITING') void self.skipWaiting();
});
clientsClaim();
