import { createMemberStep } from '#server/http/require-member';
import { createReadHeads, type WorkspaceHead } from '#server/live/read-heads';
import type { Storage } from '#server/storage/port';
import { createSync, type Sync } from '#server/sync/create-sync';
import { createTrashPurge, type TrashPurge } from '#server/trash/purge-trash';
import { createFreshDocuments } from '#server/workspaces/fresh-documents';
import type { LiveEvent, PullRequest } from '#client/sync/sync-transport.ts';
import { failureOfProblem, type SyncFailure } from '#client/sync/sync-failure.ts';
import type { VirtualTime } from '#client/sync/testing/virtual-time.ts';
import type { SeededRandom } from '#scripts/seeded-random';
import { ApiError, problemOf } from '#shared/api-error';
import type { CommitEvent } from '#shared/live-message';
import { limits } from '#shared/limits';
import { may } from '#shared/permissions';
import { parse } from '#shared/parse';
import { pullAnswerSchema, readCheckpoint, type PullAnswer } from '#shared/pull-message';
import type { PushAnswer, PushRequest } from '#shared/push-message';
import type { Recorder } from './history.ts';
import type { Life } from './simulated-storage.ts';

/** What a replica answers, in the words of a client that has read the problem object. */
export type Served<T> = { name: 'served'; answer: T } | SyncFailure;

/** One connection as its replica sees it. */
export interface ServerSocket {
  userId: string;
  workspaceIds: Set<string>;
  /** The seq at which a membership ended while the socket heard the workspace. */
  revokedAt: number | undefined;
  send(event: LiveEvent): void;
}

/** What a replica is made from. `publish` tells the other replicas, as Redis does. */
export interface ReplicaParts {
  name: string;
  life: Life;
  storage: Storage;
  time: VirtualTime;
  random: SeededRandom;
  now: () => number;
  publish: (event: CommitEvent) => void;
  recorder: Recorder;
  /** Altered parts of a broken product, for the tests of the checker. */
  alterSync?: ((sync: Sync, parts: ReplicaParts) => Sync) | undefined;
  pollsHeads?: boolean | undefined;
  pageLimit: number;
}

/** The real commit path with the thin shell that Koa and Socket.IO are elsewhere. */
export class SimulatedReplica {
  readonly name: string;
  readonly sync: Sync;
  readonly trash: TrashPurge;
  readonly sockets = new Set<ServerSocket>();
  readonly #parts: ReplicaParts;
  readonly #requireMember: ReturnType<typeof createMemberStep>;
  readonly #readHeads: ReturnType<typeof createReadHeads>;
  readonly #lastHeads = new Map<string, WorkspaceHead>();
  #lastBeatMs: number;

  constructor(parts: ReplicaParts) {
    this.#parts = parts;
    this.name = parts.name;
    const sync = createSync({
      storage: parts.storage,
      announce: (event) => this.#announce(event),
      now: parts.now,
      newCommitId: () => Math.floor(parts.random() * 2 ** 48).toString(36),
      pause: (ms) => parts.time.sleep(ms),
      afterIo: (callback) => void parts.time.after(0, callback),
      onViewFailed: () => parts.recorder.note('view.failed'),
    });
    this.sync = parts.alterSync?.(sync, parts) ?? sync;
    this.trash = createTrashPurge({
      storage: parts.storage,
      documents: createFreshDocuments(parts.storage),
      commitPurge: (of) => {
        const { purgeDecisions } = parts.recorder.history;
        for (const { id, seq } of of.trees.flatMap(({ targets }) => targets))
          purgeDecisions.add(`${id} ${seq}`);
        return this.sync.purge(of);
      },
      applier: this.sync.applier,
      now: parts.now,
      breathe: () => parts.time.sleep(0),
    });
    this.#requireMember = createMemberStep(this.sync.states.membership);
    this.#readHeads = createReadHeads(parts.storage);
    this.#lastBeatMs = parts.time.now();
    if (parts.pollsHeads !== false) this.#pollLater();
  }

  push(userId: string, request: PushRequest): Promise<Served<PushAnswer>> {
    return this.#serve(() => this.sync.push({ userId, request }));
  }

