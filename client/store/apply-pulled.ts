import { emptyHeadHash, formatHash, replaceInHash } from '#shared/head-hash';
import type { RandomBytes } from '#shared/ids';
import type { CommitEvent } from '#shared/live-message';
import {
  formatCheckpoint,
  type PullAnswer,
  type PullDone,
  readCheckpoint,
} from '#shared/pull-message';
import type { ApplyOutcome, FormerDevice, PullPosition, RebuildReason } from './local-store.ts';
import type { LocalTables, StoredMeta } from './local-tables.ts';
import { keepOwnNumbers, readFormerDeviceIds, reofferLost } from './renumber-outbox.ts';
import { pruneSent } from './prune-sent.ts';
import { settleByEvent, settleByPage, settleNamed } from './settle-batches.ts';
import type { TransactionScope, Written } from './store-transaction.ts';
import { fillDocuments, writeDocuments } from './write-documents.ts';

/** Writes one pull answer inside a transaction (R2, R10, R11); see `LocalStore.applyPage`. */
export async function applyPage(
  tables: LocalTables,
  scope: TransactionScope,
  page: {
    asked: PullPosition;
    answer: PullAnswer;
    formers?: ReadonlyMap<string, FormerDevice>;
    random: RandomBytes;
  },
): Promise<Written<ApplyOutcome>> {
  const { meta, rev } = scope;
  const { asked, answer, random, formers = new Map<string, FormerDevice>() } = page;
  if (!isStillAt(meta, asked) || (meta.epoch ?? answer.epoch) !== answer.epoch) {
    return { result: 'stale' };
  }
  // R10: a log that no longer knows a batch it had settled was restored, even if its epoch says otherwise.
  if (answer.done && answer.lastN < meta.settledN && meta.rebuild?.reason !== 'epoch_changed') {
    return { result: 'stale', meta: await beginRebuild(tables, meta, 'epoch_changed') };
  }
  const isNewEpoch = answer.done && meta.rebuild?.reason === 'epoch_changed';
  if (isNewEpoch && !(await knowsAll(tables, meta, formers))) return { result: 'stale' };
  const table = meta.rebuild === undefined ? tables.documents : tables.rebuilt;
  const write = meta.wholeSeq === 0 ? fillDocuments : writeDocuments;
  const hash = await write({ table, documents: answer.documents, hash: meta.hash, rev });
  const next = {
    ...meta,
    epoch: answer.epoch,
    checkpoint: answer.next,
    hash: meta.rebuild === undefined ? hash : meta.hash,
  };
  if (!answer.done) return { result: 'applied', meta: next };
  return finishPull(tables, { ...scope, meta: next }, { answer, random, formers });
}

/** Writes one commit event inside a transaction (R2); see `LocalStore.applyCommit`. */
export async function applyCommit(
  tables: LocalTables,
  scope: TransactionScope,
  event: CommitEvent,
): Promise<Written<ApplyOutcome>> {
  const { meta, rev } = scope;
  if (meta.epoch !== undefined && event.epoch !== meta.epoch) return { result: 'stale' };
  if (!isWhole(meta)) return { result: 'gap' };
  if (event.seq <= meta.wholeSeq) return { result: 'behind' };
  if (event.prev !== meta.wholeSeq || event.documents === undefined) return { result: 'gap' };
  const hash = await writeDocuments({
    table: tables.documents,
    documents: event.documents,
    hash: meta.hash,
    rev,
  });
  const applied = { ...meta, ...wholeAt(event.seq), hash, hashDiffers: hash !== event.hash };
  const settled = await settleByEvent(tables, { ...scope, meta: applied }, event);
  return { result: settled.hashDiffers ? 'hash_differs' : 'applied', meta: settled };
}

