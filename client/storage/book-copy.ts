import { parseDeviceBook, type DeviceBook } from '#client/store/device-book.ts';

/** The copy of the book beside the cached files: it is there when `localStorage` alone was cleared. */
export interface BookCopy {
  /** Undefined where there is none, or the browser has no such cache. */
  read: () => Promise<DeviceBook | undefined>;
  /** Resolves also when it could not be kept. */
  write: (book: DeviceBook) => Promise<void>;
}

const cacheName = 'taskflow-device';
const address = '/device-book';

/** Keeps the copy in a cache of its own, which the service worker does not know of. */
export function createBookCopy(caches: CacheStorage | undefined): BookCopy {
  return {
    async read() {
      const response = await caches?.match(address, { cacheName }).catch(() => undefined);
      return response === undefined ? undefined : parseDeviceBook(await response.text());
    },
    async write(book) {
      try {
        const cache = await caches?.open(cacheName);
        await cache?.put(address, new Response(JSON.stringify(book)));
      } catch {
        // A full disk: the book itself is kept elsewhere.
      }
    },
  };
}
