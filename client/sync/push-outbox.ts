import type { LocalMeta, LocalStore, StoredBatch } from '#client/store/local-store.ts';
import { limits } from '#shared/limits';
import type { PushAnswer, PushRequest } from '#shared/push-message';
import { asSent, countReadable } from '#shared/travelling-batch';
import { reactToFailure } from './failure-reaction.ts';
import type { LaneOutcome } from './lane.ts';
import { isWhole } from './pull-changes.ts';
import type { RebuildOnce } from './rebuild-once.ts';
import type { SyncFailure } from './sync-failure.ts';
import type { Outcome } from './sync-transport.ts';
import { unreachable } from '#shared/unreachable';

/** Room left in a push for everything but its batches. */
const envelopeMaxBytes = 1024;

/** What pushing works with. */
export interface PushPorts {
  store: LocalStore;
  send: (request: PushRequest) => Promise<Outcome<PushAnswer>>;
  rebuildOnce: RebuildOnce;
  /** Called with where the log stood when the push was answered: the batches are settled once the device is there. */
  onAnswered: (answer: { epoch: string; head: number }) => void;
  /** Rights seem to have ended: only a pull may find that out (R9). */
  onRightsInDoubt: () => void;
}

/** The job of the push lane. */
export interface PushJob {
  pushNext: () => Promise<LaneOutcome>;
  /** The highest n that is settled, or that a push was answered for: up to it the log holds our batches, not a copy's. */
  doneN: (meta: LocalMeta) => number;
}

/** How far the server has answered one run of numbers, and where its log stood then. */
interface Answered {
  run: string;
  n: number;
  epoch: string | undefined;
  head: number;
}

const nothingAnswered: Answered = { run: '', n: 0, epoch: undefined, head: 0 };

/** What one push carried. */
interface Sent {
  meta: LocalMeta;
  batches: readonly StoredBatch[];
}

const again: LaneOutcome = { name: 'again' };

/**
 * Creates the job of the push lane: each call sends the next batches that no push has been answered for, in order of
 * n (R3). One push is in flight, since a lane runs one job at a time. The answer settles nothing; it only tells
 * that pushing may go on. After an answer that was lost the very same batches travel again.
 */
export function createPushOutbox(ports: PushPorts): PushJob {
  const outbox = new PushOutbox(ports);
  return { pushNext: () => outbox.pushNext(), doneN: (meta) => outbox.doneN(meta) };
}

class PushOutbox {
  readonly #ports: PushPorts;
  #answered = nothingAnswered;
  #maxBatches: number = limits.pushMaxBatches;

  constructor(ports: PushPorts) {
    this.#ports = ports;
  }

