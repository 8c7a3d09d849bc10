import { randomUUID } from 'node:crypto';
import type { DeviceCounter, StoredDocument, StoredEntry, ViewStep } from './port.ts';

/** Text that careless storage changes: cut at a NUL, normalised, re-encoded, trimmed or taken for a number. */
export const oddTexts: readonly string[] = [
  '',
  ' leading and trailing ',
  '👩‍👩‍👧‍👦 🇨🇭 🏴󠁧󠁢󠁳󠁣󠁴󠁿',
  'e\u0301 is not \u00e9',
  'line\u2028separator\u2029paragraph\r\nwindows\ttab',
  '\uFEFFbom \u200B\u200D zero width \u202E right to left',
  '"quotes" \'single\' `back` \\ / ${x} $set .dot',
  'null',
  '1e400',
  '𝒳\u{10FFFF}',
  JSON.stringify({ text: '\u0000 \ud800 \udfff' }),
  'ü'.repeat(50_000),
];

/** An entry with everything but what matters filled in. */
export function entry(
  of: Partial<StoredEntry> & { workspaceId: string; seq: number },
): StoredEntry {
  return {
    epoch: 'epoch-1',
    commitId: randomUUID(),
    prevCommitId: randomUUID(),
    atMs: 1_790_000_000_000 + of.seq,
    hash: of.seq.toString(16).padStart(16, '0'),
    keys: [],
    body: JSON.stringify({ batches: [], seq: of.seq }),
    ...of,
  };
}

/** A document with everything but what matters filled in. */
export function document(
  of: Partial<StoredDocument> & { workspaceId: string; id: string; seq: number },
): StoredDocument {
  return {
    kind: 'task',
    parentId: null,
    json: JSON.stringify({ id: of.id, seq: of.seq }),
    ...of,
  };
}

/** A counter with everything but what matters filled in. */
export function counter(
  of: Partial<DeviceCounter> & { workspaceId: string; deviceId: string; seq: number },
): DeviceCounter {
  return { userId: 'alice', n: of.seq, recent: '[]', ...of };
}

/** The step of one entry: its documents by id, each at the seq of the step. */
export function step(
  of: { workspaceId: string; seq: number; ids?: readonly string[] } & Partial<ViewStep>,
): ViewStep {
  const { workspaceId, seq, ids = [], ...rest } = of;
  return {
    workspaceId,
    seq,
    hash: seq.toString(16).padStart(16, '0'),
    documents: ids.map((id) => document({ workspaceId, id, seq })),
    counters: [],
    ...rest,
  };
}

/** A scan of a whole view. */
export const everything = {
  afterSeq: 0,
  afterId: undefined,
  upTo: 1e9,
  limit: 10_000,
  maxBytes: 100_000_000,
};

/** All documents as a map would hold them, by seq and then by the UTF-8 bytes of the id. */
export function modelOf(steps: readonly ViewStep[]): StoredDocument[] {
  const byId = new Map(steps.flatMap(({ documents }) => documents.map((row) => [row.id, row])));
  return [...byId.values()].sort(
    (a, b) => a.seq - b.seq || Buffer.compare(Buffer.from(a.id), Buffer.from(b.id)),
  );
}
