import type { LocalDatabase } from '#client/store/local-database.ts';
import type { StoredBatch } from '#client/store/local-store.ts';
import type { LocalTables } from '#client/store/local-tables.ts';
import { isWhole } from '#client/sync/pull-changes.ts';
import { heldStamp } from '#shared/group-value';
import { emptyHeadHash, formatHash, replaceInHash } from '#shared/head-hash';
import { type AnyDocument, isPurged } from '#shared/kind-definition';
import type { FinalDevice, Sample } from './history.ts';

/** What is on disk, read at one instant; undefined unless that is the state at a whole checkpoint (R2). */
export async function readSample(
  tables: LocalTables,
): Promise<Omit<Sample, 'device' | 'tab' | 'atMs'> | undefined> {
  const { meta, rows } = await tables.transaction(
    'r',
    [tables.meta, tables.documents],
    async () => ({
      meta: await tables.meta.get('meta'),
      rows: await tables.documents.toArray(),
    }),
  );
  if (meta?.epoch === undefined || !isWhole(meta)) return undefined;
  const sum = rows.reduce(
    (hash, { document }) => replaceInHash(hash, { previous: undefined, next: document }),
    emptyHeadHash,
  );
  const { epoch, generation, wholeSeq, hash: metaHash } = meta;
  return { epoch, generation, wholeSeq, rowsHash: formatHash(sum), metaHash };
}

/** All that a device holds at the end of a run. */
export async function readFinal(
  store: LocalDatabase,
  { device, userId }: Pick<FinalDevice, 'device' | 'userId'>,
): Promise<FinalDevice> {
  const { outbox, sent, refused, documents } = store.tables;
  const meta = await store.readMeta();
  const stampsOf = (rows: readonly { batch: StoredBatch }[]) =>
    rows.map(({ batch }) => batch.stamp);
  const held = await documents.toArray();
  return {
    device,
    userId,
    epoch: meta.epoch,
    wholeSeq: meta.wholeSeq,
    hash: meta.hash,
    documents: held.map(({ document }) => document),
    outbox: stampsOf(await outbox.toArray()),
    sent: stampsOf(await sent.toArray()),
    refused: stampsOf(await refused.toArray()),
  };
}

/** Read-your-writes: whether the screen shows what was written, or a value or a tombstone that came after it. */
export async function isOwnShown(
  tab: { look(): Promise<ReadonlyMap<string, AnyDocument>>; store: LocalDatabase },
  batch: StoredBatch,
): Promise<boolean> {
  const shown = await tab.look();
  const ids = batch.changes.map(({ id }) => id);
  const rows = await tab.store.tables.documents.bulkGet(ids);
  const purged = new Set(rows.flatMap((row) => (row && isPurged(row.document) ? [row.id] : [])));
  return batch.changes.every((change) => {
    const document = shown.get(change.id);
    if (document === undefined) return purged.has(change.id);
    if ('create' in change) return true;
    // Another base than ours means that somebody's value arrived while we wrote.
    return heldStamp(document, change.group) !== change.base;
  });
}

/** Makes one database a copy of another, as restoring a profile does (R3). */
export async function copyTables(from: LocalTables, to: LocalTables): Promise<void> {
  const names = to.tables.map(({ name }) => name);
  const copied = await from.transaction('r', names, () =>
    Promise.all(names.map((name) => from.table(name).toArray())),
  );
  await to.transaction('rw', names, async () => {
    for (const [index, name] of names.entries()) {
      await to.table(name).clear();
      await to.table(name).bulkPut(copied[index] ?? []);
    }
  });
}
