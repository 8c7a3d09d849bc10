import { BehaviorSubject, type Observable } from 'rxjs';
import type { LocalStore } from '#client/store/local-store.ts';
import { leaderLock } from '#shared/background-sync';
import { protocolVersion } from '#shared/protocol-version';
import { combineSyncStatuses } from './combine-sync-statuses.ts';
import { reactToFailure } from './failure-reaction.ts';
import type { HttpTransport } from './http-transport.ts';
import { createLane, type Lane, type LaneOutcome } from './lane.ts';
import { lead, type Leadership, type LockPort } from './leader.ts';
import type { Cancel, Random, Scheduler } from './scheduler.ts';
import type { SocketTransport } from './socket-transport.ts';
import {
  createStatusChannel,
  type LeaderNews,
  type StatusChannel,
  type StatusPort,
} from './status-channel.ts';
import { createSyncEngine, type SyncEngine } from './sync-engine.ts';
import type { SyncStatus } from './sync-status.ts';
import type { Outcome, SyncTransport } from './sync-transport.ts';
import { type LeaderWatch, watchLeader } from './watch-leader.ts';
import type { WorkspaceSummary } from './workspace-list.ts';

/** A local store that also knows what was refused; `LocalDatabase` is one. */
export type SyncedStore = LocalStore & { readRefused(): Promise<readonly unknown[]> };

/** What sync of one signed-in person works with, handed in by the composition root. */
export interface StartSyncPorts {
  userId: string;
  /** Workspaces this device has data of, so that sync starts before any list was heard; the personal one first. */
  knownWorkspaceIds: readonly string[];
  /** Opens, or makes, the store of a workspace; the caller keeps it and closes it. */
  openStore: (workspaceId: string) => Promise<SyncedStore>;
  transport: Pick<HttpTransport, 'push' | 'pull' | 'listWorkspaces'>;
  socket: SocketTransport;
  scheduler: Scheduler;
  random: Random;
  locks: LockPort;
  /** A BroadcastChannel named by the user. */
  statusPort: StatusPort;
  /** This tab leads from now on: what the one before it wrote and died before telling is to be read (design §3). */
  onLead: () => void;
  /** Calls back on `online`, `offline` and when the page is shown: all of them only hints to ask now. */
  onHint: (listener: () => void) => Cancel;
  /** Calls back before the browser freezes this tab, and once it works again. */
  onFreeze: (of: { frozen: () => void; thawed: () => void }) => Cancel;
  /** The list as the server knows it. A workspace missing from it is paused, never deleted (R9). */
  onWorkspaces: (workspaces: readonly WorkspaceSummary[]) => void;
  /** Seals unsettled batches, then deletes the database of the workspace (R9); its engine has been stopped. */
  onMembershipEnded: (ending: { workspaceId: string; seq: number }) => void;
  onError: (error: unknown) => void;
}

/** Sync of all workspaces of one person in this tab. */
export interface Sync {
  /** One status for all workspaces, in a tab that does not lead that of the tab that does. */
  readonly status$: Observable<SyncStatus>;
  syncNow(): void;
  /** Asks for the list of workspaces, where this tab leads: there may be a new one. */
  hearWorkspaces(): void;
  /** This tab has written: whoever leads had better be awake to send it. */
  hasWritten(): void;
  /** Steps down and ends all work; the stores stay open. */
  stop(): void;
}

/** Waits to lead, then runs one engine per workspace over one socket. */
export function startSync(ports: StartSyncPorts): Sync {
  const tab = new TabSync(ports);
  return {
    status$: tab.status$.asObservable(),
    syncNow: () => tab.running?.syncNow(),
    hearWorkspaces: () => tab.running?.hearWorkspaces(),
    hasWritten: () => tab.hasWritten(),
    stop: () => tab.stop(),
  };
}

/** A tab that leads, or watches over the one that does. */
class TabSync {
  readonly status$ = new BehaviorSubject<SyncStatus>({ name: 'syncing', waiting: 0 });
  running: RunningSync | undefined;
  readonly #ports: StartSyncPorts;
  readonly #channel: StatusChannel;
  readonly #leadership: Leadership;
  readonly #watch: LeaderWatch;
  readonly #endings: readonly Cancel[];

