import { emptyHeadHash, formatHash, replaceInHash } from '#shared/head-hash';
import type { AnyDocument } from '#shared/kind-definition';
import type { CommitEvent } from '#shared/live-message';
import { formatCheckpoint, type PullAnswer, readCheckpoint } from '#shared/pull-message';
import {
  type Batch,
  type BatchResult,
  isCreation,
  type PushAnswer,
  type PushRequest,
} from '#shared/push-message';
import type { SyncFailure } from '../sync-failure.ts';
import type { JoinAnswer, Outcome, PullRequest } from '../sync-transport.ts';

/** A title no server would take: the batch that carries it is refused. */
export const poisonTitle = 'poison';

/** One batch as the log holds it. */
interface LoggedBatch extends BatchResult {
  deviceId: string;
  stamp: string;
}

interface LogEntry {
  seq: number;
  batches: LoggedBatch[];
  documents: AnyDocument[];
  hash: string;
}

const pageSize = 3;

/**
 * The server of one workspace in memory, in the plainest words that keep R1–R4 and R10: every client engine must work
 * against it, whatever stands between them. It merges by arrival, since who wins is not what these tests are about.
 */
export class ReferenceServer {
  readonly workspaceId: string;
  readonly entries: LogEntry[] = [];
  epoch = 'epoch-1';
  /** Checkpoints above 0 and below it have expired (R10). */
  horizon = 0;
  /** Users who were removed, by the entry that ended their membership. */
  readonly endedBy = new Map<string, number>();
  readonly #ownerOf = new Map<string, string>();
  readonly #listeners = new Set<(event: CommitEvent) => void>();

  constructor(workspaceId: string) {
    this.workspaceId = workspaceId;
  }

  get head(): number {
    return this.entries.length;
  }

  get hash(): string {
    return this.entries.at(-1)?.hash ?? formatHash(emptyHeadHash);
  }

  /** The latest state of every document. */
  documents(): Map<string, AnyDocument> {
    const all = this.entries.flatMap(({ documents }) => documents);
    return new Map(all.map((document) => [document.id, document]));
  }

