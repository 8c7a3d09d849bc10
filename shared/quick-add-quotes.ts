import type { TextRange } from './quick-add-token.ts';

const closingQuotes: Readonly<Record<string, string>> = {
  '"': '"',
  '“': '”',
  '„': '“',
  '«': '»',
  '「': '」',
};

/**
 * The quoted parts of a text, quotes included. A quote opens at the start of a word and closes at the end of one, so
 * that inches (6") quote nothing.
 */
export function quotedRanges(text: string): TextRange[] {
  const ranges: TextRange[] = [];
  let start = 0;
  while (start < text.length) {
    const end = opensAt(text, start) ? closeOf(text, start) : undefined;
    if (end !== undefined) ranges.push({ start, end });
    start = end ?? start + 1;
  }
  return ranges;
}

function opensAt(text: string, position: number): boolean {
  if (!Object.hasOwn(closingQuotes, text.charAt(position))) return false;
  return position === 0 || /[\s([{]/.test(text.charAt(position - 1));
}

/** The position behind the closing quote, or undefined. */
function closeOf(text: string, start: number): number | undefined {
  const quote = closingQuotes[text.charAt(start)] ?? '';
  for (let at = text.indexOf(quote, start + 1); at >= 0; at = text.indexOf(quote, at + 1)) {
    const next = text.charAt(at + 1);
    const isEnd = next === '' || /[^\p{L}\p{N}]/u.test(next);
    if (isEnd && at > start + 1) return at + 1;
  }
  return undefined;
}

/**
 * The quote characters that go because they did their work: those around text that would have been read. Others are
 * the person's own, as in: Read "Dune".
 */
export function protectingQuotes(
  text: string,
  { quotes, isRead }: { quotes: readonly TextRange[]; isRead: (inner: string) => boolean },
): TextRange[] {
  return quotes
    .filter(({ start, end }) => isRead(text.slice(start + 1, end - 1)))
    .flatMap(({ start, end }) => [
      { start, end: start + 1 },
      { start: end - 1, end },
    ]);
}
