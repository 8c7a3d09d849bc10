import type { HistoryChange, HistoryEntry } from '#shared/history-message';
import { isPurged, type StoredForm } from '#shared/kind-definition';
import { readStamp } from '#shared/stamp';
import { unreachable } from '#shared/unreachable';
import type { StoredEntry } from '../storage/port.ts';
import type { EntryBody, LoggedBatch, LoggedChange } from './log-entry.ts';

/** What an entry did to one document, a row for each of its batches that named it, the last batch first. */
export function historyOf(of: {
  entry: Pick<StoredEntry, 'seq' | 'atMs'>;
  body: EntryBody;
  documentId: string;
}): HistoryEntry[] {
  const { entry, body, documentId } = of;
  const document = body.documents.find(({ id }) => id === documentId);
  const rows = body.batches.flatMap((batch): HistoryEntry[] => {
    const changes = batch.changes.filter(({ id }) => id === documentId);
    if (changes.length === 0) return [];
    const { deviceId, n, userId } = batch;
    return [
      {
        seq: entry.seq,
        at: new Date(entry.atMs).toISOString(),
        madeAt: madeAt(batch, entry.atMs),
        deviceId,
        n,
        userId,
        changes: changes.map((change) => readChange(change, document)),
      },
    ];
  });
  return rows.reverse();
}

/** A clock that ran ahead does not put a change into the future. */
function madeAt({ stamp }: LoggedBatch, atMs: number): string {
  return new Date(Math.min(readStamp(stamp).ms, atMs)).toISOString();
}

function readChange(change: LoggedChange, document: StoredForm | undefined): HistoryChange {
  if ('purged' in change) return { purged: true, outcome: 'applied' };
  if ('created' in change) {
    const isNew = change.created && document !== undefined;
    return {
      create: isNew ? fieldsOf(document) : {},
      outcome: change.created ? 'applied' : 'unchanged',
    };
  }
  if ('group' in change) {
    const { group, value, was, effect } = change;
    return { group, value, ...(was === undefined ? {} : { was }), outcome: effect };
  }
  return unreachable(change);
}

function fieldsOf(document: StoredForm): Record<string, unknown> {
  if (isPurged(document)) return {};
  const {
    kind: _kind,
    id: _id,
    workspaceId: _workspace,
    seq: _seq,
    stamps: _stamps,
    ...fields
  } = document;
  return fields;
}