  onCommit(listener: (event: CommitEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  join(userId: string, { deviceId }: { deviceId: string }): Outcome<JoinAnswer> {
    const refusal = this.#refusalOf(userId, deviceId);
    if (refusal !== undefined) return refusal;
    return answered({ epoch: this.epoch, head: this.head });
  }

  push(userId: string, request: PushRequest): Outcome<PushAnswer> {
    const refusal = this.#refusalOf(userId, request.deviceId);
    if (refusal !== undefined) return refusal;
    if (request.epoch !== undefined && request.epoch !== this.epoch) {
      return { name: 'epoch-changed' };
    }
    const batches = request.batches as unknown as Batch[];
    const expected = this.lastN(request.deviceId) + 1;
    const [first] = batches;
    if (first !== undefined && first.n > expected) return { name: 'batch-gap', expected };
    const results = this.#judge(request.deviceId, batches);
    return answered({ epoch: this.epoch, head: this.head, results });
  }

  pull(userId: string, request: PullRequest): Outcome<PullAnswer> {
    const refusal = this.#refusalOf(userId, request.deviceId);
    if (refusal !== undefined) return refusal;
    const after = readCheckpoint(request.after);
    const isOtherEpoch = request.epoch !== undefined && request.epoch !== this.epoch;
    if (isOtherEpoch || after.seq > this.head) return { name: 'epoch-changed' };
    if (request.from > 0 && request.from < this.horizon) return { name: 'checkpoint-expired' };
    const waiting = [...this.documents().values()]
      .filter(({ seq, id }) => seq > after.seq || (seq === after.seq && id > (after.id ?? '~')))
      .toSorted((a, b) => a.seq - b.seq || (a.id < b.id ? -1 : 1));
    const documents = waiting.slice(0, pageSize);
    const last = documents.at(-1);
    if (waiting.length > pageSize && last !== undefined) {
      const next = formatCheckpoint({ seq: last.seq, id: last.id });
      return answered({ epoch: this.epoch, documents, next, done: false });
    }
    return answered(this.#lastPage(documents, request.deviceId));
  }

  /** The highest number of a device in the log. */
  lastN(deviceId: string): number {
    return Math.max(0, ...this.logged(deviceId).map(({ n }) => n));
  }

  /** All batches of a device in the log, in order. */
  logged(deviceId: string): LoggedBatch[] {
    const batches = this.entries.flatMap((entry) => entry.batches);
    return batches.filter((batch) => batch.deviceId === deviceId);
  }

  /** All stamps in the log: a batch that is in twice shows twice. */
  committedStamps(): string[] {
    return this.entries.flatMap(({ batches }) => batches.map(({ stamp }) => stamp));
  }

  /** Restores a backup made at `seq`: what came after is gone, and the epoch is new (R10). */
  restore(seq: number): void {
    this.entries.length = seq;
    this.epoch = `epoch-${Number(this.epoch.slice(6)) + 1}`;
  }

  #refusalOf(userId: string, deviceId: string): SyncFailure | undefined {
    const endedBy = this.endedBy.get(userId);
    if (endedBy !== undefined) return { name: 'membership-ended', seq: endedBy, epoch: this.epoch };
    const owner = this.#ownerOf.get(deviceId) ?? userId;
    this.#ownerOf.set(deviceId, owner);
    return owner === userId ? undefined : { name: 'device-taken' };
  }

  #judge(deviceId: string, batches: readonly Batch[]): BatchResult[] {
    const held = new Map(this.logged(deviceId).map((batch) => [batch.n, batch]));
    const isForked = batches.some(({ n, stamp }) => (held.get(n)?.stamp ?? stamp) !== stamp);
    const fresh = isForked ? [] : batches.filter(({ n }) => !held.has(n));
    const seq = this.head + 1;
    if (fresh.length > 0) this.#commit(seq, deviceId, fresh);
    return batches.map(({ n, stamp }) => {
      const before = held.get(n);
      if (before !== undefined && before.stamp === stamp) return { ...before, repeated: true };
      if (isForked) return { n, outcome: 'forked', seq: this.head };
      return { n, seq, ...verdict(fresh.find((batch) => batch.n === n)) };
    });
  }

  #commit(seq: number, deviceId: string, batches: readonly Batch[]): void {
    const before = this.documents();
    const changed = new Map<string, AnyDocument>();
    for (const batch of batches) {
      if (verdict(batch).outcome === 'refused') continue;
      for (const change of batch.changes) {
        const held = changed.get(change.id) ?? before.get(change.id);
        const next = isCreation(change)
          ? (held ?? this.#created(change, batch.stamp))
          : held && {
              ...held,
              ...change.value,
              stamps: { ...held.stamps, [change.group]: batch.stamp },
            };
        if (next !== undefined && next !== held) changed.set(change.id, { ...next, seq });
      }
    }
    const documents = [...changed.values()];
    const hash = [...before, ...documents.map((document) => [document.id, document] as const)]
      .filter(([id, document]) => (changed.get(id) ?? document) === document)
      .reduce((sum, [, next]) => replaceInHash(sum, { previous: undefined, next }), emptyHeadHash);
    const logged = batches.map((batch) => ({
      n: batch.n,
      stamp: batch.stamp,
      deviceId,
      seq,
      ...verdict(batch),
    }));
    this.entries.push({ seq, batches: logged, documents, hash: formatHash(hash) });
    this.#announce(seq);
  }

  #created(change: { kind: string; id: string; create: object }, stamp: string): AnyDocument {
    const { kind, id, create } = change;
    return { kind, id, workspaceId: this.workspaceId, seq: 0, stamps: { '*': stamp }, ...create };
  }

  #announce(seq: number): void {
    const entry = this.entries[seq - 1];
    if (entry === undefined) return;
    const { hash, documents, batches } = entry;
    const { workspaceId, epoch } = this;
    const event = { workspaceId, epoch, prev: seq - 1, seq, hash, documents, batches };
    for (const listener of this.#listeners) listener(event as CommitEvent);
  }

  #lastPage(documents: AnyDocument[], deviceId: string): PullAnswer {
    const { epoch, head, hash } = this;
    const refused = this.logged(deviceId)
      .filter(({ outcome }) => outcome === 'refused')
      .map(({ n, seq }) => ({ n, seq, code: 'invalid' as const }));
    const lastN = this.lastN(deviceId);
    const lastStamp = this.logged(deviceId).find(({ n }) => n === lastN)?.stamp;
    const end = { epoch, documents, next: String(head), done: true as const, head, hash };
    return { ...end, lastN, ...(lastStamp === undefined ? {} : { lastStamp }), refused };
  }
}

function verdict(batch: Batch | undefined): Pick<BatchResult, 'outcome' | 'code'> {
  const isPoison = batch?.changes.some(
    (change) => (isCreation(change) ? change.create : change.value)['title'] === poisonTitle,
  );
  return isPoison === true ? { outcome: 'refused', code: 'invalid' } : { outcome: 'committed' };
}

function answered<T>(answer: T): Outcome<T> {
  return { name: 'answered', answer: structuredClone(answer), sample: undefined };
}
