import { isPurged, type PurgedDocument, type StoredForm } from '#shared/kind-definition';
import type { Judged } from './judge-batch.ts';
import type { PurgeTree } from './submission.ts';

/** Who purges, and the documents as they stand after the batches before. */
export interface PurgeContext {
  workspaceId: string;
  userId: string;
  deviceId: string;
  n: number;
  stamp: string;
  read(id: string): StoredForm | undefined;
}

/**
 * Puts a tombstone in the place of every document of a tree, if all of them are what they were when its purge was decided
 * (R7): the insert of the entry proves it, so an edit or a restore that came between keeps the whole tree.
 */
export function judgePurge(trees: readonly PurgeTree[], context: PurgeContext): Judged {
  const { workspaceId, userId, deviceId, n, stamp } = context;
  const documents = new Map<string, PurgedDocument>();
  const read = (id: string) => documents.get(id) ?? context.read(id);
  for (const { targets, guards = [] } of trees) {
    const isUnchanged = [...targets, ...guards].every(({ id, seq }) => isStillAt(read(id), seq));
    if (!isUnchanged) continue;
    for (const { kind, id } of targets.flatMap((target) => read(target.id) ?? [])) {
      documents.set(id, { kind, id, workspaceId, seq: 0, purged: true });
    }
  }
  const changes = [...documents.values()].map(({ kind, id }) => {
    return { kind, id, purged: true as const };
  });
  return { logged: { deviceId, userId, n, stamp, outcome: 'committed', changes }, documents };
}

function isStillAt(document: StoredForm | undefined, seq: number): boolean {
  return document !== undefined && !isPurged(document) && document.seq === seq;
}
