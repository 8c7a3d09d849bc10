import { type AnyBulkWriteOperation, type Document, MongoBulkWriteError } from 'mongodb';
import type { CausalCollection } from './causal-collection.ts';
import type { Collections, CounterRecord, DocumentRecord, SeqRecord } from './collections.ts';
import { keyUnder } from './keys.ts';
import { isDuplicate, isDuplicateWrite } from './mongo-errors.ts';
import { foldSteps } from '../fold-steps.ts';
import type { DeviceCounter, StoredDocument, ViewState, ViewStep } from '../port.ts';

/** From here on it pays to ask first which records are new: an insert costs far less than an upsert. */
const manyRecords = 50;

/**
 * Gives the `apply` of the view. No transaction: rows go first, guarded by their seq and acknowledged by a majority, then
 * the watermark rises over them; whatever is cut off between is written again to no effect.
 */
export function createMongoApply(
  { guardedWrites, watermarks }: Pick<Collections, 'guardedWrites' | 'watermarks'>,
  state: (workspaceId: string) => Promise<ViewState>,
): (steps: readonly ViewStep[]) => Promise<void> {
  return async (steps) => {
    const workspaceId = steps[0]?.workspaceId;
    if (workspaceId === undefined) return;
    const fold = foldSteps(steps, (await state(workspaceId)).applied);
    if (fold === undefined) return;
    await Promise.all([
      writeNewer(guardedWrites.documents, fold.documents.map(documentRecord)),
      writeNewer(guardedWrites.counters, fold.counters.map(counterRecord)),
    ]);
    await raise(watermarks, { workspaceId, seq: fold.seq, hash: fold.hash });
  };
}

/**
 * Writes records of different keys, each over an older one only. A duplicate says that some record is there by now: mostly
 * a newer one, but one that another applier inserted at the same moment may be older, so the write is tried once more.
 */
export async function writeNewer(
  collection: CausalCollection<SeqRecord>,
  records: readonly SeqRecord[],
): Promise<void> {
  if (records.length === 0) return;
  const held = records.length < manyRecords ? undefined : await findHeld(collection, records);
  const operations = records.map((record): AnyBulkWriteOperation<SeqRecord> => {
    const isNew = held !== undefined && !held.has(record._id);
    return isNew ? { insertOne: { document: record } } : replaceOlder(record, { upsert: true });
  });
  const duplicates = await writeBulk(collection, operations);
  const met = duplicates.flatMap((at) => records[at] ?? []);
  if (met.length === 0) return;
  await writeBulk(
    collection,
    met.map((record) => replaceOlder(record, { upsert: false })),
  );
}

async function findHeld(
  collection: CausalCollection<SeqRecord>,
  records: readonly SeqRecord[],
): Promise<Set<string>> {
  const _id = { $in: records.map((record) => record._id) };
  const held = await collection.find({ _id }, { projection: { _id: 1 } }).toArray();
  return new Set(held.map((record) => record._id));
}

function replaceOlder(
  record: SeqRecord,
  { upsert }: { upsert: boolean },
): AnyBulkWriteOperation<SeqRecord> {
  const filter = { _id: record._id, seq: { $lt: record.seq } };
  return { replaceOne: { filter, replacement: record, upsert } };
}

/** Runs operations in no order; gives which of them failed as duplicates, and throws for any other failure. */
export async function writeBulk<T extends Document>(
  collection: CausalCollection<T>,
  operations: AnyBulkWriteOperation<T>[],
): Promise<number[]> {
  if (operations.length === 0) return [];
  try {
    await collection.bulkWrite(operations, { ordered: false });
    return [];
  } catch (error) {
    if (!(error instanceof MongoBulkWriteError)) throw error;
    const failed = [error.writeErrors].flat();
    const isSettled = failed.length > 0 && failed.every(isDuplicateWrite);
    if (!isSettled || error.result.getWriteConcernError() !== undefined) throw error;
    return failed.map(({ index }) => index);
  }
}

/** The same second try as above: the first watermark of a workspace may be inserted by two at once. */
async function raise(
  watermarks: Collections['watermarks'],
  { workspaceId, seq, hash }: { workspaceId: string; seq: number; hash: string },
): Promise<void> {
  const older = { _id: workspaceId, applied: { $lt: seq } };
  const raised = { $set: { applied: seq, hash }, $setOnInsert: { horizon: 0 } };
  try {
    await watermarks.updateOne(older, raised, { upsert: true });
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    await watermarks.updateOne(older, raised);
  }
}

function documentRecord(document: StoredDocument): DocumentRecord {
  const { workspaceId, id, kind, seq, parentId, json } = document;
  const record = { _id: keyUnder(workspaceId, id), workspaceId, id, kind, seq, json };
  return parentId === null ? record : { ...record, parentId };
}

function counterRecord(counter: DeviceCounter): CounterRecord {
  const { workspaceId, deviceId, userId, n, seq, recent } = counter;
  return { _id: keyUnder(workspaceId, deviceId), userId, n, seq, recent };
}
