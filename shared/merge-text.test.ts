import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeText } from '#shared/merge-text';

const word = fc.constantFrom('milk', 'eggs', 'call', 'Bob', '👍🏽', '買', 'é', '-', '\n', ' ', ' ');
const text = fc.array(word, { maxLength: 25 }).map((words) => words.join(''));
const anyText = fc.oneof(text, fc.string({ unit: 'binary', maxLength: 60 }));
const winner = fc.constantFrom('mine' as const, 'theirs' as const);

function merge(base: string, mine: string, theirs: string, who: 'mine' | 'theirs' = 'mine') {
  const result = mergeText({ base, mine, theirs, winner: who });
  if (result.outcome === 'too-large') throw new Error('too large for this test');
  return { text: result.text, lostHunks: result.lostHunks };
}

const kept = (value: string) => ({ text: value, lostHunks: false });

describe('laws of mergeText', () => {
  it('[R5] one side alone changed: its text is the result', () => {
    fc.assert(
      fc.property(anyText, anyText, winner, (base, x, who) => {
        expect(merge(base, x, base, who)).toEqual(kept(x));
        expect(merge(base, base, x, who)).toEqual(kept(x));
      }),
    );
  });

  it('[R5] both made the same change: it is made once', () => {
    fc.assert(
      fc.property(anyText, anyText, winner, (base, x, who) => {
        expect(merge(base, x, x, who)).toEqual(kept(x));
      }),
    );
  });

  it('[R5] swapping the sides and the winner gives the same text', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (base, mine, theirs) => {
        expect(merge(base, mine, theirs, 'mine')).toEqual(merge(base, theirs, mine, 'theirs'));
      }),
    );
  });

  it('[R5] a merge of well-formed texts never splits a surrogate pair', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, winner, (base, mine, theirs, who) => {
        expect(merge(base, mine, theirs, who).text.isWellFormed()).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('[R5] insertions at different places are all kept, in their places', () => {
    const places = fc.uniqueArray(fc.nat(20), { minLength: 2, maxLength: 20 });
    fc.assert(
      fc.property(places, fc.array(fc.boolean(), { minLength: 21, maxLength: 21 }), (at, sides) => {
        const lines = Array.from({ length: 20 }, (_, i) => `line ${i}\n`);
        const insert = (isWanted: (place: number) => boolean) =>
          Array.from({ length: 21 }, (_, i) => {
            const added = at.includes(i) && isWanted(i) ? `new at ${i}\n` : '';
            return added + (lines[i] ?? '');
          }).join('');
        const mine = insert((place) => sides[place] === true);
        const theirs = insert((place) => sides[place] === false);
        expect(merge(lines.join(''), mine, theirs)).toEqual(kept(insert(() => true)));
      }),
    );
  });

  it('[R5] when no hunk is lost, every word that either side added is in the text', () => {
    const words = (value: string) => value.match(/[a-zA-Z]+/g) ?? [];
    fc.assert(
      fc.property(text, text, text, (base, mine, theirs) => {
        const result = merge(base, mine, theirs);
        if (result.lostHunks) return;
        const old = new Set(words(base));
        for (const added of [...words(mine), ...words(theirs)].filter((w) => !old.has(w))) {
          expect(result.text).toContain(added);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('mergeText', () => {
  it.each([
    ['different lines', 'a\nb\nc\n', 'A\nb\nc\n', 'a\nb\nC\n', 'A\nb\nC\n'],
    ['lines next to each other', 'a\nb\n', 'A\nb\n', 'a\nB\n', 'A\nB\n'],
    [
      'different words of a line',
      'Call Bob',
      'Call Robert',
      'Please call Bob',
      'Please call Robert',
    ],
    [
      'a changed and a following word',
      'Call Bob',
      'Call Robert',
      'Call Bob now',
      'Call Robert now',
    ],
    ['both fill an empty note', '', 'milk', 'eggs', 'milk\neggs'],
    ['both add a line at the end', 'a\n', 'a\nmilk\n', 'a\neggs\n', 'a\nmilk\neggs\n'],
    ['both add to a last line without break', 'a', 'a\nmilk', 'a\neggs', 'a\nmilk\neggs'],
    ['both begin the same list', '', 'Buy:\n- milk', 'Buy:\n- eggs', 'Buy:\n- milk\n- eggs'],
    ['one removes a line, one changes another', 'a\nb\nc\n', 'b\nc\n', 'a\nb\nC\n', 'b\nC\n'],
  ])('[R5] %s: both are kept, the winner first', (_name, base, mine, theirs, expected) => {
    expect(merge(base, mine, theirs)).toEqual(kept(expected));
  });

  it('[R5] both changed the same word: the winner stands and a hunk is lost', () => {
    expect(merge('Call Bob', 'Call Ann', 'Call Eve')).toEqual({
      text: 'Call Ann',
      lostHunks: true,
    });
    expect(merge('Call Bob', 'Call Ann', 'Call Eve', 'theirs')).toEqual({
      text: 'Call Eve',
      lostHunks: true,
    });
  });

  it('[R5] one removed the line that the other changed: the winner stands and a hunk is lost', () => {
    expect(merge('a\nCall Bob\n', 'a\n', 'a\nCall Eve\n')).toEqual({
      text: 'a\n',
      lostHunks: true,
    });
  });

  it('[R5] a lost hunk does not take the rest of the merge with it', () => {
    const result = merge(
      'Call Bob\n\nBuy milk\n',
      'Call Ann\n\nBuy milk\n',
      'Call Eve\n\nBuy eggs\n',
    );
    expect(result).toEqual({ text: 'Call Ann\n\nBuy eggs\n', lostHunks: true });
  });
});

describe('the work bound of mergeText', () => {
  const lines = (letter: string) =>
    Array.from({ length: 5_000 }, (_, i) => `${letter} ${i}\n`).join('');

  it('[R5] texts of 50,000 characters that differ everywhere are too large to merge (B8)', () => {
    const sides = { base: lines('a'), mine: lines('b'), theirs: lines('c') };
    expect(mergeText({ ...sides, winner: 'mine' })).toEqual({ outcome: 'too-large' });
  });

  it('[R5] a few edits in 50,000 characters merge, with and without line breaks', () => {
    for (const gap of ['\n', ' ']) {
      const base = Array.from({ length: 8_000 }, (_, i) => `w${i}`).join(gap);
      const mine = base.replace('w100', 'mine');
      const theirs = base.replace('w7000', 'theirs');
      expect(merge(base, mine, theirs)).toEqual(kept(mine.replace('w7000', 'theirs')));
    }
  });

  it('[R5] one side unchanged needs no work, however large the other is', () => {
    expect(merge(lines('a'), lines('b'), lines('a'))).toEqual(kept(lines('b')));
  });
});
