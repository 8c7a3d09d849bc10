const beyondAscii = /[^\p{ASCII}]/u;

/** A text without accents, capitals and marks of direction, as it is compared. Most texts are plain, and ten thousand of them are felt. */
export function foldText(text: string): string {
  if (!beyondAscii.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\u2066-\u2069]/gu, '')
    .toLowerCase();
}