  constructor(ports: StartSyncPorts) {
    const { scheduler, locks, userId } = ports;
    this.#ports = ports;
    this.#channel = createStatusChannel(ports.statusPort, (news) => this.#hear(news));
    this.#watch = watchLeader({
      scheduler,
      ask: () => this.#channel.ask(),
      onSilent: () => this.#leadership.takeOver(),
    });
    this.#leadership = lead({
      locks,
      name: leaderLock(userId),
      onLead: () => this.#lead(),
      // Who was robbed asks again only once the robber was heard or this tab is looked at: no two tabs rob in turn.
      onLose: () => this.#stepDown(),
    });
    this.#endings = [
      ports.onHint(() => this.#look()),
      ports.onFreeze({ frozen: () => this.#freeze(), thawed: () => this.#thaw() }),
    ];
    this.#watch.check();
  }

  hasWritten(): void {
    if (this.running === undefined) this.#watch.checkSoon();
  }

  stop(): void {
    for (const end of this.#endings) end();
    this.#watch.stop();
    this.#stepDown();
    this.#leadership.stop();
    this.#channel.close();
    this.status$.complete();
  }

  #lead(): void {
    this.#watch.stop();
    this.#ports.onLead();
    // Who asks before anything is known must hear that somebody leads.
    this.#channel.tell(this.status$.value);
    this.running = new RunningSync(this.#ports, (status) => {
      this.status$.next(status);
      this.#channel.tell(status);
    });
    this.running.start();
  }

  #stepDown(): void {
    this.running?.stop();
    this.running = undefined;
    this.#channel.fallSilent();
  }

  #hear({ status, protocol }: LeaderNews): void {
    if (this.running !== undefined) return;
    this.#watch.heard();
    // After an update a tab of the old build may lead on, with which the server does not speak any more (R13).
    const isOutdated = status.name === 'update-required' && protocol < protocolVersion;
    if (isOutdated) this.#leadership.takeOver();
    else this.status$.next(status);
  }

  #look(): void {
    if (this.running === undefined) this.#watch.checkSoon();
    else this.running.syncNow();
  }

  /** Steps aside in the last moment: a frozen tab would keep the lock, and do nothing. */
  #freeze(): void {
    this.#watch.stop();
    this.#stepDown();
    this.#leadership.stepAside();
  }

  #thaw(): void {
    this.#leadership.comeBack();
    this.#watch.check();
  }
}

/** What the leading tab runs. */
class RunningSync {
  readonly #ports: StartSyncPorts;
  readonly #onStatus: (status: SyncStatus) => void;
  readonly #engines = new Map<string, SyncEngine>();
  readonly #statuses = new Map<string, SyncStatus>();
  readonly #opening = new Set<string>();
  readonly #list: Lane;
  readonly #endings: Cancel[] = [];
  #isStopped = false;

  constructor(ports: StartSyncPorts, onStatus: (status: SyncStatus) => void) {
    const { scheduler, random, onError } = ports;
    this.#ports = ports;
    this.#onStatus = onStatus;
    const run = () => this.#readList();
    this.#list = createLane({ run, scheduler, random, onError, onState: () => undefined });
  }

  start(): void {
    const { socket, knownWorkspaceIds } = this.#ports;
    this.#endings.push(
      socket.onConnection((isConnected) => {
        if (isConnected) this.#list.hurry();
      }),
      socket.onWorkspaces(() => this.#list.hurry()),
    );
    socket.start();
    for (const workspaceId of knownWorkspaceIds) this.#add(workspaceId);
    this.#list.wake();
  }

  syncNow(): void {
    this.#ports.socket.connectNow();
    this.#list.hurry();
    for (const engine of this.#engines.values()) engine.syncNow();
  }

  hearWorkspaces(): void {
    this.#list.wake();
  }

  stop(): void {
    this.#isStopped = true;
    for (const end of this.#endings) end();
    this.#list.stop();
    for (const engine of this.#engines.values()) engine.stop();
    this.#engines.clear();
    this.#ports.socket.stop();
  }

  async #readList(): Promise<LaneOutcome> {
    const outcome = await this.#ports.transport.listWorkspaces();
    switch (outcome.name) {
      case 'answered':
        if (this.#isStopped) return { name: 'done' };
        this.#ports.onWorkspaces(outcome.answer.workspaces);
        for (const { id } of outcome.answer.workspaces) this.#add(id);
        return { name: 'done' };
      case 'unreachable':
      case 'busy':
      case 'missing':
      case 'needs-sign-in':
      case 'update-required':
        return reactToFailure(outcome);
      default:
        return reactToFailure({ name: 'rejected', code: outcome.name });
    }
  }

  #add(workspaceId: string): void {
    if (this.#engines.has(workspaceId) || this.#opening.has(workspaceId)) return;
    this.#opening.add(workspaceId);
    this.#ports
      .openStore(workspaceId)
      .then((store) => this.#run(store))
      .catch(this.#ports.onError)
      .finally(() => this.#opening.delete(workspaceId));
  }

  #run(store: SyncedStore): void {
    if (this.#isStopped) return;
    const { workspaceId } = store;
    const { socket, scheduler, random, onError } = this.#ports;
    const transport = telling(this.#ports.transport, () => socket.heard());
    const engine = createSyncEngine({
      store,
      transport,
      socket,
      scheduler,
      random,
      onError,
      countRefused: async () => (await store.readRefused()).length,
      onMembershipEnded: (ending) => this.#remove(ending),
    });
    this.#engines.set(workspaceId, engine);
    engine.status$.subscribe((status) => {
      this.#statuses.set(workspaceId, status);
      this.#tellStatus();
    });
    engine.start();
  }

  #remove(ending: { workspaceId: string; seq: number }): void {
    this.#engines.get(ending.workspaceId)?.stop();
    this.#engines.delete(ending.workspaceId);
    this.#statuses.delete(ending.workspaceId);
    this.#tellStatus();
    this.#ports.onMembershipEnded(ending);
  }

  #tellStatus(): void {
    if (!this.#isStopped) this.#onStatus(combineSyncStatuses([...this.#statuses.values()]));
  }
}

/** A transport whose every answer also tells that the server is there. */
function telling(transport: SyncTransport, heard: () => void): SyncTransport {
  const tell = async <T>(pending: Promise<Outcome<T>>): Promise<Outcome<T>> => {
    const outcome = await pending;
    if (outcome.name === 'answered') heard();
    return outcome;
  };
  return {
    push: (request) => tell(transport.push(request)),
    pull: (request) => tell(transport.pull(request)),
  };
}
