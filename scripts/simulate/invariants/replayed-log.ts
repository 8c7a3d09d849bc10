import type { AnyDocument, StoredForm } from '#shared/kind-definition';
import { isPurged } from '#shared/kind-definition';
import { serverDeviceId } from '#shared/stamp';
import { decodeBody, type EntryBody, type LoggedBatch } from '#server/sync/log-entry';
import type { StoredEntry } from '#server/storage/port';
import type { History } from '../history.ts';

/** A rule over a history: what is wrong, in words; nothing where the rule was kept. Linear in the history. */
export type Invariant = (history: History) => string[];

/** An entry with its body read. */
export type ReadEntry = StoredEntry & EntryBody;

const readLogs = new WeakMap<readonly StoredEntry[], ReadEntry[]>();

/** The log of an epoch, read; the final one without `epoch`. */
export function logOf(history: History, epoch = history.server?.epoch ?? ''): ReadEntry[] {
  const log = history.logs.get(epoch) ?? [];
  const held = readLogs.get(log);
  if (held !== undefined) return held;
  const read = log.map((entry) => ({ ...entry, ...decodeBody(entry) }));
  readLogs.set(log, read);
  return read;
}

/** The documents that the log comes to at entry `upTo`. */
export function documentsAt(log: readonly ReadEntry[], upTo = log.length): Map<string, StoredForm> {
  const all = log.slice(0, upTo).flatMap(({ documents }) => documents);
  return new Map(all.map((document) => [document.id, document]));
}

/** Batches of devices in the final log, in order; the server's own are left out. Some only repeat an earlier one (`sameAs`). */
export function deviceBatches(history: History): LoggedBatch[] {
  return logOf(history)
    .flatMap(({ batches }) => batches)
    .filter(({ deviceId, key }) => deviceId !== serverDeviceId && key === undefined);
}

/** The tasks that the final log comes to. */
export function tasksOf(history: History): AnyDocument[] {
  const all = [...documentsAt(logOf(history)).values()];
  return all.flatMap((document) =>
    isPurged(document) || document.kind !== 'task' ? [] : [document],
  );
}

/** At which entry of the final log each purged document got its last tombstone. */
export function tombstonesOf(history: History): Map<string, number> {
  const found = logOf(history).flatMap(({ seq, documents }) =>
    documents.flatMap((document): [string, number][] =>
      isPurged(document) ? [[document.id, seq]] : [],
    ),
  );
  return new Map(found);
}

/** How many changes of an entry there are to each document. */
export function changesById(entry: ReadEntry): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const { changes } of entry.batches) {
    for (const { id } of changes) times.set(id, (times.get(id) ?? 0) + 1);
  }
  return times;
}
