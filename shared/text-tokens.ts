/** Scripts written without spaces: one character is the smallest thing people change. */
const spaceless = String.raw`\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}`;

/**
 * A line break; a run of other space; a flag; a character of a spaceless script; a word; or one symbol with all
 * that joins it (accents, skin tones, families of emoji). Whole code points only, so no surrogate pair is split.
 */
const wordPattern = new RegExp(
  [
    String.raw`\n`,
    String.raw`[^\S\n]+`,
    String.raw`\p{RI}{2}`,
    String.raw`[${spaceless}]\p{M}*`,
    String.raw`(?:(?![${spaceless}])[\p{L}\p{M}\p{N}_])+`,
    String.raw`\S(?:[\p{M}\p{Emoji_Modifier}]|\u200d\S)*`,
  ].join('|'),
  'gu',
);
const endsInWord = /[\p{L}\p{M}\p{N}_]$/u;
const startsWithWord = /^[\p{L}\p{M}\p{N}_]/u;

/** The lines of a text, each with its line break; joined they are the text. */
export function splitLines(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+/g) ?? [];
}

/** The words of a text and all that lies between them; joined they are the text. */
export function splitWords(text: string): string[] {
  return text.match(wordPattern) ?? [];
}

/** Two lists of lines that were put into the same place, the first one first; lines both begin with come once. */
export function joinInsertedLines(first: readonly string[], second: readonly string[]): string {
  let shared = 0;
  while (shared < first.length && first[shared] === second[shared]) shared += 1;
  const [start, rest] = [first.join(''), second.slice(shared).join('')];
  const needsBreak = start !== '' && rest !== '' && !start.endsWith('\n');
  return needsBreak ? `${start}\n${rest}` : start + rest;
}

/** Two lists of words that were put into the same place, the first one first, never grown together into one word. */
export function joinInsertedWords(first: readonly string[], second: readonly string[]): string {
  const [start, rest] = [first.join(''), second.join('')];
  const needsSpace = endsInWord.test(start) && startsWithWord.test(rest);
  return needsSpace ? `${start} ${rest}` : start + rest;
}
