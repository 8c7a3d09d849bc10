import type { StoredForm } from '#shared/kind-definition';
import { type Role, roleSchema } from '#shared/permissions';
import { isPurged } from '#shared/kind-definition';
import { serverDeviceId } from '#shared/stamp';
import { countLogged } from './count-batches.ts';
import { type CounterState, ownerOf } from './device-counter.ts';
import type { EncodedBatch, EncodedDocument } from './encode-batch.ts';
import { memberIdIn, parentIdOf, type WorkspaceState } from './workspace-state.ts';

/** The cached head of a workspace with the batches of a draft on top; the state below is not altered. */
export interface DraftOverlay {
  readonly epoch: string;
  readonly seq: number;
  readonly atMs: number;
  /** Latest version of every document the draft changed. */
  readonly documents: ReadonlyMap<string, EncodedDocument>;
  readonly counters: ReadonlyMap<string, CounterState>;
  readonly batches: readonly EncodedBatch[];
  read(id: string): StoredForm | undefined;
  childIds(id: string): string[];
  counter(deviceId: string): CounterState | undefined;
  /** Whose a device is; null for the server's own, which writes for many. */
  authorOf(deviceId: string): string | null;
  /** Role of a member as of the batches before; null: membership ended, undefined: never a member. */
  roleOf(userId: string): { role: Role | null; seq: number } | undefined;
  add(encoded: EncodedBatch, firstN: number): void;
}

/** Starts a draft of entry head + 1. Commit time is the server's clock, never below the previous entry's (R6). */
export function createDraftOverlay(state: WorkspaceState, nowMs: number): DraftOverlay {
  const seq = state.head.seq + 1;
  const documents = new Map<string, EncodedDocument>();
  const counters = new Map<string, CounterState>();
  const batches: EncodedBatch[] = [];
  const movedUnder = new Map<string, Set<string>>();
  const read = (id: string) => (documents.get(id) ?? state.documents.get(id))?.document;
  const counter = (deviceId: string) => counters.get(deviceId) ?? state.counters.get(deviceId);
  return {
    epoch: state.epoch,
    seq,
    atMs: Math.max(nowMs, state.head.atMs),
    documents,
    counters,
    batches,
    read,
    counter,
    childIds: (id) => {
      const ids = new Set([
        ...(state.childIdsByParentId.get(id) ?? []),
        ...(movedUnder.get(id) ?? []),
      ]);
      return [...ids].filter((childId) => parentIdOf(read(childId)) === id);
    },
    authorOf: (deviceId) => {
      return deviceId === serverDeviceId ? null : (ownerOf(counter(deviceId)) ?? null);
    },
    roleOf: (userId) => {
      const document = read(memberIdIn(state, userId));
      if (document === undefined || isPurged(document)) return undefined;
      const role = roleSchema.safeParse(document['role']);
      return { role: role.success ? role.data : null, seq: document.seq };
    },
    add: (encoded, firstN) => {
      for (const changed of encoded.documents) {
        const { id } = changed.document;
        documents.set(id, changed);
        const parentId = parentIdOf(changed.document);
        if (parentId === null) continue;
        movedUnder.set(parentId, (movedUnder.get(parentId) ?? new Set()).add(id));
      }
      const { logged } = encoded;
      batches.push(encoded);
      for (const counted of countLogged(counter, { batch: logged, seq, firstN })) {
        counters.set(counted.deviceId, counted);
      }
    },
  };
}
