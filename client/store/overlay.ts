import { applyChange } from '#shared/apply-change';
import { type AnyDocument, isPurged, type StoredForm } from '#shared/kind-definition';
import { baseMatches, type HeldStamp } from '#shared/stamp';
import type { LocalMeta } from './local-store.ts';
import type { StoredDocument } from './local-tables.ts';
import { createOutboxLayers, type OutboxLayer, type OutboxLayers } from './outbox-layers.ts';
import type { LocalChanges } from './read-changes.ts';

/** What is shown of one workspace: the server's documents with the outbox on top. */
export interface Overlay {
  /** Takes what was written since; returns the ids whose shown state may be another now. */
  take(
    changes: Pick<LocalChanges, 'isReset' | 'documents' | 'outbox' | 'positions'> &
      Partial<Pick<LocalChanges, 'meta'>>,
  ): Set<string>;
  /** The document as shown, computed anew; `undefined` when there is none, or only its tombstone. */
  shown(id: string): AnyDocument | undefined;
  readonly outbox: Pick<OutboxLayers, 'isEmpty' | 'since'>;
}

/** Whose overlay it is: a creation in the outbox is shown as made by this user. */
export interface OverlayOwner {
  workspaceId: string;
  userId: string;
}

/**
 * Lays the outbox over the documents by the code that the server merges with, so a device predicts what the server
 * will decide (R5). Only documents that something touched are computed again.
 */
export function createOverlay(owner: OverlayOwner): Overlay {
  const documents = new Map<string, StoredDocument>();
  const layers = createOutboxLayers();
  /** By id: what moves to another workspace and waits for its copy to be settled. It is shown as if that were so. */
  const leaving = new Map<string, { at: string; copyId: string; base: HeldStamp }>();

  function takeLeaving({ leaving: moves = [] }: Pick<LocalMeta, 'leaving'>): string[] {
    const before = [...leaving.keys()];
    leaving.clear();
    for (const { at, sources } of moves) {
      for (const { id, copyId, base } of sources) leaving.set(id, { at, copyId, base });
    }
    return [...before, ...leaving.keys()];
  }

  function takeDocuments(isReset: boolean, written: readonly StoredDocument[]): string[] {
    const before = isReset ? new Map(documents) : documents;
    const touched = isReset ? [...documents.keys()] : [];
    if (isReset) documents.clear();
    for (const row of written) {
      const held = before.get(row.id);
      if (held?.rev === row.rev) {
        // The very object that is shown already: who looks at it has nothing to paint.
        documents.set(row.id, held);
      } else if (isReset || held === undefined || held.rev < row.rev) {
        documents.set(row.id, row);
        touched.push(row.id);
      }
      // Rows read in idle time may be older than what a later read has brought.
    }
    return touched;
  }

  return {
    outbox: layers,
    take({ isReset, documents: written, outbox, positions, meta }) {
      const touched = takeDocuments(isReset, written);
      const left = meta === undefined ? [] : takeLeaving(meta);
      return new Set([...touched, ...layers.take(outbox, positions), ...left]);
    },
    shown(id) {
      const laid = layers
        .of(id)
        .reduce<StoredForm | undefined>(
          (document, layer) => withLayer(document, layer, owner),
          documents.get(id)?.document,
        );
      if (laid === undefined || isPurged(laid)) return undefined;
      const left = leaving.get(id);
      // Whoever has restored it since, or put it in the trash, has decided otherwise.
      const { trash } = laid.stamps;
      if (left === undefined || (trash !== undefined && !baseMatches(trash, left.base)))
        return laid;
      return { ...laid, trashedAt: left.at, movedTo: left.copyId };
    },
  };
}

function withLayer(
  document: StoredForm | undefined,
  { deviceId, batch, changes }: OutboxLayer,
  owner: OverlayOwner,
): StoredForm | undefined {
  const createdAt = new Date(batch.atMs).toISOString();
  const context = {
    workspaceId: owner.workspaceId,
    userId: owner.userId,
    deviceId,
    stamp: batch.stamp,
    createdAt,
  };
  return changes.reduce<StoredForm | undefined>((held, change) => {
    const applied = applyChange({ document: held, change, context });
    return applied.name === 'changed' ? applied.document : held;
  }, document);
}
