import type { LocalMeta, LocalStore } from '#client/store/local-store.ts';
import { limits } from '#shared/limits';
import type { CommitEvent } from '#shared/live-message';
import { isWhole } from './pull-changes.ts';
import type { RebuildOnce } from './rebuild-once.ts';
import type { Cancel, Random, Scheduler } from './scheduler.ts';
import { unreachable } from '#shared/unreachable';

/** What applying events works with. */
export interface LiveEventPorts {
  store: LocalStore;
  scheduler: Scheduler;
  random: Random;
  rebuildOnce: RebuildOnce;
  isPulling: () => boolean;
  /** The last whole checkpoint this engine has seen on disk; never above the true one. */
  knownSeq: () => number;
  requestPull: () => void;
  onError: (error: unknown) => void;
}

/** Where the server stands; the hash comes with heartbeats only. */
export interface HeardHead {
  epoch: string;
  head: number;
  hash?: string;
}

/** Applies commit events in order, and finds out when one is missing (R2). */
export interface LiveEvents {
  receive(event: CommitEvent): void;
  /** The server said where it stands: pull at once if the device is behind. */
  catchUp(heard: HeardHead): void;
  /** The same, but the missing events are probably on their way: give them a moment first. */
  expect(heard: HeardHead): void;
  /** A pull ended: events that came meanwhile are tried now. */
  afterPull(): void;
  stop(): void;
}

/** What the store does with an event, or `absent` where its documents did not travel with it. */
type EventFate = Awaited<ReturnType<LocalStore['applyCommit']>> | 'absent';

/** Creates the applier. It keeps at most 256 events; what it drops, a pull brings. */
export function createLiveEvents(ports: LiveEventPorts): LiveEvents {
  return new KeptEvents(ports);
}

class KeptEvents implements LiveEvents {
  readonly #ports: LiveEventPorts;
  readonly #kept = new Map<number, CommitEvent>();
  #expected: HeardHead | undefined;
  #isDraining = false;
  #isStopped = false;
  #cancelWait: Cancel | undefined;

  constructor(ports: LiveEventPorts) {
    this.#ports = ports;
  }

  receive(event: CommitEvent): void {
    this.#kept.set(event.seq, event);
    if (this.#kept.size > limits.eventsKeptDuringPull) {
      this.#kept.delete(Math.max(...this.#kept.keys()));
    }
    this.#begin(this.#drain());
  }

  catchUp(heard: HeardHead): void {
    this.#begin(this.#hear(heard, () => this.#ports.requestPull()));
  }

  expect(heard: HeardHead): void {
    this.#begin(this.#hear(heard, () => this.#waitForMissing()));
  }

  afterPull(): void {
    if (this.#isStopped) return;
    this.#begin(this.#drain());
    this.#waitForMissing();
  }

  stop(): void {
    this.#isStopped = true;
    this.#cancelWait?.();
    this.#kept.clear();
  }

  #begin(work: Promise<void>): void {
    work.catch((error: unknown) => {
      if (!this.#isStopped) this.#ports.onError(error);
    });
  }

  async #drain(): Promise<void> {
    if (this.#isDraining) return;
    this.#isDraining = true;
    try {
      let next = this.#first();
      while (next !== undefined && (await this.#follow(next))) next = this.#first();
    } finally {
      this.#isDraining = false;
    }
  }

  #first(): CommitEvent | undefined {
    if (this.#kept.size === 0 || this.#isStopped || this.#ports.isPulling()) return undefined;
    return this.#kept.get(Math.min(...this.#kept.keys()));
  }

  /** Whether the next event may be tried. */
  async #follow(event: CommitEvent): Promise<boolean> {
    const { store } = this.#ports;
    const fate: EventFate = event.absent === true ? 'absent' : await store.applyCommit(event);
    switch (fate) {
      case 'applied':
      case 'behind':
        this.#kept.delete(event.seq);
        return true;
      case 'gap':
        this.#waitForMissing();
        return false;
      case 'absent':
        this.#kept.delete(event.seq);
        if ((await store.readMeta()).wholeSeq < event.seq) this.#ports.requestPull();
        return true;
      case 'stale':
        this.#pullInstead();
        return false;
      case 'hash_differs':
        this.#kept.delete(event.seq);
        await this.#rebuild(await store.readMeta());
        return false;
      default:
        return unreachable(fate);
    }
  }

  async #hear(heard: HeardHead, onBehind: () => void): Promise<void> {
    const isNews = this.#expected?.epoch !== heard.epoch || this.#expected.head < heard.head;
    if (isNews) this.#expected = heard;
    if (this.#ports.isPulling() || this.#isStopped) return;
    const seqWhenHeard = this.#ports.knownSeq();
    const meta = await this.#ports.store.readMeta();
    if (isBehind(meta, heard)) onBehind();
    // Only the server can tell a replica that lags from a log that was restored; a pull asks it.
    else if (heard.head < seqWhenHeard) this.#ports.requestPull();
    else if (hasOtherHash(meta, heard)) await this.#rebuild(meta);
  }

  /** Waits a moment for events that overtook each other between replicas, then asks for what is missing. */
  #waitForMissing(): void {
    if (this.#cancelWait !== undefined || this.#isStopped) return;
    const { scheduler, random } = this.#ports;
    const delayMs = Math.round(limits.eventAheadWaitMs * (0.5 + random()));
    this.#cancelWait = scheduler.after(delayMs, () => {
      this.#cancelWait = undefined;
      this.#begin(this.#pullIfBehind());
    });
  }

  async #pullIfBehind(): Promise<void> {
    const meta = await this.#ports.store.readMeta();
    const isExpecting = this.#expected !== undefined && isBehind(meta, this.#expected);
    if ((this.#kept.size > 0 || isExpecting) && !this.#isStopped) this.#pullInstead();
  }

  /** All that was announced is in the log (R1), so a pull asked from now on brings it; keeping it could only loop. */
  #pullInstead(): void {
    this.#kept.clear();
    this.#expected = undefined;
    this.#ports.requestPull();
  }

  async #rebuild({ generation }: LocalMeta): Promise<void> {
    await this.#ports.rebuildOnce({ reason: 'hash_differs', generation });
    this.#ports.requestPull();
  }
}

/** Behind, inside a pull, or in another epoch: in each case a pull finds out what to do. */
function isBehind(meta: LocalMeta, heard: HeardHead): boolean {
  return !isWhole(meta) || meta.epoch !== heard.epoch || meta.wholeSeq < heard.head;
}

/** At the very same entry with another hash: the documents differ from the server's (R11). */
function hasOtherHash(meta: LocalMeta, heard: HeardHead): boolean {
  if (heard.hash === undefined || meta.rebuild !== undefined) return false;
  return meta.wholeSeq === heard.head && meta.hash !== heard.hash;
}
