import type { Excerpt } from '#shared/excerpt';

/** A task as the index knows it; `undefined` fields of a diff do not exist, a task always comes whole. */
export interface SearchedTask {
  id: string;
  title: string;
  notes: string;
  /** Names of its labels. */
  labels: string;
  isOpen: boolean;
  isTrashed: boolean;
  /** When it was closed, else made: an instant. */
  at: string;
}

/** A comment as the index knows it. */
export interface SearchedComment {
  id: string;
  taskId: string;
  text: string;
}

/** What has changed since the last time, by kind; ids of `gone` are no longer to be found. */
export interface SearchDiff {
  tasks: readonly SearchedTask[];
  comments: readonly SearchedComment[];
  gone: readonly string[];
}

/** A question to the index. */
export interface SearchQuestion {
  query: string;
  includesTrash: boolean;
  /** At most so many hits come back. */
  limit: number;
}

/** Where a task was found. */
export type HitPlace = 'title' | 'notes' | 'comments';

/** One task that was found, with an excerpt from where it was found, unless that is its title. */
export interface SearchHit {
  taskId: string;
  place: HitPlace;
  excerpt: Excerpt | undefined;
}

/** The answer to a question, the best hits first. */
export interface SearchAnswer {
  hits: readonly SearchHit[];
  total: number;
}

/** To the worker: each is answered by a message with the same `n`. */
export type ToSearchWorker =
  | { n: number; name: 'take'; diff: SearchDiff }
  | { n: number; name: 'search'; question: SearchQuestion };

/** From the worker. */
export type FromSearchWorker =
  | { n: number; name: 'taken' }
  | { n: number; name: 'found'; answer: SearchAnswer };
