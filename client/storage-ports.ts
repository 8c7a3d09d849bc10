import type { Browser } from '#client/browser.ts';
import { createBookCopy } from '#client/storage/book-copy.ts';
import type { StorageKeeper } from '#client/storage/keep-asking.ts';
import { type Platform, platformOf } from '#client/storage/platform.ts';
import { storageMemoryKey } from '#client/storage/storage-memory.ts';
import type { DevicePorts } from '#client/storage/watch-device.ts';
import type { StoragePorts } from '#client/storage/watch-storage.ts';
import { deviceBookKey } from '#client/store/device-book.ts';

/** What the features of storage need of the browser, real. */
export interface BrowserStorage extends StoragePorts, DevicePorts {
  platform: Platform;
  onLookedAt: (run: () => void) => () => void;
}

/** Made of the real browser, once it is needed: nothing of it is loaded before the list. */
export function createStoragePorts(browser: Browser): BrowserStorage {
  const { scheduler, page, storage } = browser;
  const platform = platformOf({
    userAgent: navigator.userAgent,
    maxTouchPoints: navigator.maxTouchPoints,
    isInstalled: isInstalled(),
  });
  return {
    storage,
    scheduler,
    page,
    platform,
    isInstalled,
    asksPerson: platform.asksPerson,
    keeper: createKeeper(),
    // Without a safe address there is neither.
    copy: createBookCopy('caches' in window ? caches : undefined),
    databaseNames: async () => (await indexedDB.databases()).flatMap(({ name }) => name ?? []),
    now: () => scheduler.now(),
    isVisible: () => document.visibilityState === 'visible',
    onLookedAt: page.onLookedAt,
    onInstalled: (run) => listen(window, 'appinstalled', run),
    onHidden: (run) => listen(window, 'pagehide', run),
    onOtherTab: (run) =>
      listen(window, 'storage', (event) => {
        const key = event instanceof StorageEvent ? event.key : undefined;
        if (key === deviceBookKey || key === storageMemoryKey) run();
      }),
  };
}

function createKeeper(): StorageKeeper {
  const manager: StorageKeeper | undefined = navigator.storage;
  return {
    ...(manager?.estimate === undefined ? {} : { estimate: () => navigator.storage.estimate() }),
    ...(manager?.persist === undefined ? {} : { persist: () => navigator.storage.persist() }),
    ...(manager?.persisted === undefined ? {} : { persisted: () => navigator.storage.persisted() }),
  };
}

/** `standalone` is the word of iOS. */
function isInstalled(): boolean {
  const query = '(display-mode: standalone), (display-mode: window-controls-overlay)';
  return matchMedia(query).matches || ('standalone' in navigator && navigator.standalone === true);
}

function listen(target: EventTarget, name: string, run: (event: Event) => void): () => void {
  target.addEventListener(name, run);
  return () => target.removeEventListener(name, run);
}
