import type { SearchIndex, SearchRow, SearchSpace, SearchTerm } from '../search-index-port.ts';
import { writeNewer } from './apply-steps.ts';
import {
  type Collections,
  searchRowsByTask,
  searchRowsByWord,
  type SearchRowRecord,
} from './collections.ts';
import { keysUnder, keyUnder } from './keys.ts';
import { guarded, isDuplicate } from './mongo-errors.ts';

type SearchCollections = Pick<Collections, 'searchRows' | 'searchMarks' | 'guardedWrites'>;

/** The last character there is: behind all words that begin alike. */
const last = '\u{10FFFF}';

/**
 * The search index in MongoDB: a record a document with its words in an array that is indexed word by word. Terms are
 * bounds and values of that index, never a pattern.
 */
export function createMongoSearchIndex(collections: SearchCollections): SearchIndex {
  const { searchRows, searchMarks } = collections;

  return {
    async indexed(space) {
      const record = await guarded(() => searchMarks.findOne({ _id: spaceKey(space) }));
      return record?.indexed;
    },
    raiseIndexed: (of) => guarded(() => raise(searchMarks, of)),
    async put({ rows, ...space }) {
      const records = rows.map((row) => recordOf(space, row));
      await guarded(() => writeNewer(collections.guardedWrites.searchRows, records));
    },
    async remove({ ids, ...space }) {
      const _id = { $in: ids.map((id) => keyUnder(spaceKey(space), id)) };
      await guarded(() => searchRows.deleteMany({ _id }));
    },
    async removeOtherEpochs(space) {
      const { workspaceId } = space;
      const keys = { $not: { $gt: `${spaceKey(space)}/`, $lt: `${spaceKey(space)}0` } };
      const _id = { ...keysUnder(workspaceId), ...keys };
      await guarded(() => searchRows.deleteMany({ _id }));
      const others = { ...keysUnder(workspaceId), $ne: spaceKey(space) };
      await guarded(() => searchMarks.deleteMany({ _id: others }));
    },
    async count({ term, upTo, ...space }) {
      const counts = termFilters(term).map((words) =>
        countRows(searchRows, { ...inSpace(space), words }, upTo),
      );
      const rows = (await guarded(() => Promise.all(counts))).reduce((sum, one) => sum + one, 0);
      return Math.min(rows, upTo);
    },
    async find({ term, before, limit, ...space }) {
      const below = before === undefined ? {} : { taskId: { $lt: before } };
      const finds = termFilters(term).map((words) =>
        findTaskIds(searchRows, { ...inSpace(space), ...below, words }, limit),
      );
      const found = new Set((await guarded(() => Promise.all(finds))).flat());
      return [...found].toSorted().toReversed().slice(0, limit);
    },
    async readRows({ taskIds, ...space }) {
      const filter = { ...inSpace(space), taskId: { $in: [...taskIds] } };
      const records = await guarded(() =>
        searchRows.find(filter, { hint: searchRowsByTask }).toArray(),
      );
      return records.map(rowOf);
    },
  };
}

function spaceKey({ workspaceId, epoch }: SearchSpace): string {
  return keyUnder(workspaceId, epoch);
}

/** The bounds of `_id` keep the question on the shards of the workspace. */
function inSpace(space: SearchSpace) {
  return { space: spaceKey(space), _id: keysUnder(spaceKey(space)) };
}

/** Of an array both bounds must hold for one and the same word: only then are they the bounds of the index. */
function termFilters({ word, isBeginning, others }: SearchTerm): Record<string, unknown>[] {
  const itself = isBeginning ? { $elemMatch: { $gte: word, $lte: word + last } } : { $eq: word };
  return others.length === 0 ? [itself] : [itself, { $in: [...others] }];
}

async function countRows(
  rows: SearchCollections['searchRows'],
  filter: Record<string, unknown>,
  upTo: number,
): Promise<number> {
  const pipeline = [{ $match: filter }, { $limit: upTo }, { $count: 'rows' }];
  const [answer] = await rows.aggregate<{ rows: number }>(pipeline, { hint: searchRowsByWord });
  return answer?.rows ?? 0;
}

async function findTaskIds(
  rows: SearchCollections['searchRows'],
  filter: Record<string, unknown>,
  limit: number,
): Promise<string[]> {
  const byTask = [{ $group: { _id: '$taskId' } }, { $sort: { _id: -1 } }, { $limit: limit }];
  const pipeline = [{ $match: filter }, ...byTask];
  const found = await rows.aggregate<{ _id: string }>(pipeline, { hint: searchRowsByWord });
  return found.map(({ _id }) => _id);
}

/** The first mark of a workspace may be inserted by two at once. */
async function raise(
  marks: SearchCollections['searchMarks'],
  { indexed, ...space }: SearchSpace & { indexed: number },
): Promise<void> {
  const write = () =>
    marks.updateOne({ _id: spaceKey(space) }, { $max: { indexed } }, { upsert: true });
  await write().catch(async (error: unknown) => {
    if (!isDuplicate(error)) throw error;
    await write();
  });
}

function recordOf(space: SearchSpace, { id, taskId, seq, words }: SearchRow): SearchRowRecord {
  const key = spaceKey(space);
  return { _id: keyUnder(key, id), space: key, id, taskId, seq, words: [...words] };
}

function rowOf({ id, taskId, seq, words }: SearchRowRecord): SearchRow {
  return { id, taskId, seq, words };
}
