import type { Comment } from '#shared/comment';
import { type AnyDocument, isPurged, type StoredForm } from '#shared/kind-definition';
import type { Label } from '#shared/label';
import { searchTokens } from '#shared/search-tokens';
import type { Task } from '#shared/task';
import type { SearchTerm } from '../storage/search-index-port.ts';

/** Of a longer word only so much is compared: nobody types more of it. */
const wordMaxLength = 40;
/** As on the device: shorter beginnings fit nearly everything. */
const shortestBeginning = 2;

/** The words of a text as they are indexed and asked for, each once. */
export function searchWords(text: string): string[] {
  return [
    ...new Set(searchTokens(text).map((word) => word.slice(0, wordMaxLength).toWellFormed())),
  ];
}

/** The task that a document speaks of, and its words; undefined for kinds that are not searched. */
export function indexedWords(
  document: StoredForm,
): { taskId: string; words: readonly string[] } | undefined {
  const { kind, id } = document;
  if (kind !== 'task' && kind !== 'comment') return undefined;
  if (isPurged(document)) return { taskId: id, words: [] };
  if (isComment(document)) {
    const { taskId, trashedAt, text } = document;
    return { taskId, words: trashedAt === null ? searchWords(text) : [] };
  }
  if (!isTask(document)) return undefined;
  // By their ids, so that a label can be renamed without touching its tasks.
  const labels = Object.keys(document.labels).map(labelWord);
  return { taskId: id, words: [...searchWords(`${document.title}\n${document.notes}`), ...labels] };
}

/** The terms of the words of a question; a word fits a task with a label whose name has it, too. */
export function searchTerms(words: readonly string[], labels: readonly Label[]): SearchTerm[] {
  const named = labels.map(({ id, name }) => ({ id, words: searchWords(name) }));
  return words.map((word) => {
    const term = { word, isBeginning: word.length >= shortestBeginning };
    const fitting = named.filter((label) => label.words.some((other) => fitsWord(term, other)));
    return { ...term, others: fitting.map(({ id }) => labelWord(id)) };
  });
}

/** Whether a word of a text is what a term looks for. */
export function fitsWord(
  { word, isBeginning }: Pick<SearchTerm, 'word' | 'isBeginning'>,
  other: string,
): boolean {
  return isBeginning ? other.startsWith(word) : other === word;
}

/** Whether a term fits words of the index. */
export function fitsWords(term: SearchTerm, words: readonly string[]): boolean {
  return words.some((word) => fitsWord(term, word) || term.others.includes(word));
}

/** Whether a document is a comment; its fields were checked when it was committed. */
export function isComment(document: AnyDocument): document is Comment {
  return document.kind === 'comment';
}

/** Whether a document is a task; its fields were checked when it was committed. */
export function isTask(document: AnyDocument | undefined): document is Task {
  return document?.kind === 'task';
}

/** Whether a document is a label; its fields were checked when it was committed. */
export function isLabel(document: AnyDocument): document is Label {
  return document.kind === 'label';
}

/** Words of texts have no such sign. */
function labelWord(labelId: string): string {
  return `#${labelId}`;
}
