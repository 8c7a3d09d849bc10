import { kindByName } from '#shared/document-kinds';
import { isPurged, type StoredForm } from '#shared/kind-definition';
import type { StoredEntry } from '../storage/port.ts';
import { decodeBody, encodeBody, type LoggedBatch, type LoggedChange } from '../sync/log-entry.ts';

/**
 * The body of an entry without a value of purged documents (R7); undefined if it holds none. Numbers, outcomes, effects and
 * stamps stay, and a document still counts in the head hash, so that the entry proves what it proved before.
 * `tombstones` says at which seq each document was purged: what entries after that hold of it is not part of the purge.
 */
export function blankEntry(
  entry: Pick<StoredEntry, 'workspaceId' | 'seq' | 'body'>,
  tombstones: ReadonlyMap<string, number>,
): string | undefined {
  const tombstoneOf = (id: string) => tombstones.get(id) ?? 0;
  const isChangeBlank = (change: LoggedChange) => {
    if (entry.seq !== tombstoneOf(change.id)) return entry.seq < tombstoneOf(change.id);
    // In the entry of the purge itself: what was said again came before it, what lost came after and is new.
    return 'effect' in change && (change.effect === 'unchanged' || change.effect === 'dropped');
  };
  const { batches, documents, earlier } = decodeBody(entry);
  const body = encodeBody({
    batches: batches.map((batch) => JSON.stringify(blankBatch(batch, isChangeBlank))),
    documents: documents.map((document) => {
      const isBlank = entry.seq < tombstoneOf(document.id);
      return JSON.stringify(isBlank ? blankDocument(document) : document);
    }),
    earlier,
  });
  return body === entry.body ? undefined : body;
}

function blankBatch(batch: LoggedBatch, isBlank: (change: LoggedChange) => boolean): LoggedBatch {
  const changes = batch.changes.map((change) => (isBlank(change) ? blankChange(change) : change));
  return { ...batch, changes };
}

function blankChange(change: LoggedChange): LoggedChange {
  if (!('effect' in change)) return change;
  const { was, ...kept } = change;
  return { ...kept, value: {}, ...(was === undefined ? {} : { was: {} }) };
}

/**
 * What is left is still a document, since a device may meet it in the middle of a pull: its values are those of an
 * empty one. That it was in the trash is no secret, and keeps it out of sight there.
 */
function blankDocument(document: StoredForm): StoredForm {
  if (isPurged(document)) return document;
  const { kind, id, workspaceId, seq, stamps, trashedAt, ...values } = document;
  const defaults = kindByName(kind)?.defaults ?? {};
  const empty = Object.entries(values).map(([field, value]) => {
    return [field, defaults[field] ?? (typeof value === 'string' ? '' : null)];
  });
  return { ...Object.fromEntries(empty), trashedAt, kind, id, workspaceId, seq, stamps };
}
