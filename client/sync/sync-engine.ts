import type { Observable } from 'rxjs';
import type { LocalMeta, LocalStore } from '#client/store/local-store.ts';
import { createAskNames } from './ask-names.ts';
import { createJoinWorkspace, type JoinPorts } from './join-workspace.ts';
import { createLane, type Lane, type LanePorts } from './lane.ts';
import { createLearnOffset, type LearnOffset } from './learn-offset.ts';
import { createLiveEvents, type LiveEvents } from './live-events.ts';
import { createPullChanges } from './pull-changes.ts';
import { createPushOutbox } from './push-outbox.ts';
import { createPushRoute } from './push-route.ts';
import { createRebuildOnce, type RebuildOnce } from './rebuild-once.ts';
import type { Cancel, Random, Scheduler } from './scheduler.ts';
import { createSyncProgress, type SyncProgress } from './sync-progress.ts';
import type { SyncStatus } from './sync-status.ts';
import type { LiveConnection, LiveEvent, SyncTransport } from './sync-transport.ts';
import { unreachable } from '#shared/unreachable';

/** While something waits or no socket tells of news, the engine looks again this often. */
const lookAgainMs = 30_000;

/** All that an engine touches; twenty of them run in one test on a virtual clock. */
export interface SyncEnginePorts {
  store: LocalStore;
  transport: SyncTransport;
  socket: LiveConnection;
  scheduler: Scheduler;
  random: Random;
  /** How many refused batches wait for the person to look at them. */
  countRefused: () => Promise<number>;
  /** The membership has ended for certain; sealing unsent work and deleting the database is the caller's part (R9). */
  onMembershipEnded: (ending: { workspaceId: string; seq: number }) => void;
  /** Hears of what should not happen, such as a lost IndexedDB connection; the work is tried again. */
  onError: (error: unknown) => void;
}

/** Keeps one workspace of one device level with the server. */
export interface SyncEngine {
  start(): void;
  /** Ends all work; nothing is written after what is already on its way to disk. Does not close the store. */
  stop(): void;
  /** Tries everything now, whatever waits: network back, tab shown, signed in, or the person asked. */
  syncNow(): void;
  readonly status$: Observable<SyncStatus>;
}

/** Creates an engine at rest. Pushing, pulling and joining are lanes of their own and never wait for each other. */
export function createSyncEngine(ports: SyncEnginePorts): SyncEngine {
  const { store, socket, scheduler } = ports;
  const { push, pull, join, live, progress, life } = connectParts(ports);
  const endings: Cancel[] = [];
  let cancelLook: Cancel = () => undefined;

  const syncNow = () => {
    for (const lane of [join, pull, push]) lane.hurry();
  };
  const lookAgain = () => {
    cancelLook = scheduler.after(lookAgainMs, lookAgain);
    for (const lane of [join, pull, push]) {
      const state = lane.state();
      if (state.name === 'paused' && state.reason === 'needs-sign-in') lane.hurry();
    }
    push.wake();
    if (life.joinedAs !== undefined) return;
    join.wake();
    pull.wake();
  };
  const onMeta = (meta: LocalMeta) => {
    if (meta.nextN - 1 > meta.settledN) push.wake();
    if (life.joinedAs !== undefined && life.joinedAs !== meta.deviceId) join.wake();
  };

  return {
    start() {
      endings.push(
        store.onChange(() => progress.refresh()),
        progress.onMeta(onMeta),
        socket.onConnection((isConnected) => {
          life.joinedAs = undefined;
          if (isConnected) syncNow();
        }),
        socket.onEvent(store.workspaceId, (event) => hear(event, { live, pull, push, life })),
      );
      cancelLook = scheduler.after(lookAgainMs, lookAgain);
      progress.refresh();
      syncNow();
    },
    stop() {
      life.isStopped = true;
      for (const end of [...endings, cancelLook]) end();
      live.stop();
      for (const lane of [push, pull, join]) lane.stop();
      progress.stop();
      if (socket.isConnected()) socket.leave({ workspaceId: store.workspaceId });
    },
    syncNow,
    status$: progress.status$,
  };
}

