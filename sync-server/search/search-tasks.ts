import type { Comment } from '#shared/comment';
import type { AnyDocument } from '#shared/kind-definition';
import type { Label } from '#shared/label';
import type { ServerHit, ServerSearchAnswer } from '#shared/search-message';
import type {
  SearchIndex,
  SearchRow,
  SearchSpace,
  SearchTerm,
} from '../storage/search-index-port.ts';
import type { FreshDocuments } from '../workspaces/fresh-documents.ts';
import type { WorkspaceIndexer } from './index-workspace.ts';
import { readLate } from './read-late.ts';
import { fitsWords, isComment, isLabel, isTask, searchTerms } from './search-words.ts';
import { serverHit } from './server-hit.ts';

/** A question to a workspace; the session and the membership have been checked. */
export interface SearchQuestion extends SearchSpace {
  /** At least one, see `searchWords`. */
  words: readonly string[];
  includesTrash: boolean;
  limit: number;
  /** Only tasks with a smaller id. */
  before: string | undefined;
}

/** What a search works with. */
export interface SearchParts {
  searchIndex: SearchIndex;
  documents: FreshDocuments;
  indexer: Pick<WorkspaceIndexer, 'index'>;
}

/** So long an answer waits for the index; the first time in a large workspace takes longer. */
export const indexWaitMs = 1_000;
const candidatesAtOnce = 200;
/** Of one answer; a question whose rarest word stands in more tasks goes on in its next page. */
const candidatesMax = 2_000;
const readAtOnce = 50;

/**
 * One page of what is found, newest tasks first. The index gives tasks with the rarest word of the question; whether all of
 * it fits is decided by the documents as of the newest commit, so that an answer is never older than the log.
 */
export async function searchTasks(
  parts: SearchParts,
  question: SearchQuestion,
): Promise<ServerSearchAnswer> {
  const { workspaceId, epoch, limit } = question;
  const space = { workspaceId, epoch };
  const { indexed, isWhole } = await parts.indexer.index({ ...space, waitMs: indexWaitMs });
  const labelsById = await readLabels(parts.documents, workspaceId);
  const terms = searchTerms(question.words, [...labelsById.values()]);
  const late = isWhole
    ? await readLate(parts.documents, { workspaceId, indexed })
    : new Map<string, string[]>();
  const search: Search = { ...parts, space, terms, labelsById, late, question };
  const rarest = await rarestOf(parts.searchIndex, space, terms);
  const hits: ServerHit[] = [];
  let { before } = question;
  for (let seen = 0; seen < candidatesMax; seen += candidatesAtOnce) {
    const taskIds = await parts.searchIndex.find({
      ...space,
      term: rarest,
      before,
      limit: candidatesAtOnce,
    });
    const end = taskIds.length < candidatesAtOnce ? undefined : taskIds.at(-1);
    const lateIds = [...late.keys()].filter(
      (id) => (before === undefined || id < before) && (end === undefined || id >= end),
    );
    const candidates = [...new Set([...taskIds, ...lateIds])].toSorted().toReversed();
    await collectHits(search, candidates, hits);
    if (hits.length > limit) break;
    before = end;
    if (end === undefined) return { hits, next: null, isWhole };
  }
  const page = hits.slice(0, limit);
  const isFull = hits.length > limit;
  return { hits: page, next: (isFull ? page.at(-1)?.task.id : before) ?? null, isWhole };
}

interface Search extends SearchParts {
  space: SearchSpace;
  terms: readonly SearchTerm[];
  labelsById: ReadonlyMap<string, Label>;
  late: ReadonlyMap<string, readonly string[]>;
  question: SearchQuestion;
}

async function readLabels(
  documents: FreshDocuments,
  workspaceId: string,
): Promise<Map<string, Label>> {
  const labels = new Map<string, Label>();
  for await (const document of documents.list({ workspaceId, kind: 'label', afterId: '' })) {
    if (isLabel(document) && document.trashedAt === null) labels.set(document.id, document);
  }
  return labels;
}

/** Candidates are looked at one by one, so they are taken from the word that the fewest tasks have. */
async function rarestOf(
  searchIndex: SearchIndex,
  space: SearchSpace,
  terms: readonly SearchTerm[],
): Promise<SearchTerm> {
  const [first, ...others] = terms;
  if (first === undefined) throw new Error('a question has at least one word');
  if (others.length === 0) return first;
  const counts = await Promise.all(
    terms.map((term) => searchIndex.count({ ...space, term, upTo: candidatesMax })),
  );
  const least = Math.min(...counts);
  return terms[counts.indexOf(least)] ?? first;
}

/** Adds the hits among candidates in their order, until there is one more than a page takes. */
async function collectHits(
  search: Search,
  candidates: readonly string[],
  hits: ServerHit[],
): Promise<void> {
  const { searchIndex, space, terms, late, question } = search;
  const rows = await searchIndex.readRows({ ...space, taskIds: candidates });
  const rowsByTaskId = groupByTask(rows);
  const fitting = candidates.filter((taskId) => {
    const words = (rowsByTaskId.get(taskId) ?? []).flatMap((row) => row.words);
    return late.has(taskId) || terms.every((term) => fitsWords(term, words));
  });
  for (let at = 0; at < fitting.length && hits.length <= question.limit; at += readAtOnce) {
    const taskIds = fitting.slice(at, at + readAtOnce);
    hits.push(...(await readHits(search, { taskIds, rowsByTaskId })));
  }
}

async function readHits(
  { documents, space, terms, labelsById, late, question }: Search,
  of: { taskIds: readonly string[]; rowsByTaskId: ReadonlyMap<string, readonly SearchRow[]> },
): Promise<ServerHit[]> {
  const { workspaceId } = space;
  const ids = new Set(of.taskIds);
  for (const taskId of of.taskIds) {
    for (const { id, words } of of.rowsByTaskId.get(taskId) ?? []) {
      if (terms.some((term) => fitsWords(term, words))) ids.add(id);
    }
    for (const id of late.get(taskId) ?? []) ids.add(id);
  }
  const read = await documents.read({ workspaceId, ids: [...ids] });
  const comments = groupByTask([...read.values()].filter(isShownComment));
  return of.taskIds.flatMap((taskId) => {
    const task = read.get(taskId);
    if (!isTask(task) || (task.trashedAt !== null && !question.includesTrash)) return [];
    return serverHit({ task, comments: comments.get(taskId) ?? [] }, { terms, labelsById }) ?? [];
  });
}

function groupByTask<T extends { taskId: string }>(items: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(item.taskId);
    if (group === undefined) groups.set(item.taskId, [item]);
    else group.push(item);
  }
  return groups;
}

function isShownComment(document: AnyDocument): document is Comment {
  return isComment(document) && document.trashedAt === null;
}
