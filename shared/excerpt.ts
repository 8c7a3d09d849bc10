import { foldText } from './fold-text.ts';

/** Text with the parts that match: `[start, end)` in UTF-16 offsets, ascending. */
export interface Excerpt {
  text: string;
  ranges: readonly (readonly [start: number, end: number])[];
}

const wordPattern = /[\p{L}\p{N}\p{M}]+/gu;
const before = 40;
const length = 160;
const mostRanges = 20;

/** A piece of a text around the first word that begins as one of the terms, with all such words in it marked. */
export function excerptOf(text: string, terms: readonly string[]): Excerpt {
  const first = matches(text, terms).next().value;
  const start = first === undefined ? 0 : cutBefore(text, first[0]);
  const end = Math.min(text.length, start + length);
  const [head, tail] = [start > 0 ? '…' : '', end < text.length ? '…' : ''];
  const piece = text.slice(start, end).replaceAll(/\s/g, ' ');
  return { text: head + piece + tail, ranges: rangesOf(head + piece, terms) };
}

/** The parts of a text that match. */
export function rangesOf(text: string, terms: readonly string[]): Excerpt['ranges'] {
  const ranges: (readonly [number, number])[] = [];
  for (const range of matches(text, terms)) {
    ranges.push(range);
    if (ranges.length === mostRanges) break;
  }
  return ranges;
}

/** Begins at a word, and not in the middle of one. */
function cutBefore(text: string, at: number): number {
  if (at <= before) return 0;
  const space = text.indexOf(' ', at - before);
  return space >= 0 && space < at ? space + 1 : at;
}

function* matches(text: string, terms: readonly string[]): Generator<readonly [number, number]> {
  if (terms.length === 0) return;
  for (const word of text.matchAll(wordPattern)) {
    const folded = foldText(word[0]);
    const term = terms.find((one) => folded.startsWith(one) || folded.includes(one));
    if (term === undefined) continue;
    // Where folding keeps the length, the letters are marked and not the whole word.
    const at = folded.length === word[0].length ? folded.indexOf(term) : 0;
    const size = folded.length === word[0].length ? term.length : word[0].length;
    yield [word.index + at, word.index + at + size];
  }
}
