import type * as z from 'zod/mini';
import { ApiError, type Problem, problemOf } from '#shared/api-error';
import {
  joinRequestSchema,
  leaveRequestSchema,
  liveEvents,
  renewRequestSchema,
} from '#shared/live-message';
import { parse } from '#shared/parse';
import { pushRequestSchema } from '#shared/push-message';
import { type LiveParts, type LiveSocket, roomOf } from './live-socket.ts';

type Ack = { ok: true; answer: unknown } | { ok: false; problem: Problem };

/**
 * Serves the events of one socket. Every event has one argument and, where it is answered, one acknowledgement with
 * the answer or the problem object that HTTP would have carried.
 */
export function serveSocket(socket: LiveSocket, parts: LiveParts): void {
  const on = <S extends z.core.$ZodType>(
    event: string,
    schema: S,
    answer: (request: z.output<S>) => Promise<unknown>,
  ): void => {
    socket.on(event, (...received: unknown[]) => {
      const [input, acknowledge] = received;
      const serve = () => {
        if (event !== liveEvents.renew) refuseExpired(socket, parts);
        return answer(readInput(schema, input));
      };
      void answerEvent(serve, parts).then((ack) => {
        if (typeof acknowledge === 'function') acknowledge(ack);
      });
    });
  };
  on(liveEvents.join, joinRequestSchema, (request) => join(socket, parts, request));
  on(liveEvents.leave, leaveRequestSchema, async ({ workspaceId }) => {
    socket.data.workspaceIds.delete(workspaceId);
    socket.data.revoked.delete(workspaceId);
    await socket.leave(roomOf(workspaceId));
    return {};
  });
  on(liveEvents.push, pushRequestSchema, (request) => {
    return parts.push({ userId: socket.data.session.userId, request });
  });
  on(liveEvents.renew, renewRequestSchema, ({ token }) => renew(socket, parts, token));
}

/** Subscribes first, then reads the head from the log, so that no commit falls between the two (A7). */
async function join(
  socket: LiveSocket,
  parts: LiveParts,
  { workspaceId }: { workspaceId: string },
): Promise<{ epoch: string; head: number; serverTime: number }> {
  const { userId } = socket.data.session;
  await parts.requireMember({ workspaceId, userId, action: 'read' });
  // A socket that is gone by now would stay in the room for ever.
  if (!socket.connected) throw new ApiError('busy');
  await socket.join(roomOf(workspaceId));
  socket.data.workspaceIds.add(workspaceId);
  socket.data.revoked.delete(workspaceId);
  const heads = await parts.readHeads([workspaceId]);
  const head = heads.get(workspaceId);
  if (head === undefined) throw new ApiError('workspace_unknown');
  return { epoch: head.epoch, head: head.head, serverTime: parts.now() };
}

/** A renewal with somebody else's token ends the socket: its rooms are those of the first person. */
async function renew(
  socket: LiveSocket,
  parts: LiveParts,
  token: string,
): Promise<{ expiresAt: number }> {
  const session = parts.verify(token);
  if (session.userId !== socket.data.session.userId) {
    socket.disconnect(true);
    throw new ApiError('token_invalid');
  }
  socket.data.session = session;
  return { expiresAt: session.expiresAtMs };
}

/** R12: an expired session pauses sync; only a new token goes on. */
function refuseExpired(socket: LiveSocket, parts: LiveParts): void {
  if (parts.now() >= socket.data.session.expiresAtMs) throw new ApiError('token_expired');
}

function readInput<S extends z.core.$ZodType>(schema: S, input: unknown): z.output<S> {
  const parsed = parse(schema, input);
  if (!parsed.ok) throw new ApiError('invalid', { errors: parsed.errors });
  return parsed.value;
}

async function answerEvent(answer: () => Promise<unknown>, parts: LiveParts): Promise<Ack> {
  try {
    return { ok: true, answer: await answer() };
  } catch (error) {
    if (error instanceof ApiError) {
      const { retryAfterSeconds } = error.details;
      const problem = problemOf(error.code, error.details);
      const retryAfter = retryAfterSeconds === undefined ? {} : { retryAfter: retryAfterSeconds };
      return { ok: false, problem: { ...problem, ...retryAfter } };
    }
    parts.log.error({ err: error }, 'a socket event failed');
    return { ok: false, problem: problemOf('internal') };
  }
}
