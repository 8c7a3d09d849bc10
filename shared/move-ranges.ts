import type { TextRange } from './quick-add-token.ts';

/**
 * Where ranges of a text are after an edit of it: those behind the edit move, one that is edited inside or written on
 * at its end grows or shrinks with it, and one of which nothing is left goes. The edit is the part that differs.
 */
export function moveRanges({
  ranges,
  before,
  after,
}: {
  ranges: readonly TextRange[];
  before: string;
  after: string;
}): TextRange[] {
  if (before === after) return [...ranges];
  const start = commonStart(before, after);
  const tail = commonEnd(before.slice(start), after.slice(start));
  const end = before.length - tail;
  const moved = after.length - before.length;
  return ranges.flatMap((range) => {
    if (range.end < start) return range;
    if (range.start >= end && range.start > start) return shifted(range, moved);
    // All of it was replaced.
    if (start <= range.start && end >= range.end && end > start) return [];
    return touched(range, { start, end, moved, isWord: !/\s/.test(after.charAt(start)) });
  });
}

function touched(
  range: TextRange,
  edit: { start: number; end: number; moved: number; isWord: boolean },
): TextRange[] {
  const { start, end, moved, isWord } = edit;
  const isInsertion = end === start;
  if (range.start === start && isInsertion) return [shifted(range, moved)];
  if (range.end === start) {
    return [isInsertion && isWord ? { ...range, end: range.end + moved } : range];
  }
  const isInside = start >= range.start && end <= range.end;
  const kept = isInside ? { ...range, end: range.end + moved } : clipped(range, edit);
  return kept.end > kept.start ? [kept] : [];
}

/** What is left of a range that was edited over one of its ends. */
function clipped(
  range: TextRange,
  { start, end, moved }: { start: number; end: number; moved: number },
) {
  return start > range.start
    ? { start: range.start, end: start }
    : { start: end + moved, end: range.end + moved };
}

function shifted({ start, end }: TextRange, by: number): TextRange {
  return { start: start + by, end: end + by };
}

function commonStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length += 1;
  return length;
}

function commonEnd(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a.at(-1 - length) === b.at(-1 - length)) {
    length += 1;
  }
  return length;
}
