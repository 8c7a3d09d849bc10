import { foldText } from '#shared/fold-text';

/** Something to find by its title; `folded` is `foldText(title)`, made once and not at each key stroke. */
export interface Findable {
  readonly folded: string;
}

/**
 * At most `limit` entries that hold every word of the query somewhere, the best first: the whole query at the start,
 * then words at starts of words, then words inside words; among equals the given order stays. No words: the first ones.
 */
export function rankTitles<T extends Findable>(of: {
  entries: readonly T[];
  query: string;
  limit: number;
}): T[] {
  const { entries, query, limit } = of;
  const words = foldText(query)
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return entries.slice(0, limit);
  const phrase = words.join(' ');
  const found: { entry: T; score: number }[] = [];
  const left: number[] = [];
  const look = (entry: T | undefined, index: number) => {
    const score = entry === undefined ? 0 : scoreOf(entry.folded, words);
    if (entry === undefined || score === 0) return;
    left.push(index);
    found.push({ entry, score: score + phraseBonus(entry.folded, phrase) });
  };
  const last = narrowings.get(entries);
  if (last === undefined || !phrase.startsWith(last.phrase)) entries.forEach(look);
  else for (const index of last.left) look(entries[index], index);
  narrowings.set(entries, { phrase, left });
  found.sort((a, b) => b.score - a.score);
  return found.slice(0, limit).map(({ entry }) => entry);
}

/** By list: what was asked of it last, and where in it those stand that fitted. A longer question can only find these. */
const narrowings = new WeakMap<readonly Findable[], { phrase: string; left: readonly number[] }>();

/** 0 when a word is missing; else the more the better the words stand, at most 2 in all. */
function scoreOf(folded: string, words: readonly string[]): number {
  let sum = 0;
  for (const word of words) {
    const at = folded.indexOf(word);
    if (at < 0) return 0;
    sum += startsWord(folded, word, at) ? 2 : 1;
  }
  return sum / words.length;
}

function phraseBonus(folded: string, phrase: string): number {
  if (folded === phrase) return 4;
  if (folded.startsWith(phrase)) return 3;
  return folded.includes(phrase) ? 1 : 0;
}

/** Whether some occurrence from `at` on begins a word. */
function startsWord(folded: string, word: string, at: number): boolean {
  for (let index = at; index >= 0; index = folded.indexOf(word, index + 1)) {
    const before = folded.charAt(index - 1);
    // Most words stand behind a space, and ten thousand patterns a key stroke would be felt.
    if (before === '' || before === ' ') return true;
    if ((before < 'a' || before > 'z') && /[^\p{L}\p{N}]/u.test(before)) return true;
  }
  return false;
}