  doneN(meta: LocalMeta): number {
    return Math.max(meta.settledN, this.#answeredOf(meta));
  }

  async pushNext(): Promise<LaneOutcome> {
    const { store, send } = this.#ports;
    const meta = await store.readMeta();
    if (meta.rebuild?.reason === 'epoch_changed') return { name: 'done' };
    const after = this.doneN(meta);
    if (after >= meta.nextN - 1) return { name: 'done' };
    const maxBytes = limits.pushMaxBytes - envelopeMaxBytes;
    const batches = await store.readOutbox({ after, maxBatches: this.#maxBatches, maxBytes });
    // A fork between the two reads would send numbers of the new device under the name of the old one.
    if (runOf(await store.readMeta()) !== runOf(meta)) return again;
    if (batches.length === 0) return { name: 'done' };
    const readable = countReadable(batches);
    const sent = { meta, batches: readable === 0 ? batches : batches.slice(0, readable) };
    const outcome = await send(requestOf({ workspaceId: store.workspaceId, ...sent }));
    if (outcome.name !== 'answered') return this.#failed(sent, outcome);
    return this.#accept(sent, outcome.answer);
  }

  async #accept({ meta, batches }: Sent, answer: PushAnswer): Promise<LaneOutcome> {
    this.#maxBatches = Math.min(limits.pushMaxBatches, this.#maxBatches * 2);
    const forked = answer.results.find(({ outcome }) => outcome === 'forked');
    if (forked !== undefined) {
      await this.#ports.store.fork({ deviceId: meta.deviceId, fromN: forked.n });
      return again;
    }
    const sentNumbers = new Set(batches.map(({ n }) => n));
    const numbers = answer.results.map(({ n }) => n).filter((n) => sentNumbers.has(n));
    // An answer without a result would send the same batches again at once, for ever.
    if (numbers.length === 0) return reactToFailure({ name: 'rejected', code: 'no_results' });
    const { epoch, head } = answer;
    this.#answered = { run: runOf(meta), n: Math.max(...numbers), epoch, head };
    if (isContradicted(this.#answered, meta)) {
      return reactToFailure({ name: 'rejected', code: 'not_settled' });
    }
    this.#ports.onAnswered({ epoch, head });
    return again;
  }

  async #failed({ meta, batches }: Sent, failure: SyncFailure): Promise<LaneOutcome> {
    switch (failure.name) {
      case 'too-large':
        if (batches.length === 1) return reactToFailure(failure);
        this.#maxBatches = Math.ceil(batches.length / 2);
        return again;
      case 'batch-gap':
        return this.#closeGap(meta, failure.expected);
      case 'epoch-changed':
        return this.#rebuild(meta);
      case 'device-taken':
        await this.#ports.store.fork({ deviceId: meta.deviceId, fromN: meta.settledN + 1 });
        return again;
      case 'membership-ended':
        this.#ports.onRightsInDoubt();
        return reactToFailure({ name: 'missing' });
      case 'checkpoint-expired':
        return reactToFailure({ name: 'rejected', code: failure.name });
      case 'busy':
        // It may be that the server, too, has gone back to before what is sent.
        return countReadable(batches) > 0
          ? reactToFailure(failure)
          : { name: 'retry', cause: 'outdated', afterMs: failure.retryAfterMs };
      case 'unreachable':
      case 'missing':
      case 'rejected':
      case 'needs-sign-in':
      case 'update-required':
        return reactToFailure(failure);
      default:
        return unreachable(failure);
    }
  }

  /** The server misses a settled batch: its log was restored (R10). One that was only answered is sent again. */
  async #closeGap(meta: LocalMeta, expected: number): Promise<LaneOutcome> {
    if (expected <= meta.settledN) return this.#rebuild(meta);
    const isNoProgress = this.#answered.run === runOf(meta) && this.#answered.n === expected - 1;
    this.#answered = { ...nothingAnswered, run: runOf(meta), n: expected - 1 };
    return isNoProgress ? reactToFailure({ name: 'rejected', code: 'batch_gap' }) : again;
  }

  async #rebuild({ generation }: LocalMeta): Promise<LaneOutcome> {
    await this.#ports.rebuildOnce({ reason: 'epoch_changed', generation });
    return again;
  }

  #answeredOf(meta: LocalMeta): number {
    const isOfThisRun = this.#answered.run === runOf(meta);
    return isOfThisRun && !isContradicted(this.#answered, meta) ? this.#answered.n : 0;
  }
}

/**
 * Whether the log itself no longer bears out an answer: it has another epoch, or the device stands at or above the
 * entries that were answered and they did not settle. Sending again is harmless, not sending would wait for ever.
 */
function isContradicted(answered: Answered, meta: LocalMeta): boolean {
  if (answered.epoch === undefined || meta.epoch === undefined) return false;
  if (answered.epoch !== meta.epoch) return true;
  return isWhole(meta) && meta.wholeSeq >= answered.head && meta.settledN < answered.n;
}

/** A fork or a rebuild begins another run of numbers. */
function runOf(meta: LocalMeta): string {
  return `${meta.deviceId}/${meta.generation}`;
}

function requestOf({ workspaceId, meta, batches }: Sent & { workspaceId: string }): PushRequest {
  return {
    workspaceId,
    deviceId: meta.deviceId,
    ...(meta.epoch === undefined ? {} : { epoch: meta.epoch }),
    batches: batches.map(asSent),
  };
}
