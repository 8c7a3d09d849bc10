import type { SearchIndex, SearchRow, SearchSpace } from '../search-index-port.ts';
import { writeNewer } from './apply-steps.ts';
import {
  type Collections,
  searchRowsByTask,
  searchRowsByWord,
  type SearchRowRecord,
} from './collections.ts';
import { keysUnder, keyUnder } from './keys.ts';
import { findTaskIds } from './find-task-ids.ts';
import { guarded, isDuplicate } from './mongo-errors.ts';
import { inSpace, spaceKey, termFilters } from './search-filters.ts';

type SearchCollections = Pick<Collections, 'searchRows' | 'searchMarks' | 'guardedWrites'>;

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
    find: (of) => guarded(() => findTaskIds(searchRows, of)),
    async readRows({ taskIds, ...space }) {
      const filter = { ...inSpace(space), taskId: { $in: [...taskIds] } };
      const records = await guarded(() =>
        searchRows.find(filter, { hint: searchRowsByTask }).toArray(),
      );
      return records.map(rowOf);
    },
  };
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
