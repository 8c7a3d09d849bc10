import type { GroupValue } from '#shared/group-value';
import type { StoredForm } from '#shared/kind-definition';
import type { RefusalCode } from '#shared/push-message';
import type { HeldStamp } from '#shared/stamp';
import type { StoredEntry } from '../storage/port.ts';

/** One batch as the log keeps it: who, which number, what came of it (R4). */
export interface LoggedBatch {
  deviceId: string;
  userId: string;
  n: number;
  stamp: string;
  outcome: 'committed' | 'refused';
  code?: RefusalCode;
  pointer?: string;
  /** Indexes of `ifBase` changes that were dropped. */
  dropped?: number[];
  action?: string;
  /** Key of a batch that was numbered anew (see `carriedKey`); such a one may be offered by several copies of a profile. */
  carried?: string;
  /** Of a refused batch, whose changes are not kept: what it is known by if it is offered under another name. */
  digest?: string;
  /** The entry that holds this very batch, offered by another copy before: here it only uses up its number. */
  sameAs?: number;
  /** Idempotency-Key of a writer without an outbox, and a digest of its request. */
  key?: string;
  keyDigest?: string;
  changes: LoggedChange[];
}

/** What one change did. The history screen and undo from another device read it. */
export type LoggedChange =
  /** The created document stands among the entry's documents; false: the id existed, nothing changed (R8). */
  | { kind: string; id: string; created: boolean }
  /** Only its tombstone is left, and no entry before this one keeps a value of it (R7). */
  | { kind: string; id: string; purged: true }
  | {
      kind: string;
      id: string;
      group: string;
      value: GroupValue;
      /** What was held before, and its stamp; left out where nothing was replaced. */
      was?: GroupValue;
      wasStamp?: HeldStamp;
      effect: 'applied' | 'unchanged' | 'lost' | 'dropped';
    };

/** The body of an entry: its batches in order, and every document they changed as it stands after them. */
export interface EntryBody {
  batches: LoggedBatch[];
  documents: StoredForm[];
  /**
   * By id of a document that was there before: the entry that changed it last, so that its history is read from link to link
   * and not by a search through the log. Entries of servers that did not know it have none.
   */
  earlier?: Readonly<Record<string, number>> | undefined;
}

/** A body whose parts are encoded already, so that each is encoded once for log, view and pages. */
export interface EncodedBody {
  batches: readonly string[];
  documents: readonly string[];
  earlier: EntryBody['earlier'];
}

/** Writes a body. */
export function encodeBody({ batches, documents, earlier }: EncodedBody): string {
  const links = earlier === undefined ? '' : `,"earlier":${JSON.stringify(earlier)}`;
  return `{"batches":[${batches.join(',')}],"documents":[${documents.join(',')}]${links}}`;
}

/** Reads the body of an entry that came from our own log. Throws Error if it is not what `encodeBody` wrote. */
export function decodeBody(entry: Pick<StoredEntry, 'workspaceId' | 'seq' | 'body'>): EntryBody {
  const body: unknown = JSON.parse(entry.body);
  if (!isEntryBody(body)) {
    throw new Error(`the log entry ${entry.workspaceId}/${entry.seq} cannot be read`);
  }
  return body;
}

function isEntryBody(body: unknown): body is EntryBody {
  if (typeof body !== 'object' || body === null) return false;
  return (
    'batches' in body &&
    Array.isArray(body.batches) &&
    'documents' in body &&
    Array.isArray(body.documents)
  );
}
