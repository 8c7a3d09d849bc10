import type { TextRange } from './quick-add-token.ts';

/** A word of a line without brackets before it and punctuation after it. */
export interface Word extends TextRange {
  /** In lower case. */
  lower: string;
  /** Whether punctuation ends it. */
  isClosed: boolean;
  /** Whether that ends a sentence or part of one; "every!" and "1 dec, 2026" go on. */
  isEnd: boolean;
}

/** Some words of a line, read as one phrase. */
export interface Span {
  /** In lower case, with single spaces. */
  phrase: string;
  words: readonly Word[];
  first: number;
  last: number;
}

const opening = /^[([{]+/;
const closing = /[.,;:!?)\]}…。、，！？،؛؟]+$/u;
const edge = /[\s.,;:!?)\]}…。、，！？،؛؟]/u;

/** The words of a text in their order; what is punctuation only is left out. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(/\S+/gu)) {
    const [raw] = match;
    const lead = opening.exec(raw)?.[0].length ?? 0;
    const tail = closing.exec(raw.slice(lead))?.[0].length ?? 0;
    const start = match.index + lead;
    const end = match.index + raw.length - tail;
    if (end > start) {
      const lower = text.slice(start, end).toLowerCase();
      const after = raw.slice(raw.length - tail);
      words.push({ start, end, lower, isClosed: tail > 0, isEnd: !/^[,،!]?$/.test(after) });
    }
  }
  return words;
}

/** Whether a word can end at a position. */
export function isWordEdge(text: string, position: number): boolean {
  return position >= text.length || edge.test(text.charAt(position));
}

/** Whether a range has a character in common with one of the others. */
export function isOverlapping(range: TextRange, others: readonly TextRange[]): boolean {
  return others.some(({ start, end }) => range.start < end && start < range.end);
}

/** Words after which, or before which, a weekday stands on its own: "call Ana Friday about the keys". */
const functionWords: ReadonlySet<string> = new Set(
  (
    'at on in with for to about before after by from until till and or but then if when because via as so that ' +
    'every each daily weekly monthly yearly starting start due remind reminder today tomorrow & - – — @ +'
  ).split(' '),
);

/**
 * What stands behind a word: nothing, punctuation or a sign (`end`), a word that begins something new (`function`),
 * or one that the word may belong to (`noun`), as in "Friday drinks".
 */
export function whatFollows(words: readonly Word[], last: number): 'end' | 'function' | 'noun' {
  const next = words[last + 1];
  if (next === undefined || words[last]?.isClosed === true) return 'end';
  if (functionWords.has(next.lower)) return 'function';
  return /^(?:[#/+@!~]\S|p[1-4]$)/.test(next.lower) ? 'end' : 'noun';
}
