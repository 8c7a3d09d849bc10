import type { Comment } from '#shared/comment';
import { type Excerpt, excerptOf } from '#shared/excerpt';
import type { Label } from '#shared/label';
import { type searchPlaces, type ServerHit } from '#shared/search-message';
import type { Task } from '#shared/task';
import type { SearchTerm } from '../storage/search-index-port.ts';
import { fitsWord, searchWords } from './search-words.ts';

type Place = (typeof searchPlaces)[number];

/** A task with what people said about it, as it stands now. */
export interface SearchedTask {
  task: Task;
  comments: readonly Comment[];
}

/**
 * What a question finds in a task: every word must stand somewhere in it. Undefined where one does not. Its kind is the
 * first place in which any of them stands, as on the device.
 */
export function serverHit(
  { task, comments }: SearchedTask,
  of: { terms: readonly SearchTerm[]; labelsById: ReadonlyMap<string, Label> },
): ServerHit | undefined {
  const names = Object.keys(task.labels).flatMap((id) => of.labelsById.get(id)?.name ?? []);
  const texts: readonly (readonly [Place, string])[] = [
    ['title', task.title],
    ['labels', names.join(' · ')],
    ['notes', task.notes],
    ['comments', comments.map(({ text }) => text).join('\n')],
  ];
  const places = texts.map(([kind, text]) => ({ kind, text, words: searchWords(text) }));
  const isIn = (term: SearchTerm, words: readonly string[]) =>
    words.some((word) => fitsWord(term, word));
  const isWhole = of.terms.every((term) => places.some(({ words }) => isIn(term, words)));
  const place = places.find(({ words }) => of.terms.some((term) => isIn(term, words)));
  if (!isWhole || place === undefined) return undefined;
  const { text, ranges } = excerptOf(
    place.text,
    of.terms.map(({ word }) => word),
  );
  return { kind: place.kind, excerpt: { text, ranges: pairs(ranges) }, task: summaryOf(task) };
}

/** Enough to show a line of it: notes may be long, and are read when it is opened. */
function summaryOf(task: Task): ServerHit['task'] {
  const { id, workspaceId, title, status, projectId, dueDate, completedAt, trashedAt } = task;
  return { id, workspaceId, title, status, projectId, dueDate, completedAt, trashedAt };
}

function pairs(ranges: Excerpt['ranges']): { start: number; end: number }[] {
  return ranges.map(([start, end]) => ({ start, end }));
}
