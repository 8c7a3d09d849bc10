import { applyChange } from '#shared/apply-change';
import { emptyHeadHash, formatHash, type HeadHash, replaceInHash } from '#shared/head-hash';
import type { StoredForm } from '#shared/kind-definition';
import type { CommitEvent } from '#shared/live-message';
import { formatCheckpoint, type PullAnswer, readCheckpoint } from '#shared/pull-message';
import type { Batch } from '#shared/push-message';
import type { LocalDatabase } from '../local-database.ts';
import { home, positionOf } from './device.ts';

/** A log and the documents it comes to: as much of a server as a device can see. */
export interface ServerModel {
  epoch: string;
  readonly events: CommitEvent[];
  readonly documents: ReadonlyMap<string, StoredForm>;
  /** Commits one batch as an entry of its own, unless its number is taken; refuses it if told to. */
  commit(deviceId: string, batch: Batch, refusal?: 'forbidden'): CommitEvent | undefined;
  pull(of: { after: string; deviceId: string; limit?: number }): PullAnswer;
  head(): number;
}

/** An empty log of the workspace of these tests. */
export function createServerModel(epoch = 'epoch-1'): ServerModel {
  const documents = new Map<string, StoredForm>();
  const events: CommitEvent[] = [];
  const lastNByDevice = new Map<string, number>();
  let hash: HeadHash = emptyHeadHash;

  function apply(batch: Batch, seq: number): StoredForm[] {
    const changed = new Map<string, StoredForm>();
    const context = { workspaceId: home, userId: home, stamp: batch.stamp, createdAt: createdAt };
    for (const change of batch.changes) {
      const held = changed.get(change.id) ?? documents.get(change.id);
      const applied = applyChange({ document: held, change, context });
      if (applied.name === 'changed') changed.set(change.id, { ...applied.document, seq });
    }
    for (const [id, next] of changed) {
      hash = replaceInHash(hash, { previous: documents.get(id), next });
      documents.set(id, next);
    }
    return [...changed.values()];
  }

  const model: ServerModel = {
    epoch,
    events,
    documents,
    head: () => events.length,
    commit(deviceId, batch, refusal) {
      if (batch.n !== (lastNByDevice.get(deviceId) ?? 0) + 1) return undefined;
      lastNByDevice.set(deviceId, batch.n);
      const seq = events.length + 1;
      const changed = refusal === undefined ? apply(batch, seq) : [];
      const outcome =
        refusal === undefined
          ? { outcome: 'committed' as const }
          : { outcome: 'refused' as const, code: refusal };
      const event: CommitEvent = {
        workspaceId: home,
        epoch: model.epoch,
        prev: seq - 1,
        seq,
        hash: formatHash(hash),
        batches: [{ deviceId, n: batch.n, ...outcome }],
        documents: changed,
      };
      events.push(event);
      return event;
    },
    pull({ after, deviceId, limit = 1000 }) {
      const { seq, id } = readCheckpoint(after);
      const rows = [...documents.values()]
        .filter((row) => row.seq > seq || (row.seq === seq && id !== undefined && row.id > id))
        .toSorted((a, b) => a.seq - b.seq || (a.id < b.id ? -1 : 1));
      const page = rows.slice(0, limit);
      const last = page.at(-1);
      if (page.length < rows.length && last !== undefined) {
        const next = formatCheckpoint({ seq: last.seq, id: last.id });
        return { epoch: model.epoch, documents: page, next, done: false };
      }
      const refused = events.flatMap((event) =>
        event.batches.flatMap((batch) =>
          batch.deviceId === deviceId && batch.outcome === 'refused'
            ? [{ n: batch.n, seq: event.seq, code: batch.code ?? 'forbidden' }]
            : [],
        ),
      );
      return {
        epoch: model.epoch,
        documents: page,
        next: String(events.length),
        done: true,
        head: events.length,
        hash: formatHash(hash),
        lastN: lastNByDevice.get(deviceId) ?? 0,
        refused,
      };
    },
  };
  return model;
}

/** Pulls page after page until `done`. */
export async function pullAll(
  database: LocalDatabase,
  server: ServerModel,
  limit = 1000,
): Promise<void> {
  for (;;) {
    const asked = await positionOf(database);
    const answer = server.pull({ after: asked.checkpoint, deviceId: asked.deviceId, limit });
    const outcome = await database.applyPage({ asked, answer });
    if (answer.done && outcome !== 'stale') return;
  }
}

/** Pushes everything that waits, one batch an entry. */
export async function pushAll(database: LocalDatabase, server: ServerModel): Promise<void> {
  const { deviceId } = await database.readMeta();
  const batches = await database.readOutbox({ after: 0, maxBatches: 200, maxBytes: 900_000 });
  for (const { atMs: _atMs, label: _label, ...batch } of batches) server.commit(deviceId, batch);
}

const createdAt = '2026-11-22T09:00:00.000Z';
