import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { QuickAdd } from '../quick-add.ts';
import { quotedRanges } from '../quick-add-quotes.ts';
import type { TextRange } from '../quick-add-token.ts';

/** Lines made of the given pieces, with and without spaces between them, and of anything. */
export function linesOf(pieces: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.oneof(
    fc.array(pieces, { maxLength: 14 }).map((parts) => parts.join(' ')),
    fc.array(pieces, { maxLength: 14 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary', maxLength: 60 }),
  );
}

const ranges = fc.array(
  fc.tuple(fc.nat(60), fc.nat(20)).map(([start, length]) => ({ start, end: start + length })),
  { maxLength: 3 },
);

/** What holds of every line in every language: `read` is the reader with its words. */
export function itReadsEveryLine(
  lines: fc.Arbitrary<string>,
  read: (text: string, asText: readonly TextRange[]) => Pick<QuickAdd, 'title' | 'tokens'>,
): void {
  it('is read without an error, and tokens keep order, do not overlap and are not quoted', () => {
    fc.assert(
      fc.property(lines, ranges, (text, asText) => {
        const { tokens } = read(text, asText);
        const untouchable = [...quotedRanges(text), ...asText];
        let end = 0;
        for (const token of tokens) {
          expect(token.start).toBeGreaterThanOrEqual(end);
          expect(token.end).toBeGreaterThan(token.start);
          end = token.end;
          for (const range of untouchable) {
            expect(token.start < range.end && range.start < token.end).toBe(false);
          }
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is all there: title and tokens hold every character but spaces, punctuation and quotes', () => {
    fc.assert(
      fc.property(lines, ranges, (text, asText) => {
        const { title, tokens } = read(text, asText);
        let rest = '';
        let position = 0;
        for (const { start, end } of tokens) {
          rest += text.slice(position, start);
          position = end;
        }
        rest += text.slice(position);
        expect(lettersOf(title)).toBe(lettersOf(rest));
      }),
      { numRuns: 2_000 },
    );
  });
}

function lettersOf(text: string): string {
  return text.replaceAll(/[\s,;:.،؛()[\]{}"“”„«»「」]/gu, '');
}
