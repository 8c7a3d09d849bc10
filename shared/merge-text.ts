import { diffTokens, type Edit, type WorkBudget } from './diff-tokens.ts';
import { joinInsertedLines, joinInsertedWords, splitLines, splitWords } from './text-tokens.ts';

/** What came of a merge: the text, and whether some of the loser's words are not in it; or too much work to try. */
export type TextMerge =
  | { outcome: 'merged'; text: string; lostHunks: boolean }
  | { outcome: 'too-large' };

/**
 * Steps of diffing one merge may take: about 3 ms for a note of 50,000 characters in one paragraph (docs/decisions/012).
 * Part of the protocol: another number merges other texts.
 */
const maxSteps = 100_000;

interface Sides {
  base: string[];
  winning: string[];
  losing: string[];
}

/** A stretch of the base that one side changed, or both did; an end without edits left it as it was. */
interface Hunk {
  baseStart: number;
  baseEnd: number;
  winning: Edit[];
  losing: Edit[];
}

interface MergedTokens {
  text: string;
  lostHunks: boolean;
}

/**
 * Merges two texts that were both made from `base`: by line, and by word where both changed the same lines (R5).
 * Where both changed the same words the winner's stand and `lostHunks` is true. Where both inserted at the same
 * place both are kept, the winner's first. Swapping mine and theirs together with `winner` gives the same text.
 * 'too-large' where the work bound does not suffice to compare lines; the caller then makes an ordinary conflict.
 * The result can be longer than either text: whoever stores it checks the limit.
 */
export function mergeText({
  base,
  mine,
  theirs,
  winner,
}: {
  base: string;
  mine: string;
  theirs: string;
  winner: 'mine' | 'theirs';
}): TextMerge {
  const [winning, losing] = winner === 'mine' ? [mine, theirs] : [theirs, mine];
  if (losing === base || winning === losing) return merged(winning);
  if (winning === base) return merged(losing);
  const budget: WorkBudget = { stepsLeft: maxSteps };
  const lines = {
    base: splitLines(base),
    winning: splitLines(winning),
    losing: splitLines(losing),
  };
  const result = mergeTokens(lines, budget, (hunk) =>
    hunk.base.length === 0
      ? { text: joinInsertedLines(hunk.winning, hunk.losing), lostHunks: false }
      : mergeWords(hunk, budget),
  );
  return result ? { outcome: 'merged', ...result } : { outcome: 'too-large' };
}

function merged(text: string): TextMerge {
  return { outcome: 'merged', text, lostHunks: false };
}

function mergeWords(lines: Sides, budget: WorkBudget): MergedTokens {
  const winner = { text: lines.winning.join(''), lostHunks: true };
  const words = {
    base: splitWords(lines.base.join('')),
    winning: splitWords(winner.text),
    losing: splitWords(lines.losing.join('')),
  };
  const result = mergeTokens(words, budget, (hunk) =>
    hunk.base.length === 0
      ? { text: joinInsertedWords(hunk.winning, hunk.losing), lostHunks: false }
      : { text: hunk.winning.join(''), lostHunks: true },
  );
  return result ?? winner;
}

/** Three-way merge of token lists; `resolve` is asked about each stretch that both sides changed differently. */
function mergeTokens(
  { base, winning, losing }: Sides,
  budget: WorkBudget,
  resolve: (hunk: Sides) => MergedTokens,
): MergedTokens | undefined {
  const winningEdits = diffTokens({ base, other: winning, budget });
  const losingEdits = diffTokens({ base, other: losing, budget });
  if (!winningEdits || !losingEdits) return undefined;
  const pieces: string[] = [];
  let lostHunks = false;
  let position = 0;
  for (const hunk of groupIntoHunks(winningEdits, losingEdits)) {
    pieces.push(...base.slice(position, hunk.baseStart));
    position = hunk.baseEnd;
    const ours = tokensIn(hunk, hunk.winning, winning);
    const others = tokensIn(hunk, hunk.losing, losing);
    if (hunk.losing.length === 0 || areEqual(ours, others)) pieces.push(...ours);
    else if (hunk.winning.length === 0) pieces.push(...others);
    else {
      const baseTokens = base.slice(hunk.baseStart, hunk.baseEnd);
      const resolved = resolve({ base: baseTokens, winning: ours, losing: others });
      pieces.push(resolved.text);
      lostHunks ||= resolved.lostHunks;
    }
  }
  pieces.push(...base.slice(position));
  return { text: pieces.join(''), lostHunks };
}

/**
 * Edits that share base tokens, or insert at the same place, fall into one hunk. Edits that only touch stay apart:
 * "Call Bob" renamed to "Call Robert" by one and continued to "Call Bob today" by the other is no dispute.
 */
function groupIntoHunks(winning: readonly Edit[], losing: readonly Edit[]): Hunk[] {
  const inOrder = [
    ...winning.map((edit) => ({ edit, side: 'winning' as const })),
    ...losing.map((edit) => ({ edit, side: 'losing' as const })),
  ].sort((a, b) => a.edit.baseStart - b.edit.baseStart || a.edit.baseEnd - b.edit.baseEnd);
  const hunks: Hunk[] = [];
  for (const { edit, side } of inOrder) {
    const last = hunks.at(-1);
    const hunk = last && isShared(last, edit) ? last : openHunk(hunks, edit);
    hunk[side].push(edit);
    hunk.baseEnd = Math.max(hunk.baseEnd, edit.baseEnd);
  }
  return hunks;
}

function isShared(hunk: Hunk, edit: Edit): boolean {
  const areBothInsertions = hunk.baseEnd === hunk.baseStart && edit.baseEnd === edit.baseStart;
  if (areBothInsertions) return edit.baseStart === hunk.baseStart;
  return edit.baseStart < hunk.baseEnd;
}

function openHunk(hunks: Hunk[], { baseStart, baseEnd }: Edit): Hunk {
  const hunk: Hunk = { baseStart, baseEnd, winning: [], losing: [] };
  hunks.push(hunk);
  return hunk;
}

/** What one side has in the place of the hunk's base tokens: its edits, and what it left unchanged around them. */
function tokensIn(hunk: Hunk, edits: readonly Edit[], tokens: readonly string[]): string[] {
  const first = edits[0];
  const last = edits.at(-1);
  if (!first || !last) return [];
  const start = first.start - (first.baseStart - hunk.baseStart);
  return tokens.slice(start, last.end + (hunk.baseEnd - last.baseEnd));
}

function areEqual(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((token, index) => token === b[index]);
}
