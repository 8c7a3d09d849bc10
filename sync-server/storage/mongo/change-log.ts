import { MongoBulkWriteError, MongoError, type Document, type Filter } from 'mongodb';
import type { LinearizableOptions } from './causal-collection.ts';
import { entriesByKey, type Collections, type EntryRecord } from './collections.ts';
import { entryKey, keysUnder, workspaceOfEntryKey } from './keys.ts';
import { guarded, isDuplicateWrite, isFull } from './mongo-errors.ts';
import type { AppendOutcome, ChangeLog, LogHead, StoredEntry } from '../port.ts';

/** A linearizable read waits for a majority; without a bound it would wait for ever. */
const linearizable = { readConcern: { level: 'linearizable' }, maxTimeMS: 3_000 } as const;

/** Heads that one command asks for: 200 workspaces cost 125 ms one by one, and a server polls all it watches. */
const headsPerCommand = 50;

/** The change log in MongoDB: one insert is one commit, acknowledged by the journals of a majority. */
export function createMongoChangeLog({ entries }: Pick<Collections, 'entries'>): ChangeLog {
  return {
    async append(added) {
      if (added.length === 0) return [];
      try {
        await entries.insertMany(added.map(recordOf), { ordered: false });
        return added.map(() => 'appended');
      } catch (error) {
        if (!(error instanceof MongoError)) throw error;
        return settle(entries, added, error);
      }
    },

    async read(from) {
      return guarded(() => readPage(entries, from));
    },

    async heads({ workspaceIds, ...of }) {
      const options = of.linearizable === true ? linearizable : undefined;
      const heads = await guarded(() => readHeads(entries, { workspaceIds, options }));
      return new Map(heads);
    },

    async findKey({ workspaceId, key }) {
      const query: Filter<EntryRecord> = { _id: keysUnder(workspaceId), keys: key };
      const found = await guarded(() =>
        entries.findOne(query, { hint: entriesByKey, sort: { _id: 1 } }),
      );
      return found === null ? undefined : entryOf(found);
    },

    async blank({ workspaceId, seq, oldBody, body }) {
      const held = { _id: entryKey(workspaceId, seq), body: oldBody };
      const updated = await guarded(() => entries.updateOne(held, { $set: { body } }));
      return updated.matchedCount === 1;
    },
  };
}

async function readHeads(
  entries: Collections['entries'],
  of: { workspaceIds: readonly string[]; options: LinearizableOptions | undefined },
): Promise<[string, LogHead][]> {
  const [first, ...rest] = of.workspaceIds.slice(0, headsPerCommand);
  if (first === undefined) return [];
  const union = rest.map((workspaceId) => ({
    $unionWith: { coll: entries.collectionName, pipeline: headStages(workspaceId) },
  }));
  const stages = [...headStages(first), ...union];
  const found = await entries.aggregate<LogHead & { _id: string }>(stages, of.options);
  const workspaceIds = of.workspaceIds.slice(headsPerCommand);
  const others = await readHeads(entries, { workspaceIds, options: of.options });
  return [
    ...found.map(({ _id, ...head }): [string, LogHead] => [workspaceOfEntryKey(_id), head]),
    ...others,
  ];
}

function headStages(workspaceId: string): Document[] {
  return [
    { $match: { _id: keysUnder(workspaceId) } },
    { $sort: { _id: -1 } },
    { $limit: 1 },
    { $project: { seq: 1, epoch: 1, commitId: 1, atMs: 1, hash: 1 } },
  ];
}

/**
 * What became of each entry of a bulk that failed in part or whole. The driver wraps lost connections as failed bulks too,
 * so an entry counts as appended only where the database has accounted for every one of them.
 */
async function settle(
  entries: Collections['entries'],
  added: readonly StoredEntry[],
  error: MongoError,
): Promise<AppendOutcome[]> {
  if (!(error instanceof MongoBulkWriteError)) return added.map(() => 'unknown');
  const { insertedCount } = error.result;
  const failures = [error.writeErrors].flat();
  const isAcknowledged = error.result.getWriteConcernError() === undefined;
  if (!isAcknowledged || failures.length === 0 || insertedCount + failures.length < added.length) {
    return added.map(() => (isFull(error) && insertedCount === 0 ? 'full' : 'unknown'));
  }
  const outcomes = added.map((): AppendOutcome => 'appended');
  for (const failure of failures) {
    if (isDuplicateWrite(failure)) outcomes[failure.index] = 'taken';
    else outcomes[failure.index] = isFull(failure) ? 'full' : 'unknown';
  }
  return settleTaken(entries, added, outcomes);
}

/** A duplicate may be our own insert, sent again by the driver: then it is ours, once a majority has it. */
async function settleTaken(
  entries: Collections['entries'],
  added: readonly StoredEntry[],
  outcomes: readonly AppendOutcome[],
): Promise<AppendOutcome[]> {
  const keys = added.filter((_, at) => outcomes[at] === 'taken').map(keyOf);
  if (keys.length === 0) return [...outcomes];
  const holders = await readHolders(entries, keys);
  return outcomes.map((outcome, at) => {
    const entry = added[at];
    if (outcome !== 'taken' || entry === undefined) return outcome;
    const holder = holders?.get(keyOf(entry));
    if (holder === undefined) return 'unknown';
    return holder === entry.commitId ? 'appended' : 'taken';
  });
}

/** Commit ids by key; undefined when the database does not answer. */
async function readHolders(
  entries: Collections['entries'],
  keys: string[],
): Promise<Map<string, string> | undefined> {
  try {
    const held = entries.find({ _id: { $in: keys } }, { projection: { commitId: 1 } });
    return new Map((await held.toArray()).map(({ _id, commitId }) => [_id, commitId]));
  } catch (error) {
    if (error instanceof MongoError) return undefined;
    throw error;
  }
}

async function readPage(
  entries: Collections['entries'],
  from: Parameters<ChangeLog['read']>[0],
): Promise<StoredEntry[]> {
  const { workspaceId, after, limit, maxBytes } = from;
  const _id = { $gt: entryKey(workspaceId, after), $lt: keysUnder(workspaceId).$lt };
  const page: StoredEntry[] = [];
  let bytes = 0;
  for await (const record of entries.find({ _id }, { sort: { _id: 1 }, limit })) {
    const expected = after + page.length + 1;
    if (record.seq !== expected) {
      throw new Error(`the log of ${workspaceId} lacks entry ${expected}`);
    }
    bytes += Buffer.byteLength(record.body);
    if (bytes > maxBytes && page.length > 0) return page;
    page.push(entryOf(record));
  }
  return page;
}

function keyOf({ workspaceId, seq }: StoredEntry): string {
  return entryKey(workspaceId, seq);
}

function recordOf(entry: StoredEntry): EntryRecord {
  const { seq, epoch, commitId, prevCommitId, atMs, hash, keys, body } = entry;
  const record = { _id: keyOf(entry), seq, epoch, commitId, prevCommitId, atMs, hash, body };
  return keys.length === 0 ? record : { ...record, keys: [...keys] };
}

function entryOf({ _id, keys = [], ...rest }: EntryRecord): StoredEntry {
  return { workspaceId: workspaceOfEntryKey(_id), keys, ...rest };
}
