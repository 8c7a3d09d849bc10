import { isPurged, type AnyDocument, type StoredForm } from '#shared/kind-definition';
import type { Storage, StoredEntry } from '../storage/port.ts';
import { decodeBody } from '../sync/log-entry.ts';
import { cachedDocument } from '../sync/workspace-state.ts';

const tailEntries = 500;
const tailBytes = 8 * 1024 * 1024;
const pageRows = 500;

/**
 * Documents as of the newest commit, for readers without a checkpoint. The view runs behind the log, so the entries
 * it has not taken yet are laid over it; purged documents are left out.
 */
export interface FreshDocuments {
  /** The documents with these ids; unknown ids are left out. */
  read(of: { workspaceId: string; ids: readonly string[] }): Promise<Map<string, AnyDocument>>;
  /** Which of these ids hold a tombstone: `read` leaves them out, and a create of one changes nothing (R8). */
  purgedIds(of: { workspaceId: string; ids: readonly string[] }): Promise<Set<string>>;
  /** The seq of the entry that changed a document last, be it to a tombstone; 0 for an unknown id. */
  seqOf(of: { workspaceId: string; id: string }): Promise<number>;
  /** All documents of a kind by id after `afterId` (exclusive), read as they are asked for. */
  list(of: { workspaceId: string; kind: string; afterId: string }): AsyncIterable<AnyDocument>;
  /** A document as entry `seq` left it; as it is now, if that entry did not change it. */
  at(of: { workspaceId: string; id: string; seq: number }): Promise<AnyDocument | undefined>;
  /** The seq of the newest commit; 0 if there is none. */
  head(workspaceId: string): Promise<number>;
  /** Documents that entries after `seq` changed, and the seq of the newest of these entries. */
  since(of: {
    workspaceId: string;
    seq: number;
  }): Promise<{ seq: number; documents: AnyDocument[] }>;
}

/** Reads through the storage port: watermark first, rows second, log last, so that no entry falls between. */
export function createFreshDocuments(storage: Storage): FreshDocuments {
  return {
    read: async (of) => unpurged(await readNewest(storage, of)),
    purgedIds: async (of) => {
      const newest = [...(await readNewest(storage, of)).values()];
      return new Set(newest.filter(isPurged).map(({ id }) => id));
    },
    seqOf: async ({ workspaceId, id }) => {
      const newest = await readNewest(storage, { workspaceId, ids: [id] });
      return newest.get(id)?.seq ?? 0;
    },
    list: (of) => listDocuments(storage, of),
    head: async (workspaceId) => {
      const heads = await storage.changeLog.heads({ workspaceIds: [workspaceId] });
      return heads.get(workspaceId)?.seq ?? 0;
    },
    at: async ({ workspaceId, id, seq }) => {
      const range = { workspaceId, after: seq - 1, limit: 1, maxBytes: 1 };
      const [entry] = await storage.changeLog.read(range);
      const newest = await readNewest(storage, { workspaceId, ids: [id] });
      const now = unpurged(newest).get(id);
      // What was purged since is blank in its entry, or is about to be.
      return now && ((entry === undefined ? undefined : documentIn(entry, id)) ?? now);
    },
    since: async ({ workspaceId, seq }) => {
      const tail = await readTail(storage, { workspaceId, after: seq });
      return { seq: tail.seq, documents: [...unpurged(newestById(tail.documents)).values()] };
    },
  };
}

async function readNewest(
  storage: Storage,
  { workspaceId, ids }: { workspaceId: string; ids: readonly string[] },
): Promise<Map<string, StoredForm>> {
  const { applied } = await storage.documentView.state(workspaceId);
  const rows = await storage.documentView.readDocuments({ workspaceId, ids });
  const newest = newestById(rows.map((row) => cachedDocument(row).document));
  const tail = await readTail(storage, { workspaceId, after: applied });
  const wanted = new Set(ids);
  overlay(
    newest,
    tail.documents.filter(({ id }) => wanted.has(id)),
  );
  return newest;
}

async function* listDocuments(
  storage: Storage,
  { workspaceId, kind, afterId }: { workspaceId: string; kind: string; afterId: string },
): AsyncGenerator<AnyDocument> {
  const { applied } = await storage.documentView.state(workspaceId);
  const tail = await readTail(storage, { workspaceId, after: applied });
  const late = newestById(tail.documents.filter((document) => document.kind === kind));
  let cursor = afterId;
  for (;;) {
    const page = { workspaceId, kind, afterId: cursor, limit: pageRows };
    const rows = await storage.documentView.listKind(page);
    const endId = rows.length < pageRows ? undefined : rows.at(-1)?.id;
    const newest = newestById(rows.map((row) => cachedDocument(row).document));
    overlay(newest, within(late, { afterId: cursor, endId }));
    yield* [...unpurged(newest).values()].sort(byId);
    if (endId === undefined) return;
    cursor = endId;
  }
}

/** Every document that entries after `after` hold, in the order of the log, and the seq of the last of them. */
async function readTail(
  storage: Storage,
  { workspaceId, after }: { workspaceId: string; after: number },
): Promise<{ seq: number; documents: StoredForm[] }> {
  const documents: StoredForm[] = [];
  let seq = after;
  for (;;) {
    const range = { workspaceId, after: seq, limit: tailEntries, maxBytes: tailBytes };
    const entries = await storage.changeLog.read(range);
    for (const entry of entries) documents.push(...decodeBody(entry).documents);
    const last = entries.at(-1);
    if (last === undefined) return { seq, documents };
    seq = last.seq;
  }
}

function documentIn(entry: StoredEntry, id: string): AnyDocument | undefined {
  const document = decodeBody(entry).documents.find((each) => each.id === id);
  return document === undefined || isPurged(document) ? undefined : document;
}

function newestById(documents: readonly StoredForm[]): Map<string, StoredForm> {
  const newest = new Map<string, StoredForm>();
  overlay(newest, documents);
  return newest;
}

/** The view may already hold what the tail holds: the larger seq is the newer state. */
function overlay(newest: Map<string, StoredForm>, documents: Iterable<StoredForm>): void {
  for (const document of documents) {
    const held = newest.get(document.id);
    if (held === undefined || held.seq <= document.seq) newest.set(document.id, document);
  }
}

function within(
  late: ReadonlyMap<string, StoredForm>,
  range: { afterId: string; endId: string | undefined },
): StoredForm[] {
  return [...late.values()].filter(
    ({ id }) => id > range.afterId && (range.endId === undefined || id <= range.endId),
  );
}

function unpurged(documents: ReadonlyMap<string, StoredForm>): Map<string, AnyDocument> {
  const kept = new Map<string, AnyDocument>();
  for (const [id, document] of documents) if (!isPurged(document)) kept.set(id, document);
  return kept;
}

function byId(a: AnyDocument, b: AnyDocument): number {
  return a.id < b.id ? -1 : 1;
}
