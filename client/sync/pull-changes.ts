import type {
  ApplyOutcome,
  LocalMeta,
  LocalStore,
  PullPosition,
  RebuildReason,
} from '#client/store/local-store.ts';
import type { PullAnswer, PullDone } from '#shared/pull-message';
import type { AskNames } from './ask-names.ts';
import { reactToFailure } from './failure-reaction.ts';
import type { LaneOutcome } from './lane.ts';
import type { RebuildOnce } from './rebuild-once.ts';
import type { SyncFailure } from './sync-failure.ts';
import type { Outcome, PullRequest } from './sync-transport.ts';
import { unreachable } from '#shared/unreachable';

/** A run that had to start over this often waits like after a failure, so that no fault becomes a hot loop. */
const maxTurnsWithoutPage = 8;

/** What pulling works with. */
export interface PullPorts {
  store: LocalStore;
  ask: (request: PullRequest) => Promise<Outcome<PullAnswer>>;
  askNames: AskNames;
  rebuildOnce: RebuildOnce;
  /** The highest n that is settled, or that a push was answered for. */
  doneN: (meta: LocalMeta) => number;
  requestPush: () => void;
  /** Called after each page that is on disk, with how many documents it brought. */
  onPage: (received: number) => void;
  /** The membership has ended for certain: heard twice over HTTP, in the epoch this device knows (R9). */
  onMembershipEnded: (ending: { workspaceId: string; seq: number }) => void;
}

/** The page after the one being written, already on its way. */
interface Ahead {
  request: PullRequest;
  outcome: Promise<Outcome<PullAnswer>>;
}

/** A question and what came back. */
interface Asked {
  meta: LocalMeta;
  request: PullRequest;
}
type Answered = Asked & { answer: PullAnswer };
type Failed = Asked & { failure: SyncFailure };

/** What one turn came to: `turn` starts another, with or without a page written. */
type Turn = { name: 'page' } | { name: 'turn' } | LaneOutcome;

/**
 * Creates the job of the pull lane: page after page until one says `done` (R2). A page is on disk before the next is
 * written; the next is fetched meanwhile. Whatever else wrote in between makes a page stale, and the run goes on from
 * where the store stands then.
 */
export function createPullChanges(ports: PullPorts): () => Promise<LaneOutcome> {
  const changes = new PullChanges(ports);
  return () => changes.pullAll();
}

class PullChanges {
  readonly #ports: PullPorts;
  #ahead: Ahead | undefined;

  constructor(ports: PullPorts) {
    this.#ports = ports;
  }

  async pullAll(): Promise<LaneOutcome> {
    this.#ahead = undefined;
    let idleTurns = 0;
    while (idleTurns < maxTurnsWithoutPage) {
      const turn = await this.#pullOnce(await this.#ports.store.readMeta());
      if (turn.name === 'page') idleTurns = 0;
      else if (turn.name === 'turn') idleTurns += 1;
      else return turn;
    }
    return reactToFailure({ name: 'busy', retryAfterMs: undefined });
  }

  async #pullOnce(meta: LocalMeta): Promise<Turn> {
    const request = requestOf(this.#ports.store.workspaceId, meta);
    const outcome = await (this.#takeAhead(request) ?? this.#ports.ask(request));
    if (outcome.name === 'answered') return this.#write({ meta, request, answer: outcome.answer });
    return this.#failed({ meta, request, failure: outcome });
  }

  async #write({ meta, request, answer }: Answered): Promise<Turn> {
    const { store, ask, onPage } = this.#ports;
    if (answer.done && meta.rebuild?.reason === 'epoch_changed') {
      return this.#endRebuild({ meta, request, answer });
    }
    if (answer.done && (await this.#isCopied(meta, answer))) return this.#forkCopied();
    if (!answer.done) {
      const next = { ...request, after: answer.next, epoch: answer.epoch };
      this.#ahead = { request: next, outcome: ask(next) };
    }
    const applied = await store.applyPage({ asked: positionOf(meta), answer });
    if (applied === 'applied') onPage(answer.documents.length);
    return this.#written(applied, answer);
  }

  /** The last page of a restored log: first it must be known what the log has of ours (R10). */
  async #endRebuild({ meta, request, answer }: Asked & { answer: PullDone }): Promise<Turn> {
    const { store, askNames, onPage } = this.#ports;
    const named = await askNames(answer);
    if (named.name !== 'answered') return this.#failed({ meta, request, failure: named });
    const formers = named.answer;
    const applied = await store.applyPage({ asked: positionOf(meta), answer, formers });
    if (applied === 'applied') onPage(answer.documents.length);
    return this.#written(applied, answer);
  }

  async #written(applied: ApplyOutcome, answer: PullAnswer): Promise<Turn> {
    switch (applied) {
      case 'applied':
        return answer.done ? { name: 'done' } : { name: 'page' };
      case 'hash_differs':
        return this.#rebuild(await this.#ports.store.readMeta(), 'hash_differs');
      case 'stale':
      case 'gap':
      case 'behind':
        return { name: 'turn' };
      default:
        return unreachable(applied);
    }
  }

