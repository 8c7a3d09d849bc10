import { applyChange, type Loser } from '#shared/apply-change';
import { emptyHeadHash, formatHash, type HeadHash, replaceInHash } from '#shared/head-hash';
import type { StoredForm } from '#shared/kind-definition';
import type { CommitEvent } from '#shared/live-message';
import {
  formatCheckpoint,
  type PullAnswer,
  readCheckpoint,
  type RefusedBatch,
} from '#shared/pull-message';
import type { Batch } from '#shared/push-message';
import type { LocalDatabase } from '../local-database.ts';
import { home, positionOf } from './device.ts';

/** A log and the documents it comes to: as much of a server as a device can see. */
export class ServerModel {
  readonly epoch: string;
  readonly events: CommitEvent[] = [];
  readonly documents = new Map<string, StoredForm>();
  /** Each of these a real server would make a conflict of. */
  readonly losers: Loser[] = [];
  readonly #lastNByDevice = new Map<string, number>();
  readonly #workspaceId: string;
  #hash: HeadHash = emptyHeadHash;

  constructor(epoch = 'epoch-1', workspaceId = home) {
    this.epoch = epoch;
    this.#workspaceId = workspaceId;
  }

  /** Commits one batch as an entry of its own, unless its number is taken; refuses it if told to. */
  commit(deviceId: string, batch: Batch, refusal?: 'forbidden'): CommitEvent | undefined {
    if (batch.n !== (this.#lastNByDevice.get(deviceId) ?? 0) + 1) return undefined;
    this.#lastNByDevice.set(deviceId, batch.n);
    const seq = this.events.length + 1;
    const documents = refusal === undefined ? this.#apply(deviceId, batch, seq) : [];
    const answer =
      refusal === undefined
        ? { outcome: 'committed' as const }
        : { outcome: 'refused' as const, code: refusal };
    const event: CommitEvent = {
      workspaceId: this.#workspaceId,
      epoch: this.epoch,
      prev: seq - 1,
      seq,
      hash: formatHash(this.#hash),
      batches: [{ deviceId, n: batch.n, stamp: batch.stamp, ...answer }],
      documents,
    };
    this.events.push(event);
    return event;
  }

  /** Commits the tombstone of one document as an entry of its own (R7). */
  purge(id: string): void {
    const previous = this.documents.get(id);
    if (previous === undefined) throw new Error(`There is no document ${id}`);
    const { kind, workspaceId } = previous;
    const [prev, seq] = [this.events.length, this.events.length + 1];
    const next = { kind, id, workspaceId, seq, purged: true as const };
    this.#hash = replaceInHash(this.#hash, { previous, next });
    this.documents.set(id, next);
    const entry = { epoch: this.epoch, prev, seq, hash: formatHash(this.#hash), batches: [] };
    this.events.push({ workspaceId, ...entry, documents: [next] });
  }

  /** Answers a pull after a checkpoint, with at most `limit` documents. */
  pull(of: { after: string; deviceId: string; limit?: number }): PullAnswer {
    const { seq, id } = readCheckpoint(of.after);
    const rows = [...this.documents.values()]
      .filter((row) => row.seq > seq || (row.seq === seq && id !== undefined && row.id > id))
      .toSorted((a, b) => a.seq - b.seq || (a.id < b.id ? -1 : 1));
    const documents = rows.slice(0, of.limit ?? 1000);
    const last = documents.at(-1);
    if (documents.length < rows.length && last !== undefined) {
      const next = formatCheckpoint({ seq: last.seq, id: last.id });
      return { epoch: this.epoch, documents, next, done: false };
    }
    return {
      epoch: this.epoch,
      documents,
      next: String(this.events.length),
      done: true,
      head: this.events.length,
      hash: formatHash(this.#hash),
      lastN: this.#lastNByDevice.get(of.deviceId) ?? 0,
      ...this.#lastStampOf(of.deviceId),
      refused: this.#refusedOf(of.deviceId),
    };
  }

  #apply(deviceId: string, batch: Batch, seq: number): StoredForm[] {
    const changed = new Map<string, StoredForm>();
    const { stamp } = batch;
    const context = { workspaceId: this.#workspaceId, userId: home, deviceId, stamp, createdAt };
    for (const change of batch.changes) {
      const document = changed.get(change.id) ?? this.documents.get(change.id);
      const applied = applyChange({ document, change, context });
      if (applied.name !== 'dropped' && applied.loser !== undefined)
        this.losers.push(applied.loser);
      if (applied.name === 'changed') changed.set(change.id, { ...applied.document, seq });
    }
    for (const [id, next] of changed) {
      this.#hash = replaceInHash(this.#hash, { previous: this.documents.get(id), next });
      this.documents.set(id, next);
    }
    return [...changed.values()];
  }

  #lastStampOf(deviceId: string): { lastStamp?: string } {
    const batches = this.events.flatMap((event) => event.batches);
    const last = batches.findLast((batch) => batch.deviceId === deviceId);
    return last === undefined ? {} : { lastStamp: last.stamp };
  }

  #refusedOf(deviceId: string): RefusedBatch[] {
    return this.events.flatMap(({ batches, seq }) =>
      batches.flatMap(({ n, code, ...batch }) =>
        batch.deviceId === deviceId && code !== undefined ? [{ n, seq, code }] : [],
      ),
    );
  }
}

/** An empty log of the workspace of these tests, or of another one. */
export function createServerModel(epoch?: string, workspaceId?: string): ServerModel {
  return new ServerModel(epoch, workspaceId);
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