interface EngineLife {
  /** The device that the server sends events to on the socket as it is now. */
  joinedAs: string | undefined;
  isStopped: boolean;
}

function newLife(): EngineLife {
  return { joinedAs: undefined, isStopped: false };
}

/** Wires the lanes: who wakes whom. */
function connectParts(ports: SyncEnginePorts, life = newLife()) {
  const { store, transport, socket, scheduler, random, onError } = ports;
  const progress = createSyncProgress(ports);
  const learn = withinLife(
    life,
    createLearnOffset({ store, known: () => progress.meta(), onError }),
  );
  const rebuildOnce = createRebuildOnce({ store, scheduler });
  const send = createPushRoute({ transport, socket });
  const onRightsInDoubt = () => pull.hurry();
  const lane = (run: LanePorts['run'], onState: LanePorts['onState']) =>
    createLane({ run, onState, scheduler, random, onError });

  const live = createLive(ports, { rebuildOnce, progress, pull: () => pull });
  const pullChanges = createPullChanges({
    store,
    rebuildOnce,
    ask: (request) => learn(transport.pull(request)),
    askNames: createAskNames({ store, transport, learn }),
    doneN: (meta) => pushOutbox.doneN(meta),
    requestPush: () => push.wake(),
    onPage: (received) => progress.addReceived(received),
    onMembershipEnded: ports.onMembershipEnded,
  });
  const pull = lane(pullChanges, (state) => {
    progress.setLane('pull', state);
    if (state.name !== 'running') live.afterPull();
    if (state.name === 'idle' && life.joinedAs === undefined) join.wake();
  });
  const pushOutbox = createPushOutbox({
    store,
    send: (request) => learn(send(request)),
    rebuildOnce: (wanted) => rebuildOnce(wanted).then(() => pull.wake()),
    onAnswered: (heard) => (life.joinedAs === undefined ? live.catchUp(heard) : live.expect(heard)),
    onRightsInDoubt,
  });
  const push = lane(pushOutbox.pushNext, (state) => progress.setLane('push', state));
  const onJoined: JoinPorts['onJoined'] = ({ deviceId, answer }) => {
    life.joinedAs = deviceId;
    live.catchUp(answer);
  };
  const joining = createJoinWorkspace({ store, socket, learn, onJoined, onRightsInDoubt });
  const join = lane(joining, () => undefined);
  return { push, pull, join, live, progress, life };
}

function createLive(
  { store, scheduler, random, onError }: SyncEnginePorts,
  of: { rebuildOnce: RebuildOnce; progress: SyncProgress; pull: () => Lane },
): LiveEvents {
  const { rebuildOnce, progress, pull } = of;
  return createLiveEvents({
    store,
    scheduler,
    random,
    rebuildOnce,
    onError,
    isPulling: () => pull().state().name === 'running',
    knownSeq: () => progress.meta()?.wholeSeq ?? 0,
    requestPull: () => pull().wake(),
  });
}

/** An answer that comes after `stop` counts as none, so nothing is done about it. */
function withinLife(life: EngineLife, learnOffset: LearnOffset): LearnOffset {
  return async (pending) => {
    const outcome = await learnOffset(pending);
    return life.isStopped ? { name: 'unreachable' } : outcome;
  };
}

/** What the server says of itself: data goes to the applier, everything else only makes the device ask. */
function hear(
  event: LiveEvent,
  { live, pull, push, life }: { live: LiveEvents; pull: Lane; push: Lane; life: EngineLife },
): void {
  for (const lane of [pull, push]) lane.heard();
  switch (event.name) {
    case 'commit':
      return live.receive(event.commit);
    case 'head':
      return live.expect(event.head);
    case 'revoked':
      // The server has let this socket out of the room: whoever may still pull comes back.
      life.joinedAs = undefined;
      return pull.hurry();
    case 'signed-out':
      return pull.hurry();
    default:
      return unreachable(event);
  }
}
