import MiniSearch, { type SearchOptions, type SearchResult } from 'minisearch';
import { searchTokens } from '#shared/search-tokens';
import { excerptOf } from './excerpt.ts';
import type {
  HitPlace,
  SearchAnswer,
  SearchDiff,
  SearchedComment,
  SearchedTask,
  SearchHit,
  SearchQuestion,
} from './search-messages.ts';

/** Finds tasks by title, labels, notes and comments; kept up to date by diffs. */
export interface SearchIndex {
  take: (diff: SearchDiff) => void;
  search: (question: SearchQuestion) => SearchAnswer;
}

interface IndexedTask extends SearchedTask {
  comments: string;
}

const boost = { title: 5, labels: 3, notes: 1.5, comments: 1 };
const closedFactor = 0.6;
const recentFactor = 1.15;
/** Shorter beginnings fit nearly everything, and would take longer than a key stroke may. */
const shortestPrefix = 2;
const shortestFuzzy = 5;
/** With fewer exact hits than this, slips of the finger are forgiven. */
const enoughHits = 3;

/** An empty index. */
export function createSearchIndex(): SearchIndex {
  const tasks = new Map<string, IndexedTask>();
  const comments = new Map<string, SearchedComment>();
  const commentIdsByTaskId = new Map<string, Set<string>>();
  const index = createIndex();
  let newest = '';

  function put(task: IndexedTask): void {
    if (index.has(task.id)) index.discard(task.id);
    tasks.set(task.id, task);
    if (task.at > newest) newest = task.at;
    index.add(task);
  }

  function commentsOf(taskId: string): string {
    const ids = [...(commentIdsByTaskId.get(taskId) ?? [])];
    return ids.map((id) => comments.get(id)?.text ?? '').join('\n');
  }

  function takeComment(id: string, comment: SearchedComment | undefined): string[] {
    const held = comments.get(id);
    if (held !== undefined) commentIdsByTaskId.get(held.taskId)?.delete(id);
    if (comment === undefined) comments.delete(id);
    else {
      comments.set(id, comment);
      const ids = commentIdsByTaskId.get(comment.taskId) ?? new Set();
      commentIdsByTaskId.set(comment.taskId, ids.add(id));
    }
    return [held?.taskId ?? '', comment?.taskId ?? ''];
  }

  return {
    take(diff) {
      const touched = new Set<string>();
      for (const comment of diff.comments) {
        for (const taskId of takeComment(comment.id, comment)) touched.add(taskId);
      }
      for (const id of diff.gone) {
        if (comments.has(id)) for (const taskId of takeComment(id, undefined)) touched.add(taskId);
        if (tasks.delete(id)) index.discard(id);
      }
      for (const task of diff.tasks) {
        put({ ...task, comments: commentsOf(task.id) });
        touched.delete(task.id);
      }
      for (const taskId of touched) {
        const task = tasks.get(taskId);
        if (task !== undefined) put({ ...task, comments: commentsOf(taskId) });
      }
    },
    search: (question) => ask({ index, tasks, newestMonth: newest.slice(0, 7) }, question),
  };
}

function createIndex(): MiniSearch<IndexedTask> {
  return new MiniSearch<IndexedTask>({
    fields: ['title', 'labels', 'notes', 'comments'],
    tokenize: searchTokens,
    // The tokens are folded already.
    processTerm: (term) => term,
  });
}

interface Indexed {
  index: MiniSearch<IndexedTask>;
  tasks: ReadonlyMap<string, IndexedTask>;
  /** The month of the last task that was added or closed: recency without a clock. */
  newestMonth: string;
}

function ask({ index, tasks, newestMonth }: Indexed, question: SearchQuestion): SearchAnswer {
  const terms = searchTokens(question.query);
  const options: SearchOptions = {
    boost,
    combineWith: 'AND',
    prefix: (term) => term.length >= shortestPrefix,
    boostDocument: (id: string) => factorOf(tasks.get(id), newestMonth),
    filter: ({ id }) => question.includesTrash || tasks.get(String(id))?.isTrashed === false,
  };
  const exact = index.search(question.query, options);
  const found = exact.length >= enoughHits ? exact : withFuzzy(exact, { index, options, question });
  return {
    hits: found.slice(0, question.limit).flatMap((result) => hitOf(result, tasks, terms)),
    total: found.length,
  };
}

/** Exact hits first; those that need forgiveness come behind them. */
function withFuzzy(
  exact: readonly SearchResult[],
  of: { index: Indexed['index']; options: SearchOptions; question: SearchQuestion },
): readonly SearchResult[] {
  const fuzzy = (term: string) => (term.length >= shortestFuzzy ? 1 : false);
  const near = of.index.search(of.question.query, { ...of.options, fuzzy });
  const seen = new Set(exact.map(({ id }) => String(id)));
  return [...exact, ...near.filter(({ id }) => !seen.has(String(id)))];
}

function factorOf(task: IndexedTask | undefined, newestMonth: string): number {
  if (task === undefined) return 1;
  const isRecent = task.at.slice(0, 7) === newestMonth;
  return (task.isOpen ? 1 : closedFactor) * (isRecent ? recentFactor : 1);
}

function hitOf(
  result: SearchResult,
  tasks: ReadonlyMap<string, IndexedTask>,
  terms: readonly string[],
): SearchHit[] {
  const task = tasks.get(String(result.id));
  if (task === undefined) return [];
  const fields = new Set(Object.values(result.match).flat());
  const place = placeOf(fields);
  // With forgiveness the words that were found are others than those that were typed.
  const words = [...new Set([...terms, ...result.terms])];
  const excerpt = place === 'title' ? undefined : excerptOf(task[place], words);
  return [{ taskId: task.id, place, excerpt }];
}

function placeOf(fields: ReadonlySet<string>): HitPlace {
  if (fields.has('title') || fields.has('labels')) return 'title';
  return fields.has('notes') ? 'notes' : 'comments';
}
