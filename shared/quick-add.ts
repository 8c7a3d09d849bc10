import { findDateToken } from './quick-add-dates.ts';
import { findSignToken } from './quick-add-signs.ts';
import { protectingQuotes, quotedRanges } from './quick-add-quotes.ts';
import { titleWithout } from './quick-add-title.ts';
import type { QuickAddContext, QuickAddToken, TextRange } from './quick-add-token.ts';
import { isOverlapping, type Word, wordsOf } from './quick-add-words.ts';

/** What a line says: the task's title, and the words that are more than its title. */
export interface QuickAdd {
  /** The text without its tokens, and without quotes that kept something from being read; may be empty. */
  title: string;
  /** In the order of the text; none overlaps another one or quoted text. */
  tokens: readonly QuickAddToken[];
}

/** Kinds of which a task has several; of all others the last one in the text counts, and earlier ones stay text. */
const severalKinds: ReadonlySet<QuickAddToken['kind']> = new Set(['label', 'person']);

/**
 * Reads a line as a person writes a task: "Pay rent every 2 fridays 9am !1 #home /Flat ~30m". Never throws. What it
 * does not know to the last word stays in the title, and so do text in quotes and the ranges in `asText`. Words alone
 * are a title: "Monday" by itself is a task, not a date without one.
 */
export function parseQuickAdd(text: string, context: QuickAddContext): QuickAdd {
  const quotes = quotedRanges(text);
  const refused = [...quotes, ...(context.asText ?? [])];
  const tokens = readTokens(text, { context, refused });
  const unquoted = protectingQuotes(text, {
    quotes: quotes.filter((quote) => !isOverlapping(quote, context.asText ?? [])),
    isRead: (inner) => readTokens(inner, { context, refused: [] }).length > 0,
  });
  const title = titleWithout(text, { tokens, unquoted });
  if (title !== '' || tokens.every(isSigned)) return { title, tokens };
  const signed = tokens.filter(isSigned);
  return { title: titleWithout(text, { tokens: signed, unquoted }), tokens: signed };
}

function readTokens(
  text: string,
  { context, refused }: { context: QuickAddContext; refused: readonly TextRange[] },
): QuickAddToken[] {
  const words = wordsOf(text);
  const found: QuickAddToken[] = [];
  let index = 0;
  while (index < words.length) {
    const token = readAt({ text, words, index, context, refused });
    if (token !== undefined) found.push(token);
    index = token === undefined ? index + 1 : firstAfter(words, { index, end: token.end });
  }
  return withoutReminder(lastOfEachKind(found));
}

function readAt(of: {
  text: string;
  words: readonly Word[];
  index: number;
  context: QuickAddContext;
  refused: readonly TextRange[];
}): QuickAddToken | undefined {
  return findSignToken(of) ?? findDateToken(of);
}

function firstAfter(
  words: readonly Word[],
  { index, end }: { index: number; end: number },
): number {
  let next = index + 1;
  while ((words[next]?.start ?? end) < end) next += 1;
  return next;
}

function lastOfEachKind(tokens: readonly QuickAddToken[]): QuickAddToken[] {
  const lastByKind = new Map(tokens.map((token) => [token.kind, token]));
  return tokens.filter(
    (token) => severalKinds.has(token.kind) || lastByKind.get(token.kind) === token,
  );
}

/** Minutes before a time need one. */
function withoutReminder(tokens: readonly QuickAddToken[]): QuickAddToken[] {
  const hasTime = tokens.some((token) => 'dueTime' in token && token.dueTime !== null);
  return tokens.filter(({ kind }) => hasTime || kind !== 'reminder');
}

/** Tokens with a sign of their own mean nothing else, so they never are a title. */
function isSigned({ kind }: QuickAddToken): boolean {
  return ['priority', 'label', 'project', 'person', 'estimate'].includes(kind);
}
