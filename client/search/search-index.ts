import { searchTokens } from '#shared/search-tokens';
import { bestNumbers } from './best-numbers.ts';
import { excerptOf } from '#shared/excerpt';
import type {
  HitPlace,
  SearchAnswer,
  SearchDiff,
  SearchedComment,
  SearchedTask,
  SearchHit,
  SearchQuestion,
} from './search-messages.ts';
import {
  createWordIndex,
  type Found,
  placeBits,
  type PlacedWords,
  type WordIndex,
} from './word-index.ts';
import { type TaskWeights, weighTasks } from './task-weights.ts';

/** Finds tasks by title, labels, notes and comments; kept up to date by diffs. */
export interface SearchIndex {
  take: (diff: SearchDiff) => void;
  search: (question: SearchQuestion) => SearchAnswer;
}

interface IndexedTask extends SearchedTask {
  comments: string;
}

/** With fewer exact hits than this, slips of the finger are forgiven. */
const enoughHits = 3;

/** An empty index. */
export function createSearchIndex(): SearchIndex {
  /** By their numbers in the index, which stay theirs; undefined where one is gone. */
  const tasks: (IndexedTask | undefined)[] = [];
  const numbers = new Map<string, number>();
  const comments = createTaskComments();
  const index = createWordIndex();
  /** Made with the first question after a change. */
  let weights: TaskWeights | undefined;

  function put(searched: SearchedTask): void {
    const task = { ...searched, comments: comments.textOf(searched.id) };
    const number = numbers.get(task.id) ?? tasks.length;
    takeOut(number);
    numbers.set(task.id, number);
    tasks[number] = task;
    index.add(number, wordsOf(task));
  }

  function takeOut(number: number): void {
    const task = tasks[number];
    if (task !== undefined) index.remove(number, wordsOf(task));
  }

  return {
    take(diff) {
      weights = undefined;
      const touched = new Set<string>();
      for (const comment of diff.comments) {
        for (const taskId of comments.take(comment.id, comment)) touched.add(taskId);
      }
      for (const id of diff.gone) {
        for (const taskId of comments.take(id, undefined)) touched.add(taskId);
        const number = numbers.get(id);
        if (number === undefined) continue;
        takeOut(number);
        numbers.delete(id);
        tasks[number] = undefined;
      }
      for (const task of diff.tasks) {
        put(task);
        touched.delete(task.id);
      }
      for (const taskId of touched) {
        const task = tasks[numbers.get(taskId) ?? -1];
        if (task !== undefined) put(task);
      }
    },
    search(question) {
      weights ??= weighTasks(tasks);
      return ask({ index, tasks, weights }, question);
    },
  };
}

/** The comments by their tasks; `take` answers the tasks whose comments are others now. */
function createTaskComments() {
  const comments = new Map<string, SearchedComment>();
  const idsByTaskId = new Map<string, Set<string>>();
  return {
    textOf(taskId: string): string {
      const ids = [...(idsByTaskId.get(taskId) ?? [])];
      return ids.map((id) => comments.get(id)?.text ?? '').join('\n');
    },
    take(id: string, comment: SearchedComment | undefined): string[] {
      const held = comments.get(id);
      if (held !== undefined) idsByTaskId.get(held.taskId)?.delete(id);
      comments.delete(id);
      if (comment !== undefined) {
        comments.set(id, comment);
        const ids = idsByTaskId.get(comment.taskId) ?? new Set();
        idsByTaskId.set(comment.taskId, ids.add(id));
      }
      return [held, comment].flatMap((one) => one?.taskId ?? []);
    },
  };
}

function wordsOf({ title, labels, notes, comments }: IndexedTask): PlacedWords {
  return {
    title: searchTokens(title),
    labels: searchTokens(labels),
    notes: searchTokens(notes),
    comments: searchTokens(comments),
  };
}

interface Indexed {
  index: WordIndex;
  tasks: readonly (IndexedTask | undefined)[];
  weights: TaskWeights;
}

function ask({ index, tasks, weights }: Indexed, question: SearchQuestion): SearchAnswer {
  const words = searchTokens(question.query);
  if (words.length === 0) return { hits: [], total: 0 };
  const weightOf = question.includesTrash ? weights.withTrash : weights.withoutTrash;
  const find = (forgives: boolean) => {
    const found = index.find(words, { forgives, documentCount: tasks.length });
    const scores = found.scores.map((score, number) => score * (weightOf[number] ?? 0));
    return { found, ...bestNumbers(scores, question.limit) };
  };
  const exact = find(false);
  const hits = hitsOf(exact.best, { ...exact, tasks, words });
  if (exact.total >= enoughHits) return { hits, total: exact.total };
  // Exact hits first; those that need forgiveness come behind them.
  const near = find(true);
  const others = near.best.filter((number) => !exact.best.includes(number));
  const nearHits = hitsOf(others, { ...near, tasks, words });
  return { hits: [...hits, ...nearHits].slice(0, question.limit), total: near.total };
}

function hitsOf(
  numbers: readonly number[],
  of: { found: Found; tasks: Indexed['tasks']; words: readonly string[] },
): SearchHit[] {
  const slips = [...of.found.slips];
  return numbers.flatMap((number) => {
    const task = of.tasks[number];
    if (task === undefined) return [];
    const place = placeOf(of.found.places[number] ?? 0);
    // With forgiveness the words that were found are others than those that were typed.
    const near = slips.flatMap(([word, numbers]) => (numbers.has(number) ? [word] : []));
    const excerpt = place === 'title' ? undefined : excerptOf(task[place], [...of.words, ...near]);
    return [{ taskId: task.id, place, excerpt }];
  });
}

function placeOf(bits: number): HitPlace {
  if ((bits & (placeBits.title | placeBits.labels)) !== 0) return 'title';
  return (bits & placeBits.notes) === 0 ? 'comments' : 'notes';
}
