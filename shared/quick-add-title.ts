import type { TextRange } from './quick-add-token.ts';

/**
 * The text without its tokens. Where one goes, one space stays between the words beside it, none before punctuation,
 * and brackets around nothing go with it; all else stays as it was written. `unquoted` are single characters to drop.
 */
export function titleWithout(
  text: string,
  { tokens, unquoted }: { tokens: readonly TextRange[]; unquoted: readonly TextRange[] },
): string {
  const dropped = new Set(unquoted.map(({ start }) => start));
  let title = '';
  let position = 0;
  const piece = (end: number) =>
    dropped.size === 0
      ? text.slice(position, end)
      : [...positions(position, end)]
          .filter((at) => !dropped.has(at))
          .map((at) => text.charAt(at))
          .join('');
  for (const { start, end } of tokens) {
    title = position === 0 ? piece(start) : joinPieces(title, piece(start));
    position = end;
  }
  return (position === 0 ? piece(text.length) : joinPieces(title, piece(text.length))).trim();
}

function joinPieces(before: string, after: string): string {
  const left = before.trimEnd();
  const right = after.trimStart();
  if (/[([{]$/.test(left) && /^[)\]}]/.test(right)) {
    return joinPieces(left.slice(0, -1), right.slice(1));
  }
  if (left === '') return right.replace(/^[,;:.،؛]\s*/, '');
  if (right === '') return left;
  // What stood apart from the token, such as "!1" that is text, stays apart.
  const hasSpace = !/^[,;.!?)\]}…،؛؟]/.test(after) && !/[([{]$/.test(left);
  return hasSpace ? `${left} ${right}` : left + right;
}

function* positions(start: number, end: number): Generator<number> {
  for (let at = start; at < end; at += 1) yield at;
}