  pull(userId: string, request: PullRequest): Promise<Served<PullAnswer>> {
    return this.#serve(async () => {
      const { workspaceId, deviceId } = request;
      await this.#requireMember({ workspaceId, userId, action: 'read' });
      const { epoch } = await this.sync.states.open(workspaceId);
      if (request.epoch !== undefined && request.epoch !== epoch) {
        throw new ApiError('epoch_changed');
      }
      const text = await this.sync.readPage({
        workspaceId,
        userId,
        epoch,
        deviceId,
        after: readCheckpoint(request.after),
        from: request.from,
        limit: this.#parts.pageLimit,
      });
      const page = parse(pullAnswerSchema, JSON.parse(text));
      if (!page.ok) throw new Error(`a page breaks its schema: ${JSON.stringify(page.errors)}`);
      return page.value;
    });
  }

  /** Subscribes first, then reads the head from the log (A7). */
  join(
    socket: ServerSocket,
    workspaceId: string,
  ): Promise<Served<{ epoch: string; head: number }>> {
    return this.#serve(async () => {
      await this.#requireMember({ workspaceId, userId: socket.userId, action: 'read' });
      socket.workspaceIds.add(workspaceId);
      socket.revokedAt = undefined;
      const head = (await this.#readHeads([workspaceId])).get(workspaceId);
      if (head === undefined) throw new ApiError('workspace_unknown');
      return { epoch: head.epoch, head: head.head };
    });
  }

  /** An event for the sockets of this replica, whoever committed it. */
  emit(event: CommitEvent): void {
    if (this.#parts.life.isDead) return;
    for (const socket of this.#hearing(event.workspaceId)) {
      socket.send({ name: 'commit', commit: event });
    }
  }

  #announce(event: CommitEvent): void {
    if (this.#parts.life.isDead) return;
    this.emit(event);
    this.#parts.publish(event);
  }

  async #serve<T>(answer: () => Promise<T>): Promise<Served<T>> {
    try {
      return { name: 'served', answer: await answer() };
    } catch (error) {
      if (!(error instanceof ApiError)) {
        this.#parts.recorder.surprise(`${this.name} failed: ${String(error)}`);
        return { name: 'busy', retryAfterMs: undefined };
      }
      this.#parts.recorder.note(`problem.${error.code}`);
      const { retryAfterSeconds } = error.details;
      const retryAfterMs = retryAfterSeconds === undefined ? undefined : retryAfterSeconds * 1000;
      return failureOfProblem(problemOf(error.code, error.details), retryAfterMs);
    }
  }

  #pollLater(): void {
    this.#parts.time.after(limits.headPollIntervalMs, () => {
      if (this.#parts.life.isDead) return;
      void this.#poll()
        .catch(() => this.#parts.recorder.note('poll.failed'))
        .finally(() => this.#pollLater());
    });
  }

  /** As `watchHeads` does over Socket.IO: heads that moved at once, all of them every 15 s; former members leave. */
  async #poll(): Promise<void> {
    const { time } = this.#parts;
    const watched = new Set([...this.sockets].flatMap(({ workspaceIds }) => [...workspaceIds]));
    const isBeat = time.now() - this.#lastBeatMs >= limits.headIntervalMs;
    if (isBeat) this.#lastBeatMs = time.now();
    if (isBeat) this.#tellRevoked();
    for (const [workspaceId, head] of await this.#readHeads([...watched])) {
      const last = this.#lastHeads.get(workspaceId);
      const hasMoved = last?.head !== head.head || last.epoch !== head.epoch;
      if (hasMoved) await this.sync.states.refresh(workspaceId, head);
      if (hasMoved || isBeat) {
        for (const socket of this.#hearing(workspaceId)) {
          socket.send({ name: 'head', head: { workspaceId, ...head } });
        }
      }
      if (hasMoved) await this.#dismissFormer(workspaceId, head);
      this.#lastHeads.set(workspaceId, head);
    }
  }

  async #dismissFormer(workspaceId: string, { head }: WorkspaceHead): Promise<void> {
    for (const socket of this.#hearing(workspaceId)) {
      const membership = await this.sync.states.membership(workspaceId, socket.userId);
      if (membership?.role && may(membership.role, 'read')) continue;
      socket.workspaceIds.delete(workspaceId);
      socket.revokedAt = membership?.seq ?? head;
      socket.send({ name: 'revoked', seq: socket.revokedAt });
    }
  }

  #tellRevoked(): void {
    for (const socket of this.sockets) {
      if (socket.revokedAt !== undefined) socket.send({ name: 'revoked', seq: socket.revokedAt });
    }
  }

  #hearing(workspaceId: string): ServerSocket[] {
    return [...this.sockets].filter(({ workspaceIds }) => workspaceIds.has(workspaceId));
  }
}
