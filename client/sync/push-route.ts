import type { PushAnswer, PushRequest } from '#shared/push-message';
import type { LiveConnection, Outcome, SyncTransport } from './sync-transport.ts';

/**
 * Sends a push over the socket when it is up, else as a POST: same body, same answer, same handler (design §4).
 * A socket that did not answer may be dead without knowing it, so the same batches travel by POST the next time.
 */
export function createPushRoute({
  transport,
  socket,
}: {
  transport: SyncTransport;
  socket: LiveConnection;
}): (request: PushRequest) => Promise<Outcome<PushAnswer>> {
  let isSocketInDoubt = false;
  return async (request) => {
    if (isSocketInDoubt || !socket.isConnected()) {
      isSocketInDoubt = false;
      return transport.push(request);
    }
    const outcome = await socket.push(request);
    isSocketInDoubt = outcome.name === 'unreachable';
    return outcome;
  };
}
