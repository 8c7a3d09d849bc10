import { BehaviorSubject, type Observable } from 'rxjs';
import type { LocalStore } from '#client/store/local-store.ts';
import { combineSyncStatuses } from './combine-sync-statuses.ts';
import { reactToFailure } from './failure-reaction.ts';
import type { HttpTransport } from './http-transport.ts';
import { createLane, type Lane, type LaneOutcome } from './lane.ts';
import { lead, type LockPort } from './leader.ts';
import type { Cancel, Random, Scheduler } from './scheduler.ts';
import type { SocketTransport } from './socket-transport.ts';
import { createStatusChannel, type StatusChannel, type StatusPort } from './status-channel.ts';
import { createSyncEngine, type SyncEngine } from './sync-engine.ts';
import type { SyncStatus } from './sync-status.ts';
import type { Outcome, SyncTransport } from './sync-transport.ts';
import { watchLeader } from './watch-leader.ts';
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
  /** Steps down and ends all work; the stores stay open. */
  stop(): void;
}

/** Waits to lead, then runs one engine per workspace over one socket. */
export function startSync(ports: StartSyncPorts): Sync {
  const status$ = new BehaviorSubject<SyncStatus>({ name: 'syncing', waiting: 0 });
  let running: RunningSync | undefined;
  const channel = createStatusChannel(ports.statusPort, (status) => {
    if (running !== undefined) return;
    status$.next(status);
    watch.heard();
  });
  const stepDown = () => {
    running?.stop();
    running = undefined;
    channel.fallSilent();
  };
  const leadership = lead({
    locks: ports.locks,
    name: `taskflow/sync/${ports.userId}`,
    onLead: () => {
      watch.stop();
      ports.onLead();
      // Who asks before anything is known must hear that somebody leads.
      channel.tell(status$.value);
      running = new RunningSync(ports, (status) => publish(status, { status$, channel }));
      running.start();
    },
    // Who was robbed asks again only once the robber was heard or this tab is looked at: no two tabs rob in turn.
    onLose: stepDown,
  });
  const watch = watchLeader({
    scheduler: ports.scheduler,
    ask: () => channel.ask(),
    onSilent: () => leadership.takeOver(),
  });
  const endHints = ports.onHint(() => {
    if (running === undefined) watch.check();
    else running.syncNow();
  });
  watch.check();
  return {
    status$: status$.asObservable(),
    syncNow: () => running?.syncNow(),
    hearWorkspaces: () => running?.hearWorkspaces(),
    stop() {
      endHints();
      watch.stop();
      stepDown();
      leadership.stop();
      channel.close();
      status$.complete();
    },
  };
}

function publish(
  status: SyncStatus,
  to: { status$: BehaviorSubject<SyncStatus>; channel: StatusChannel },
): void {
  to.status$.next(status);
  to.channel.tell(status);
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
