import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addHash,
  emptyHeadHash,
  formatHash,
  hash64,
  readHash,
  replaceInHash,
  subtractHash,
} from '#shared/head-hash';

const lane = fc.integer({ min: 0, max: 0xffffffff });
const hashes = fc.record({ high: lane, low: lane });
const documents = fc.record({
  kind: fc.constantFrom('task', 'project'),
  id: fc.uuid(),
  seq: fc.nat(),
});
const toBigInt = (hash: { high: number; low: number }) => BigInt(`0x${formatHash(hash)}`);

describe('head hash', () => {
  test('[R11] sums are modulo 2⁶⁴', () => {
    fc.assert(
      fc.property(hashes, hashes, (a, b) => {
        expect(toBigInt(addHash(a, b))).toBe(BigInt.asUintN(64, toBigInt(a) + toBigInt(b)));
        expect(toBigInt(subtractHash(a, b))).toBe(BigInt.asUintN(64, toBigInt(a) - toBigInt(b)));
      }),
    );
  });

  test('[R11] what is written is read again', () => {
    fc.assert(
      fc.property(hashes, (hash) => {
        expect(readHash(formatHash(hash))).toEqual(hash);
      }),
    );
  });

  test('[R11] kept document by document it is the sum over those that stand, in any order', () => {
    fc.assert(
      fc.property(fc.array(documents), (list) => {
        const add = (hash: typeof emptyHeadHash, next: (typeof list)[number]) =>
          replaceInHash(hash, { previous: undefined, next });
        const forth = list.reduce(add, emptyHeadHash);
        expect(list.toReversed().reduce(add, emptyHeadHash)).toEqual(forth);
        const emptied = list.reduce(
          (hash, previous) => replaceInHash(hash, { previous, next: undefined }),
          forth,
        );
        expect(emptied).toEqual(emptyHeadHash);
      }),
    );
  });

  test('[R11] a purged document counts nothing', () => {
    const next = { kind: 'task', id: 'x', seq: 1, purged: true };
    expect(replaceInHash(emptyHeadHash, { previous: undefined, next })).toEqual(emptyHeadHash);
  });

  test('[R11] documents that differ in one part differ in hash', () => {
    const base = { kind: 'task', id: '22222222-2222-7222-8222-222222222222', seq: 1 };
    const others = [
      { ...base, kind: 'project' },
      { ...base, seq: 2 },
      { ...base, id: base.id.replace('2', '3') },
    ];
    for (const other of others) expect(hash64(other)).not.toEqual(hash64(base));
  });

  test('[R11] 100,000 documents have as many hashes', () => {
    const seen = new Set<string>();
    for (let seq = 1; seq <= 100_000; seq += 1) {
      seen.add(
        formatHash(hash64({ kind: 'task', id: '22222222-2222-7222-8222-222222222222', seq })),
      );
    }
    expect(seen.size).toBe(100_000);
  });

  test('[R11] the hash never changes: other clients compute it too', () => {
    expect(
      [1, 2, 12_345].map((seq) => formatHash(hash64({ kind: 'task', id: 'a', seq }))),
    ).toMatchInlineSnapshot(`
      [
        "0c708eb14358b125",
        "e3d66472a0f10d41",
        "91d919e586019689",
      ]
    `);
  });
});