/** Meta at the start of a rebuild: a new generation from checkpoint 0; the documents that are shown stay (R10). */
export async function beginRebuild(
  tables: LocalTables,
  meta: StoredMeta,
  reason: RebuildReason,
): Promise<StoredMeta> {
  await tables.rebuilt.clear();
  const isNewEpoch = reason === 'epoch_changed';
  // What a new epoch asks for at the end must not be forgotten because the rebuild began once more for less.
  const kept = meta.rebuild?.reason === 'epoch_changed' ? meta.rebuild.reason : reason;
  return {
    ...meta,
    checkpoint: '0',
    wholeSeq: 0,
    epoch: isNewEpoch ? undefined : meta.epoch,
    generation: meta.generation + 1,
    rebuild: { reason: kept },
  };
}

/** The steps of `done`, all in one transaction: swap, checkpoint, hash, settling, and what a new epoch asks for. */
async function finishPull(
  tables: LocalTables,
  scope: TransactionScope,
  of: { answer: PullDone; random: RandomBytes; formers: ReadonlyMap<string, FormerDevice> },
): Promise<Written<ApplyOutcome>> {
  const { answer, random, formers } = of;
  const { meta, rev, nowMs } = scope;
  const shown = meta.rebuild === undefined ? meta : await swapDocuments(tables, meta, rev);
  const whole = { ...shown, ...wholeAt(answer.head), hashDiffers: shown.hash !== answer.hash };
  const isNewEpoch = meta.rebuild?.reason === 'epoch_changed';
  if (isNewEpoch) {
    const known = new Map([...formers, [meta.deviceId, answer]]);
    const ours = await keepOwnNumbers(tables, known);
    // Carried batches may be lost with the log: they are offered again, not taken for settled.
    const unsettled = { ...whole, carriedDeviceIds: [] };
    await settleNamed(tables, { ...scope, meta: unsettled }, { named: ours, seq: answer.head });
    const lastNOf = (deviceId: string) => ours.get(deviceId)?.lastN ?? 0;
    const reoffered = await reofferLost(tables, { ...scope, meta: unsettled }, { lastNOf, random });
    return { result: outcomeOf(reoffered), meta: reoffered };
  }
  const settled = await settleByPage(tables, { ...scope, meta: whole }, answer);
  await pruneSent(tables, { nowMs, moves: settled.moves });
  return { result: outcomeOf(settled), meta: settled };
}

/** Of a device id that nothing is known of, nobody can say which batches the restored log still has. */
async function knowsAll(
  tables: LocalTables,
  meta: StoredMeta,
  formers: ReadonlyMap<string, FormerDevice>,
): Promise<boolean> {
  const ids = await readFormerDeviceIds(tables, meta);
  return ids.every((deviceId) => formers.has(deviceId));
}

/** The new generation takes the place of the documents; its hash is counted from the rows themselves. */
async function swapDocuments(
  tables: LocalTables,
  meta: StoredMeta,
  rev: number,
): Promise<StoredMeta> {
  const rows = await tables.rebuilt.toArray();
  await tables.documents.clear();
  await tables.documents.bulkAdd(rows.map((row) => ({ ...row, rev })));
  await tables.rebuilt.clear();
  const hash = rows.reduce(
    (sum, { document }) => replaceInHash(sum, { previous: undefined, next: document }),
    emptyHeadHash,
  );
  return { ...meta, hash: formatHash(hash), rebuild: undefined, documentsResetRev: rev };
}

function isStillAt(meta: StoredMeta, asked: PullPosition): boolean {
  return (
    meta.epoch === asked.epoch &&
    meta.checkpoint === asked.checkpoint &&
    meta.generation === asked.generation &&
    meta.deviceId === asked.deviceId
  );
}

function isWhole(meta: StoredMeta): boolean {
  const { seq, id } = readCheckpoint(meta.checkpoint);
  const isInsidePull = id !== undefined || seq !== meta.wholeSeq;
  return meta.epoch !== undefined && meta.rebuild === undefined && !isInsidePull;
}

function wholeAt(seq: number) {
  return { checkpoint: formatCheckpoint({ seq }), wholeSeq: seq };
}

function outcomeOf(meta: StoredMeta): ApplyOutcome {
  return meta.hashDiffers ? 'hash_differs' : 'applied';
}
