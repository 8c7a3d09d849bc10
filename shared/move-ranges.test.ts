import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { moveRanges } from './move-ranges.ts';

/** The texts of the ranges after the edit; `[…]` marks the range before it. */
function edit(marked: string, after: string): string[] {
  const start = marked.indexOf('[');
  const end = marked.indexOf(']') - 1;
  const before = marked.replace('[', '').replace(']', '');
  return moveRanges({ ranges: [{ start, end }], before, after }).map((range) =>
    after.slice(range.start, range.end),
  );
}

it.each([
  ['Call [tomorrow]', 'Call Ana tomorrow', ['tomorrow']],
  ['Call [tomorrow]', 'Please call tomorrow', ['tomorrow']],
  ['Call [tomorrow] Ana', 'Call tomorrow Anabel', ['tomorrow']],
  ['Call [tomorrow]', 'Call tomorrow ', ['tomorrow']],
  ['Call [tomorrow]', 'Call tomorrow9', ['tomorrow9']],
  ['Call [tomorrow]', 'Call tomorow', ['tomorow']],
  ['[tomorrow]', 'x tomorrow', ['tomorrow']],
  ['Call [tomorrow] Ana', 'Call Ana', []],
  ['Call [tomorrow]', '', []],
  ['Call [tomorrow]', 'Buy milk', []],
  ['Call [tomorrow] Ana', 'Call tom', ['tom']],
])('%s edited to "%s" keeps %j', (marked, after, kept) => {
  expect(edit(marked, after)).toEqual(kept);
});

it('ranges stay within the text, are not empty, and do not move by an edit that changes nothing', () => {
  const range = fc.tuple(fc.nat(20), fc.integer({ min: 1, max: 20 }));
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), fc.string({ maxLength: 40 }), range, (a, b, at) => {
      const start = Math.min(at[0], a.length);
      const end = Math.min(start + at[1], a.length);
      if (end === start) return;
      const ranges = [{ start, end }];
      expect(moveRanges({ ranges, before: a, after: a })).toEqual(ranges);
      for (const moved of moveRanges({ ranges, before: a, after: b })) {
        expect(moved.start).toBeGreaterThanOrEqual(0);
        expect(moved.end).toBeGreaterThan(moved.start);
        expect(moved.end).toBeLessThanOrEqual(b.length);
      }
    }),
    { numRuns: 3_000 },
  );
});
