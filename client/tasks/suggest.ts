import { isOverlapping } from '#shared/quick-add-words';
import type { TextRange } from '#shared/quick-add-token';

/** A sign that names things. */
export type NameSign = '#' | '/' | '+' | '@';

/** A sign before the caret, and what was typed behind it. */
export interface Suggesting {
  sign: NameSign;
  /** Where the sign stands. */
  start: number;
  query: string;
}

/** Something that a sign can name. */
export interface Nameable {
  id: string;
  name: string;
  color?: string;
}

/** A row under the line: a thing that there is, or one that would be made. */
export interface Suggestion extends Nameable {
  isNew: boolean;
}

const most = 7;

/** The name that is being typed where the caret is; undefined where none is, or where it is text. */
export function suggestingAt(
  text: string,
  { caret, asText }: { caret: number; asText: readonly TextRange[] },
): Suggesting | undefined {
  const match = /(?:^|[\s([{])([#/+@])([^\s#/+@]*)$/.exec(text.slice(0, caret));
  const [, sign, query = ''] = match ?? [];
  if (!isNameSign(sign)) return undefined;
  const start = caret - query.length - 1;
  if (isOverlapping({ start, end: caret }, asText)) return undefined;
  // Behind the caret the name goes on: it is not being typed.
  return /^[^\s]/.test(text.slice(caret)) ? undefined : { sign, start, query };
}

function isNameSign(text: string | undefined): text is NameSign {
  return text === '#' || text === '/' || text === '+' || text === '@';
}

/** What the typed name may mean, the likeliest first, and a new one last where there is none of that name. */
export function suggestionsFor(
  { sign, query }: Suggesting,
  of: {
    labels: readonly Nameable[];
    projects: readonly Nameable[];
    people: readonly Nameable[];
  },
): Suggestion[] {
  const things = { '#': of.labels, '/': of.projects, '+': of.projects, '@': of.people }[sign];
  const wanted = fold(query);
  const found = things
    .map((thing) => ({ thing, rank: rankOf(fold(thing.name), wanted) }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank)
    .slice(0, most)
    .map(({ thing }) => ({ ...thing, isNew: false }));
  const isKnown = found.some(({ name }) => fold(name) === wanted);
  const canBeMade = sign !== '@' && /\p{L}|\p{Extended_Pictographic}/u.test(query);
  if (isKnown || !canBeMade) return found;
  return [...found, { id: `new ${query}`, name: query, isNew: true }];
}

/** 3 for the beginning of the name, 2 for that of one of its words, 1 for any other part, 0 for none. */
function rankOf(name: string, wanted: string): number {
  if (name.startsWith(wanted)) return 3;
  if (name.includes(` ${wanted}`)) return 2;
  return name.includes(wanted) ? 1 : 0;
}

/**
 * Whether Enter has nothing to complete: the typed name is that of a thing, or of a label that is made with the task. A
 * new project is chosen first, since words behind its sign are a title otherwise.
 */
export function isComplete(
  { sign, query }: Suggesting,
  suggestions: readonly Suggestion[],
): boolean {
  const wanted = fold(query);
  return (
    suggestions.every(({ isNew }) => isNew && sign === '#') ||
    suggestions.some(({ name, isNew }) => !isNew && fold(name) === wanted)
  );
}

function fold(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