  /**
   * Whether a copy of this profile pushed under our name (R3): the log holds numbers that this database never gave
   * away, or another batch under the last one. Numbers are judged in order, so if the last one is ours, all are.
   */
  async #isCopied(asked: LocalMeta, { lastN, lastStamp }: PullDone): Promise<boolean> {
    const { store } = this.#ports;
    const { deviceId, nextN } = await store.readMeta();
    if (deviceId !== asked.deviceId) return false;
    if (lastN >= nextN) return true;
    if (lastStamp === undefined) return false;
    const [last] = await store.readOutbox({ after: lastN - 1, maxBatches: 1, maxBytes: 1 });
    return last !== undefined && last.n === lastN && last.stamp !== lastStamp;
  }

  async #failed({ meta, request, failure }: Failed): Promise<Turn> {
    switch (failure.name) {
      case 'checkpoint-expired':
        return this.#rebuild(meta, 'checkpoint_expired');
      case 'epoch-changed':
        return this.#rebuild(meta, 'epoch_changed');
      case 'device-taken':
        return this.#fork(meta);
      case 'membership-ended':
        return this.#confirmEnding(meta, request);
      case 'batch-gap':
        return reactToFailure({ name: 'rejected', code: failure.name });
      case 'unreachable':
      case 'busy':
      case 'missing':
      case 'rejected':
      case 'too-large':
      case 'needs-sign-in':
      case 'update-required':
        return reactToFailure(failure);
      default:
        return unreachable(failure);
    }
  }

  async #rebuild({ generation }: LocalMeta, reason: RebuildReason): Promise<Turn> {
    await this.#ports.rebuildOnce({ reason, generation });
    return { name: 'turn' };
  }

  async #fork({ deviceId, settledN }: LocalMeta): Promise<Turn> {
    await this.#ports.store.fork({ deviceId, fromN: settledN + 1 });
    return { name: 'turn' };
  }

  /**
   * Which of the waiting batches are in the log under the shared name, only the answer to a push tells (R3): it names
   * the first that is not. Numbered anew without having asked, the others would be committed twice.
   */
  async #forkCopied(): Promise<Turn> {
    const { store, doneN, requestPush } = this.#ports;
    const meta = await store.readMeta();
    if (doneN(meta) < meta.nextN - 1) {
      requestPush();
      return reactToFailure({ name: 'busy', retryAfterMs: undefined });
    }
    await store.fork({ deviceId: meta.deviceId, fromN: meta.nextN });
    return { name: 'turn' };
  }

  /** Data is deleted on evidence only: the same ending named twice, in the epoch this device has data of (R9). */
  async #confirmEnding({ epoch }: LocalMeta, request: PullRequest): Promise<Turn> {
    const second = await this.#ports.ask(request);
    if (second.name === 'answered') return { name: 'turn' };
    if (second.name !== 'membership-ended') {
      return reactToFailure({ name: 'busy', retryAfterMs: undefined });
    }
    const isKnownEpoch = epoch !== undefined && (second.epoch ?? epoch) === epoch;
    if (!isKnownEpoch) return reactToFailure({ name: 'missing' });
    const { workspaceId } = this.#ports.store;
    this.#ports.onMembershipEnded({ workspaceId, seq: second.seq });
    return { name: 'pause', reason: 'membership-ended' };
  }

  #takeAhead(request: PullRequest): Promise<Outcome<PullAnswer>> | undefined {
    const taken = this.#ahead;
    this.#ahead = undefined;
    if (taken === undefined || !isSamePlace(taken.request, request)) return undefined;
    return taken.outcome;
  }
}

/** Where a device stands, as it must still stand when the answer is written. */
export function positionOf(meta: LocalMeta): PullPosition {
  const { epoch, checkpoint, wholeSeq, generation, deviceId } = meta;
  return { epoch, checkpoint, wholeSeq, generation, deviceId };
}

/** Whether the documents on disk are the exact state at `wholeSeq`, so that an event may follow (R2). */
export function isWhole(meta: LocalMeta): boolean {
  const isInsidePull = meta.checkpoint !== String(meta.wholeSeq) || meta.rebuild !== undefined;
  return meta.epoch !== undefined && !isInsidePull;
}

function requestOf(workspaceId: string, meta: LocalMeta): PullRequest {
  const { checkpoint, wholeSeq, epoch, deviceId } = meta;
  return { workspaceId, after: checkpoint, from: wholeSeq, epoch, deviceId };
}

/** A page fetched ahead is good for the same question; naming the epoch where the store knows none is only stricter. */
function isSamePlace(fetched: PullRequest, wanted: PullRequest): boolean {
  return (
    fetched.after === wanted.after &&
    fetched.from === wanted.from &&
    fetched.deviceId === wanted.deviceId &&
    (wanted.epoch === undefined || wanted.epoch === fetched.epoch)
  );
}
