/** The one-off background sync that a page asks for when changes wait, and that the service worker answers. */
export const outboxTag = 'taskflow/outbox';

/** The cache in which a page says whose changes wait. Without it the service worker sends nothing: it goes at a sign-out. */
export const ownerCache = 'taskflow.outbox-owner';

/** Where the id of that person lies in the cache. */
export const ownerAddress = '/outbox-owner';

/** What the service worker says to pages when a background sync was due while one of them leads. */
export const syncNowMessage = 'SYNC_NOW';

/** The Web Lock of whoever pushes for a person: one tab, or the service worker where there is none. */
export function leaderLock(userId: string): string {
  return `taskflow/sync/${userId}`;
}

/** The Web Lock of whoever renews the session: all share one cookie, and a used one is worth nothing. */
export const refreshLock = 'taskflow/session/refresh';
