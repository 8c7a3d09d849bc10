const beyondAscii = /[^\p{ASCII}]/u;

/** A text without accents and capitals, as it is compared. Most texts are plain, and ten thousand of them are felt. */
export function foldText(text: string): string {
  if (!beyondAscii.test(text)) return text.toLowerCase();
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
