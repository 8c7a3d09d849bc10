import type { Page } from '@playwright/test';
import { databaseName, readDatabaseName } from '#client/store/database-names.ts';
import type { StoredBatch } from '#client/store/local-store.ts';
import type { OutboxRow, StoredDocument, StoredMeta } from '#client/store/local-tables.ts';
import type { HeldDatabase } from './chaos-record.ts';
import type { FinalDevice } from '#scripts/simulate/history';

/** What lies in one database of a browser, read by its page without the app's code. */
export interface BrowserDisk {
  meta: StoredMeta | undefined;
  documents: StoredDocument[];
  outbox: OutboxRow[];
  sent: OutboxRow[];
  refused: OutboxRow[];
}

/** Reads one database of the page's origin through plain IndexedDB. */
export async function readBrowserDisk(page: Page, name: string): Promise<BrowserDisk> {
  const read: BrowserDisk = await page.evaluate(async (name) => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error ?? new Error('no reason')));
      });
    const database = await done(indexedDB.open(name));
    const transaction = database.transaction([...database.objectStoreNames], 'readonly');
    const all = (table: string) => done(transaction.objectStore(table).getAll());
    const [[meta], documents, outbox, sent, refused] = await Promise.all([
      all('meta'),
      all('documents'),
      all('outbox'),
      all('sent'),
      all('refused'),
    ]);
    database.close();
    return { meta, documents, outbox, sent, refused };
  }, name);
  return read;
}

/** The TaskFlow databases of the page's origin, with the workspaces that the documents inside name. */
export async function readDatabases(page: Page, device: string): Promise<HeldDatabase[]> {
  const names = await page.evaluate(async () =>
    (await indexedDB.databases()).map(({ name }) => name ?? ''),
  );
  const owners = names.flatMap((name) => readDatabaseName(name) ?? []);
  return Promise.all(
    owners.map(async (owner) => {
      const { documents } = await readBrowserDisk(page, databaseName(owner));
      const named = new Set(documents.map(({ document }) => document.workspaceId));
      return { device, ...owner, documentsOf: [...named] };
    }),
  );
}

/** Everything that a browser has ever made: sent batches are kept for longer than any run. */
export function batchesOf({ outbox, sent, refused }: BrowserDisk): StoredBatch[] {
  return [...outbox, ...sent, ...refused].map(({ batch }) => batch);
}

/** What a browser holds at the end of a run. */
export function finalOf(
  { meta, documents, outbox, sent, refused }: BrowserDisk,
  { device, userId }: Pick<FinalDevice, 'device' | 'userId'>,
): FinalDevice {
  const stampsOf = (rows: readonly OutboxRow[]) => rows.map(({ batch }) => batch.stamp);
  return {
    device,
    userId,
    epoch: meta?.epoch,
    wholeSeq: meta?.wholeSeq ?? 0,
    hash: meta?.hash ?? '',
    documents: documents.map(({ document }) => document),
    outbox: stampsOf(outbox),
    sent: stampsOf(sent),
    refused: stampsOf(refused),
  };
}
