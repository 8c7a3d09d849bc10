import { foldText } from './fold-text.ts';

const between = /[^\p{L}\p{N}\p{M}]+/u;
/** Scripts that are written without spaces: their words need a dictionary. */
const unspaced =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

/** The words of a text as they are searched for, in their order, without accents and capitals. */
export function searchTokens(text: string): string[] {
  const words = unspaced.test(text) ? segments(text) : text.split(between);
  return words.map(foldText).filter((word) => word !== '');
}

function segments(text: string): string[] {
  const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });
  return [...segmenter.segment(text)]
    .filter(({ isWordLike }) => isWordLike === true)
    .map(({ segment }) => segment);
}
