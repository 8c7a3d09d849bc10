import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinInsertedWords, splitLines, splitWords } from '#shared/text-tokens';

const text = fc.string({ unit: 'binary', maxLength: 200 });

describe('text tokens', () => {
  it('[R5] tokens joined are the text, whatever it holds', () => {
    fc.assert(
      fc.property(text, (value) => {
        expect(splitLines(value).join('')).toBe(value);
        expect(splitWords(value).join('')).toBe(value);
      }),
      { numRuns: 500 },
    );
  });

  it('[R5] no token begins or ends inside a surrogate pair', () => {
    fc.assert(
      fc.property(text, (value) => {
        for (const token of [...splitLines(value), ...splitWords(value)]) {
          expect(token.isWellFormed()).toBe(true);
        }
      }),
    );
  });

  it('[R5] accents, flags and families of emoji stay whole', () => {
    expect(splitWords('é 🇦🇹👩‍👩‍👧👍🏽')).toEqual(['é', ' ', '🇦🇹', '👩‍👩‍👧', '👍🏽']);
  });

  it('[R5] scripts without spaces are split by character', () => {
    expect(splitWords('買牛奶 today')).toEqual(['買', '牛', '奶', ' ', 'today']);
  });

  it('[R5] two inserted words do not grow together', () => {
    expect(joinInsertedWords(['milk'], ['eggs'])).toBe('milk eggs');
    expect(joinInsertedWords([' ', 'milk'], [' ', 'eggs'])).toBe(' milk eggs');
  });
});
