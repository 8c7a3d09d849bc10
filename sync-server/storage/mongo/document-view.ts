import { createMongoApply } from './apply-steps.ts';
import {
  documentsByKind,
  documentsByParent,
  documentsBySeq,
  type Collections,
  type DocumentRecord,
} from './collections.ts';
import { keyUnder, keysUnder } from './keys.ts';
import { guarded } from './mongo-errors.ts';
import type { DeviceCounter, DocumentView, ScanRange, StoredDocument } from '../port.ts';

type ViewCollections = Pick<Collections, 'documents' | 'counters' | 'watermarks' | 'guardedWrites'>;

const emptyHash = '0000000000000000';

/**
 * The document view in MongoDB, read by majority like the log it is made from. Queries name their index: left to itself
 * the planner may walk all keys of a workspace instead.
 */
export function createMongoDocumentView(collections: ViewCollections): DocumentView {
  const { documents, watermarks } = collections;

  async function state(workspaceId: string) {
    const record = await watermarks.findOne({ _id: workspaceId });
    if (record === null) return { applied: 0, hash: emptyHash, horizon: 0, blanked: 0 };
    const { applied, hash, horizon, blanked = 0 } = record;
    return { applied, hash, horizon, blanked };
  }
  const apply = createMongoApply(collections, state);

  return {
    state: (workspaceId) => guarded(() => state(workspaceId)),
    apply: (steps) => guarded(() => apply(steps)),
    scan: (range) => guarded(() => readPage(documents, range)),

    async readDocuments({ workspaceId, ids }) {
      const _id = { $in: ids.map((id) => keyUnder(workspaceId, id)) };
      const records = await guarded(() => documents.find({ _id }).toArray());
      return records.map(documentOf);
    },

    async readChildren({ workspaceId, parentIds }) {
      if (parentIds.length === 0) return [];
      const parentId = { $in: [...parentIds] };
      const query = { workspaceId, parentId, _id: keysUnder(workspaceId) };
      const records = await guarded(() =>
        documents.find(query, { hint: documentsByParent }).toArray(),
      );
      return records.map(documentOf);
    },

    async listKind({ workspaceId, kind, afterId, limit }) {
      const query = { workspaceId, kind, id: { $gt: afterId }, _id: keysUnder(workspaceId) };
      const records = await guarded(() =>
        documents.find(query, { hint: documentsByKind, sort: documentsByKind, limit }).toArray(),
      );
      return records.map(documentOf);
    },

    async raiseMarks({ workspaceId, horizon = 0, blanked = 0 }) {
      const raised = { $max: { horizon, blanked } };
      await guarded(() => watermarks.updateOne({ _id: workspaceId }, raised));
    },

    async removeDocuments(removed) {
      const { workspaceId } = removed;
      const operations = removed.documents.map(({ id, seq }) => {
        return { deleteOne: { filter: { _id: keyUnder(workspaceId, id), seq } } };
      });
      if (operations.length === 0) return;
      await guarded(() => documents.bulkWrite(operations, { ordered: false }));
    },

    readCounters: (of) => guarded(() => readCounters(collections, of)),
  };
}

async function readCounters(
  { counters }: ViewCollections,
  { workspaceId, deviceIds }: Parameters<DocumentView['readCounters']>[0],
): Promise<DeviceCounter[]> {
  const _id = { $in: deviceIds.map((deviceId) => keyUnder(workspaceId, deviceId)) };
  const records = await counters.find({ _id }).toArray();
  return records.map(({ _id, userId, n, seq, recent }) => {
    return { workspaceId, deviceId: _id.slice(workspaceId.length + 1), userId, n, seq, recent };
  });
}

/** Reads between two places in the index, which is exact where a filter of `$or` would leave it to the planner. */
async function readPage(
  documents: ViewCollections['documents'],
  { workspaceId, afterSeq, afterId, upTo, limit, maxBytes }: ScanRange,
): Promise<StoredDocument[]> {
  const start = afterId ? { seq: afterSeq, id: afterId } : { seq: afterSeq + 1, id: '' };
  if (upTo < start.seq) return [];
  const found = documents.find(
    { _id: keysUnder(workspaceId) },
    {
      hint: documentsBySeq,
      min: { workspaceId, ...start },
      max: { workspaceId, seq: upTo + 1, id: '' },
      sort: documentsBySeq,
      limit: limit + 1,
      batchSize: Math.min(limit + 1, 1_000),
    },
  );
  const page: StoredDocument[] = [];
  let bytes = 0;
  for await (const record of found) {
    // The lower bound of an index is part of what it gives, the cursor's own document is not.
    if (record.id === afterId && record.seq === afterSeq) continue;
    bytes += Buffer.byteLength(record.json);
    if (page.length === limit || (bytes > maxBytes && page.length > 0)) return page;
    page.push(documentOf(record));
  }
  return page;
}

function documentOf(record: DocumentRecord): StoredDocument {
  const { workspaceId, id, kind, seq, parentId = null, json } = record;
  return { workspaceId, id, kind, seq, parentId, json };
}
