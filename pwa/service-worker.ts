/// <reference lib="webworker" />
import { clientsClaim } from 'workbox-core';
import { cleanupOutdatedCaches } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { answerNotice, type AnswerWorker, carryOut } from './answer-notice.ts';
import { answerBackgroundSync } from './background-sync.ts';
import { keepFiles } from './keep-files.ts';
import { forgetOldShares, receiveShare } from './receive-share.ts';
import { showNotice } from './show-notice.ts';
import { isSyncEvent } from './sync-event.ts';
import { answersSyncTag } from '#shared/push-notice';
import { sharedCache, sharePath } from '#shared/share-target';

declare const self: ServiceWorkerGlobalScope;

/** Addresses that belong to the server, also when they are opened as a page. */
const serverPaths = [
  /^\/api(\/|$)/,
  /^\/socket\.io\//,
  /^\/(healthz|readyz|metrics)$/,
  /^\/[^?]*\.[a-z0-9]+$/i,
];

declare global {
  /** Not in the library of types: see `SyncEvent`. */
  interface ServiceWorkerRegistration {
    readonly sync?: { register(tag: string): Promise<void> };
  }
}

const answerWorker: AnswerWorker = {
  caches,
  clients: self.clients,
  locks: navigator.locks,
  fetch: (path, init) => fetch(path, init),
  askForSync: async (tag) => self.registration.sync?.register(tag),
  pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  newId: () => crypto.randomUUID(),
  nowMs: () => Date.now(),
};

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

// What the server tells while the app is closed, and what is pressed on it.
self.addEventListener('push', (event: PushEvent) => {
  event.waitUntil(showNotice(event.data?.text(), self));
});
self.addEventListener('notificationclick', (event: NotificationEvent) => {
  const { action, notification } = event;
  notification.close();
  event.waitUntil(answerNotice({ action, data: notification.data }, answerWorker));
});
self.addEventListener('sync', (event) => {
  if (isSyncEvent(event) && event.tag === answersSyncTag) event.waitUntil(carryOut(answerWorker));
});

// Waits until the page says that nothing is being typed; then all tabs change over together.
self.addEventListener('message', (event: ExtendableMessageEvent) => {
  const message: unknown = event.data;
  const isSkip = typeof message === 'object' && message !== null && 'type' in message;
  if (isSkip && message.type === 'SKIP_WAITING') void self.skipWaiting();
});
clientsClaim();
