import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffTokens, type Edit } from '#shared/diff-tokens';

const tokens = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 30 });

function apply(base: string[], other: string[], edits: Edit[]): string[] {
  const result: string[] = [];
  let position = 0;
  for (const edit of edits) {
    result.push(...base.slice(position, edit.baseStart), ...other.slice(edit.start, edit.end));
    position = edit.baseEnd;
  }
  return [...result, ...base.slice(position)];
}

/** Length of the longest common subsequence, by the textbook table. */
function commonLength(a: string[], b: string[]): number {
  let row = Array.from({ length: b.length + 1 }, () => 0);
  for (const left of a) {
    const next = [0];
    b.forEach((right, j) => {
      next.push(left === right ? row[j]! + 1 : Math.max(row[j + 1]!, next[j]!));
    });
    row = next;
  }
  return row.at(-1) ?? 0;
}

describe('diffTokens', () => {
  it('[R5] the edits applied to the base give the other text, and no shorter edits exist', () => {
    fc.assert(
      fc.property(tokens, tokens, (base, other) => {
        const edits = diffTokens({ base, other, budget: { stepsLeft: 1e6 } }) ?? [];
        expect(apply(base, other, edits)).toEqual(other);
        const size = edits.reduce((sum, e) => sum + e.baseEnd - e.baseStart + e.end - e.start, 0);
        expect(size).toBe(base.length + other.length - 2 * commonLength(base, other));
      }),
      { numRuns: 500 },
    );
  });

  it('[R5] edits are in order and never touch', () => {
    fc.assert(
      fc.property(tokens, tokens, (base, other) => {
        const edits = diffTokens({ base, other, budget: { stepsLeft: 1e6 } }) ?? [];
        edits.slice(1).forEach((edit, index) => {
          expect(edit.baseStart).toBeGreaterThan(edits[index]!.baseEnd);
        });
      }),
    );
  });

  it('[R5] a diff that would take more steps than are left gives nothing', () => {
    const base = Array.from({ length: 300 }, (_, i) => `a${i}`);
    const other = Array.from({ length: 300 }, (_, i) => `b${i}`);
    expect(diffTokens({ base, other, budget: { stepsLeft: 10_000 } })).toBeUndefined();
    expect(diffTokens({ base, other, budget: { stepsLeft: 1e6 } })).toHaveLength(1);
  });
});
