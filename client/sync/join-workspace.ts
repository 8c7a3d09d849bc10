import type { LocalStore } from '#client/store/local-store.ts';
import { reactToFailure } from './failure-reaction.ts';
import type { LaneOutcome } from './lane.ts';
import type { LearnOffset } from './learn-offset.ts';
import type { JoinAnswer, LiveConnection } from './sync-transport.ts';
import { unreachable } from '#shared/unreachable';

/** What joining works with. */
export interface JoinPorts {
  store: LocalStore;
  socket: LiveConnection;
  onJoined: (joined: { deviceId: string; answer: JoinAnswer }) => void;
  /** Rights seem to have ended: only a pull may find that out (R9). */
  onRightsInDoubt: () => void;
  learn: LearnOffset;
}

/**
 * Creates the job of the join lane: asks for the events of the workspace each time the socket has come up, and hears
 * where the log stands. It names the device anew, since a fork may have changed it.
 */
export function createJoinWorkspace(ports: JoinPorts): () => Promise<LaneOutcome> {
  const { store, socket } = ports;
  return async () => {
    if (!socket.isConnected()) return { name: 'done' };
    const { deviceId, settledN } = await store.readMeta();
    const outcome = await ports.learn(socket.join({ workspaceId: store.workspaceId, deviceId }));
    switch (outcome.name) {
      case 'answered':
        ports.onJoined({ deviceId, answer: outcome.answer });
        return { name: 'done' };
      case 'device-taken':
        await store.fork({ deviceId, fromN: settledN + 1 });
        return { name: 'again' };
      case 'membership-ended':
        ports.onRightsInDoubt();
        return reactToFailure({ name: 'missing' });
      case 'batch-gap':
      case 'epoch-changed':
      case 'checkpoint-expired':
        return reactToFailure({ name: 'rejected', code: outcome.name });
      case 'unreachable':
      case 'busy':
      case 'missing':
      case 'rejected':
      case 'too-large':
      case 'needs-sign-in':
      case 'update-required':
        return reactToFailure(outcome);
      default:
        return unreachable(outcome);
    }
  };
}
