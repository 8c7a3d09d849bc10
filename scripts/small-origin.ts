import type { BrowserContext, Page } from '@playwright/test';

/** Storage of one origin that can be filled to the last byte, and emptied again. */
export interface SmallOrigin {
  /** Fills what is left with data of nobody. From then on not even a small write goes through. */
  fill(page: Page): Promise<void>;
  /** There is as much room as on the disk. */
  free(page: Page): Promise<void>;
}

const quotaBytes = 24 * 1024 * 1024;
const fillerName = 'filler';
/** From large to small, each as often as it fits. */
const fillerBytes = [4_000_000, 400_000, 40_000, 4_000, 400];

/**
 * Gives an origin less room than the disk has, before anything of it is open: Chromium asks for the quota when a database is
 * opened and counts down from there. A page of its own holds the override, which ends with the session that made it.
 */
export async function makeOriginSmall(
  context: BrowserContext,
  origin: string,
): Promise<SmallOrigin> {
  const holder = await context.newPage();
  const session = await context.newCDPSession(holder);
  const setQuota = (quotaSize: number) =>
    session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize });
  await setQuota(quotaBytes);
  return {
    fill: (page) => page.evaluate(fillUp, { name: fillerName, sizes: fillerBytes }),
    free: async (page) => {
      await setQuota(quotaBytes * 4);
      await page.evaluate(empty, fillerName);
      await setQuota(quotaBytes);
    },
  };
}

/**
 * Runs in the page. Random bytes, as the database compresses others. What the database tidies up meanwhile is filled as well,
 * until somebody deletes the filler. No function in here may have a name: the compiler would call a helper that the page does
 * not have.
 */
async function fillUp({ name, sizes }: { name: string; sizes: number[] }): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open(name);
    opening.addEventListener('upgradeneeded', () => {
      opening.result.createObjectStore('bytes', { autoIncrement: true });
    });
    opening.addEventListener('success', () => resolve(opening.result));
    opening.addEventListener('error', () => reject(new Error('the filler does not open')));
  });
  const life = { isOver: false };
  database.addEventListener('versionchange', () => {
    life.isOver = true;
    database.close();
  });
  await new Promise<void>((resolve) => {
    void (async () => {
      while (!life.isOver) {
        for (const size of sizes) {
          for (let fits = true; fits && !life.isOver; ) {
            fits = await new Promise<boolean>((written) => {
              const transaction = database.transaction('bytes', 'readwrite');
              const bytes = new Uint8Array(size);
              for (let at = 0; at < size; at += 65_536) {
                crypto.getRandomValues(bytes.subarray(at, Math.min(size, at + 65_536)));
              }
              transaction.objectStore('bytes').add(bytes);
              transaction.addEventListener('complete', () => written(true));
              transaction.addEventListener('abort', () => written(false));
            });
          }
        }
        resolve();
        await new Promise((next) => setTimeout(next, 50));
      }
    })();
  });
}

/** Runs in the page. */
function empty(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const deleting = indexedDB.deleteDatabase(name);
    deleting.addEventListener('success', () => resolve());
    deleting.addEventListener('error', () => reject(new Error('the filler does not go')));
  });
}
