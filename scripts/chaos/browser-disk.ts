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

type BrowserRows = [StoredMeta[], StoredDocument[], OutboxRow[], OutboxRow[], OutboxRow[]];

const tableNames = ['meta', 'documents', 'outbox', 'sent', 'refused'] as const;

/** Reads one database of the page's origin through plain IndexedDB, all tables in one transaction. */
export async function readBrowserDisk(page: Page, name: string): Promise<BrowserDisk> {
  const of = { name, tables: [...tableNames] };
  // A function with a name would need one from the compiler that the page does not have.
  const rows = await page.evaluate(async ({ name, tables }) => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open(name);
      opening.addEventListener('success', () => resolve(opening.result));
      opening.addEventListener('error', () => reject(new Error(`${name} cannot be opened`)));
    });
    const transaction = database.transaction(tables, 'readonly');
    const reading = tables.map(
      (table) =>
        new Promise<unknown>((resolve, reject) => {
          const request = transaction.objectStore(table).getAll();
          request.addEventListener('success', () => resolve(request.result));
          request.addEventListener('error', () => reject(new Error(`${table} cannot be read`)));
        }),
    );
    const all = await Promise.all(reading);
    database.close();
    return all;
  }, of);
  // Rows that the app itself has written and read back with these very types.
  const [[meta], documents, outbox, sent, refused] = rows as BrowserRows;
  return { meta, documents, outbox, sent, refused };
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
