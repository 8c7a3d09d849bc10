import { storeVersion } from '#shared/store-version';
import { limits } from '#shared/limits';
import type { Batch } from '#shared/push-message';

/** What of one database waits to be sent, as the body of a push without its batches, and these in order. */
export interface WaitingOutbox {
  workspaceId: string;
  deviceId: string;
  epoch: string | undefined;
  batches: readonly Batch[];
}

/** The IndexedDB of the worker. */
export interface DatabasePorts {
  indexedDB: IDBFactory;
  IDBKeyRange: typeof IDBKeyRange;
}

/** Room left in a push for everything but its batches. */
const envelopeMaxBytes = 1024;

/**
 * Reads the next batches of one workspace behind number `after`, at most one push of them. The service worker does without
 * the store of the app, which is many times as large as the whole of it: it opens the database as it is, writes nothing, and
 * undefined is the answer wherever anything is not as this build knows it, or the app is in the middle of starting over.
 */
export async function readWaiting(
  { indexedDB, IDBKeyRange }: DatabasePorts,
  of: { name: string; workspaceId: string; after: number },
): Promise<WaitingOutbox | undefined> {
  const database = await openExisting(indexedDB, of.name);
  if (database === undefined) return undefined;
  try {
    const tables = database.transaction(['meta', 'outbox'], 'readonly');
    const meta = readMeta(await answerOf(tables.objectStore('meta').get('meta')));
    if (meta === undefined) return undefined;
    const { deviceId, epoch, settledN } = meta;
    const after = Math.max(of.after, settledN);
    const range = IDBKeyRange.bound([deviceId, after], [deviceId, Number.MAX_SAFE_INTEGER], true);
    const index = tables.objectStore('outbox').index('[deviceId+n]');
    const rows: unknown[] = await answerOf(index.getAll(range, limits.pushMaxBatches));
    return { workspaceId: of.workspaceId, deviceId, epoch, batches: fitting(rows) };
  } finally {
    database.close();
  }
}

/** Undefined where there is none, rather than an empty one of that name, or where it has no such tables. */
async function openExisting(factory: IDBFactory, name: string): Promise<IDBDatabase | undefined> {
  const asked = factory.open(name);
  asked.addEventListener('upgradeneeded', () => asked.transaction?.abort());
  const database = await answerOf(asked).catch(() => undefined);
  // A page that upgrades or deletes it must not wait.
  database?.addEventListener('versionchange', () => database.close());
  const names = database?.objectStoreNames;
  if (names?.contains('meta') === true && names.contains('outbox')) return database;
  database?.close();
  return undefined;
}

function readMeta(
  stored: unknown,
): { deviceId: string; epoch: string | undefined; settledN: number } | undefined {
  if (!isRecord(stored)) return undefined;
  const { deviceId, epoch, settledN, rebuild, isClosing } = stored;
  if (stored['storeVersion'] !== storeVersion || isClosing === true) return undefined;
  // In another epoch the numbers begin anew: which of them still have to go only a pull can tell (R10).
  if (isRecord(rebuild) && rebuild['reason'] === 'epoch_changed') return undefined;
  if (typeof deviceId !== 'string' || typeof settledN !== 'number') return undefined;
  return { deviceId, settledN, epoch: typeof epoch === 'string' ? epoch : undefined };
}

/** As many as one push may carry; the first one always. */
function fitting(rows: readonly unknown[]): Batch[] {
  const batches: Batch[] = [];
  let bytes = envelopeMaxBytes;
  for (const row of rows) {
    if (!isRecord(row) || typeof row['bytes'] !== 'number' || !isBatch(row['batch'])) break;
    bytes += row['bytes'] + 1;
    if (bytes > limits.pushMaxBytes && batches.length > 0) break;
    batches.push(row['batch']);
  }
  return batches;
}

/** The app has parsed it before it wrote it, and the server parses all of it. */
function isBatch(stored: unknown): stored is Batch {
  if (!isRecord(stored)) return false;
  const { n, v, stamp, changes } = stored;
  const isNumbered = typeof n === 'number' && typeof v === 'number';
  return isNumbered && typeof stamp === 'string' && Array.isArray(changes);
}

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('not read')));
  });
}

/** Whether a value is an object with named members. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
