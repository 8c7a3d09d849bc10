import type { StoredForm } from '#shared/kind-definition';
import { limits } from '#shared/limits';
import type { Judged } from './judge-batch.ts';
import type { LoggedBatch } from './log-entry.ts';
import type { CachedDocument } from './workspace-state.ts';

/** A document of a draft, encoded once for the log, the view, the event and the pages. */
export interface EncodedDocument extends CachedDocument {
  json: string;
}

/** A judged batch as its entry will hold it, every part encoded once, and how many bytes that takes. */
export interface EncodedBatch {
  logged: LoggedBatch;
  loggedJson: string;
  documents: readonly EncodedDocument[];
  bytes: number;
}

/** What an entry needs around its batches, documents and links. */
const frameBytes = 64;

/** The link of a document to the entry that changed it before: `"<id>":<seq of 12 digits>,`. */
const linkBytes = 52;

/** Room for batches and documents in one entry (design §5). */
export const entryRoomBytes = limits.entryMaxBytes - frameBytes;

/**
 * Encodes a batch for entry `seq`. One that no entry could hold, however empty, is refused `limit` instead, so that
 * it never stands in the way of others (A2).
 */
export function encodeBatch(judged: Judged, seq: number): EncodedBatch {
  const encoded = encodeAll(judged, seq);
  if (encoded.bytes <= entryRoomBytes) return encoded;
  const { dropped: _dropped, ...identity } = judged.logged;
  return encodeAll({ logged: { ...identity, ...tooLarge }, documents: new Map() }, seq);
}

const tooLarge = {
  outcome: 'refused',
  code: 'limit',
  pointer: '',
  changes: [],
} satisfies Partial<LoggedBatch>;

function encodeAll({ logged, documents }: Judged, seq: number): EncodedBatch {
  const loggedJson = JSON.stringify(logged);
  const encoded = [...documents.values()].map((document) => encodeDocument(document, seq));
  let bytes = Buffer.byteLength(loggedJson) + 1;
  for (const document of encoded) bytes += document.bytes + 1 + linkBytes;
  return { logged, loggedJson, documents: encoded, bytes };
}

function encodeDocument(changed: StoredForm, seq: number): EncodedDocument {
  const document: StoredForm = { ...changed, seq };
  const json = JSON.stringify(document);
  return { document, json, bytes: Buffer.byteLength(json) };
}
