/**
 * The head hash of a workspace (R11): the sum modulo 2⁶⁴ of `hash64` over all unpurged documents.
 * A sum needs no order, so both sides keep it incrementally: subtract the old version, add the new one.
 */
export interface HeadHash {
  high: number;
  low: number;
}

/** The hash of a workspace without documents. */
export const emptyHeadHash: HeadHash = { high: 0, low: 0 };

/**
 * 64 bits over `<kind>/<id>/<seq>` (ASCII), as two lanes of 32: each lane is multiplied and mixed per character,
 * then both are finalised against each other. docs/protocol.md holds test vectors.
 */
export function hash64(document: { kind: string; id: string; seq: number }): HeadHash {
  const text = `${document.kind}/${document.id}/${document.seq}`;
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 0x9e3779b1);
    low = Math.imul(low ^ code, 0x5f356495);
  }
  high = Math.imul(high ^ (high >>> 16), 0x85ebca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2ae35);
  low = Math.imul(low ^ (low >>> 16), 0x85ebca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2ae35);
  return { high: high >>> 0, low: low >>> 0 };
}

/** The sum of two hashes modulo 2⁶⁴. */
export function addHash(a: HeadHash, b: HeadHash): HeadHash {
  const low = a.low + b.low;
  const carry = low > 0xffffffff ? 1 : 0;
  return { high: (a.high + b.high + carry) >>> 0, low: low >>> 0 };
}

/** `a` less `b` modulo 2⁶⁴. */
export function subtractHash(a: HeadHash, b: HeadHash): HeadHash {
  const borrow = a.low < b.low ? 1 : 0;
  return { high: (a.high - b.high - borrow) >>> 0, low: (a.low - b.low) >>> 0 };
}

/** The head hash after `next` took the place of `previous`; a purged or missing document counts nothing. */
export function replaceInHash(
  hash: HeadHash,
  change: { previous: HashedDocument | undefined; next: HashedDocument | undefined },
): HeadHash {
  let result = hash;
  if (counts(change.previous)) result = subtractHash(result, hash64(change.previous));
  if (counts(change.next)) result = addHash(result, hash64(change.next));
  return result;
}

/** What the hash reads of a document. */
export interface HashedDocument {
  kind: string;
  id: string;
  seq: number;
  purged?: unknown;
}

/** As 16 hexadecimal digits, the form in messages and on disk. */
export function formatHash(hash: HeadHash): string {
  return hex(hash.high) + hex(hash.low);
}

/** Reads what `formatHash` wrote. */
export function readHash(text: string): HeadHash {
  return {
    high: Number.parseInt(text.slice(0, 8), 16),
    low: Number.parseInt(text.slice(8, 16), 16),
  };
}

function counts(document: HashedDocument | undefined): document is HashedDocument {
  return document !== undefined && document.purged !== true;
}

function hex(value: number): string {
  return value.toString(16).padStart(8, '0');
}
