import type { SearchIndex } from '../search-index-port.ts';
import { type Collections, searchRowsByTask, searchRowsByWord } from './collections.ts';
import { inSpace, termFilters } from './search-filters.ts';

type SearchRows = Collections['searchRows'];
type Question = Parameters<SearchIndex['find']>[0];

/** Where a question turns from reading all rows of a word to walking the newest rows, and how far it walks. */
export interface FindBounds {
  /** All rows of a word that has no more are read at once. */
  rareMaxRows: number;
  /** So many rows are walked for another one, in steps. */
  walkedRows: readonly number[];
  /** After a step only a word goes on that was found in this share of the rows: for others all their rows are fewer. */
  commonShare: number;
}

const usualBounds: FindBounds = {
  rareMaxRows: 1_000,
  walkedRows: [500, 2_000, 2_000],
  commonShare: 0.1,
};

/**
 * The tasks with a row that fits, the largest ids first. All rows of a word are read where they are not too many. Those of a
 * common one would be tens of thousands, but then the newest rows have enough of its tasks, so these are walked first.
 */
export async function findTaskIds(
  rows: SearchRows,
  question: Question,
  { rareMaxRows, walkedRows, commonShare } = usualBounds,
): Promise<string[]> {
  const filters = termFilters(question.term);
  const below = question.before === undefined ? {} : { taskId: { $lt: question.before } };
  const rare = await Promise.all(
    filters.map((words) => readRare(rows, question, { filter: { ...below, words }, rareMaxRows })),
  );
  const newest = (ids: Iterable<string>) =>
    [...new Set(ids)].toSorted().toReversed().slice(0, question.limit);
  if (rare.every((ids) => ids !== undefined)) return newest(rare.flat());

  const found = new Set<string>();
  let left: Record<string, unknown> = below;
  let seenRows = 0;
  for (const count of walkedRows) {
    const walked = await walk(rows, question, { filters, left, count });
    for (const id of walked.taskIds) found.add(id);
    if (found.size >= question.limit || walked.isEnd) return newest(found);
    // The last task may have more rows than were walked.
    left = { taskId: { $lte: walked.lastTaskId } };
    seenRows += count;
    if (found.size < seenRows * commonShare) break;
  }
  const rest = await Promise.all(
    filters.map((words) => readAll(rows, question, { ...left, words })),
  );
  return newest([...found, ...rest.flat()]);
}

/** The tasks of all rows that fit; undefined where these are too many. */
async function readRare(
  rows: SearchRows,
  question: Question,
  { filter, rareMaxRows }: { filter: Record<string, unknown>; rareMaxRows: number },
): Promise<string[] | undefined> {
  const pipeline = [
    { $match: { ...inSpace(question), ...filter } },
    { $limit: rareMaxRows + 1 },
    { $project: { _id: 0, taskId: 1 } },
  ];
  const found = await rows.aggregate<{ taskId: string }>(pipeline, { hint: searchRowsByWord });
  return found.length > rareMaxRows ? undefined : found.map(({ taskId }) => taskId);
}

async function readAll(
  rows: SearchRows,
  { limit, ...question }: Question,
  filter: Record<string, unknown>,
): Promise<string[]> {
  const byTask = [{ $group: { _id: '$taskId' } }, { $sort: { _id: -1 } }, { $limit: limit }];
  const pipeline = [{ $match: { ...inSpace(question), ...filter } }, ...byTask];
  const found = await rows.aggregate<{ _id: string }>(pipeline, { hint: searchRowsByWord });
  return found.map(({ _id }) => _id);
}

/** The tasks that fit among the next rows by task, and where these end. */
async function walk(
  rows: SearchRows,
  question: Question,
  of: {
    filters: readonly Record<string, unknown>[];
    left: Record<string, unknown>;
    count: number;
  },
): Promise<{ taskIds: string[]; lastTaskId: string; isEnd: boolean }> {
  const fits = { $or: of.filters.map((words) => ({ words })) };
  const pipeline = [
    { $match: { ...inSpace(question), ...of.left } },
    { $sort: { taskId: -1 } },
    { $limit: of.count },
    {
      $facet: {
        fitting: [{ $match: fits }, { $group: { _id: '$taskId' } }],
        walked: [{ $group: { _id: null, last: { $min: '$taskId' }, count: { $sum: 1 } } }],
      },
    },
  ];
  const [answer] = await rows.aggregate<{
    fitting: { _id: string }[];
    walked: { last: string; count: number }[];
  }>(pipeline, { hint: searchRowsByTask });
  const { last = '', count = 0 } = answer?.walked[0] ?? {};
  const taskIds = answer?.fitting.map(({ _id }) => _id) ?? [];
  return { taskIds, lastTaskId: last, isEnd: count < of.count };
}
