import * as z from 'zod/mini';
import { ApiError, type Problem, problemOf } from '#shared/api-error';
import { parse } from '#shared/parse';
import { oldestProtocolVersion } from '#shared/protocol-version';
import type { VerifyToken } from '../http/require-session.ts';
import type { LiveSocket } from './live-socket.ts';

const authSchema = z.object({ token: z.string(), protocol: z.optional(z.int()) });

/** What Socket.IO hands to the client as `connect_error`, with the problem object as its `data`. */
class AdmissionError extends Error {
  readonly data: Problem;

  constructor(problem: Problem) {
    super(problem.code);
    this.data = problem;
  }
}

/** Lets in sockets that bring an access token in `auth.token`; cookies never count here. */
export function admitSocket(verify: VerifyToken) {
  return (socket: LiveSocket, next: (error?: Error) => void): void => {
    try {
      const auth = parse(authSchema, socket.handshake.auth);
      if (!auth.ok) throw new ApiError('token_missing');
      const { token, protocol = oldestProtocolVersion } = auth.value;
      if (protocol < oldestProtocolVersion) throw new ApiError('upgrade_required');
      const session = verify(token);
      socket.data = { session, workspaceIds: new Set(), revoked: new Map() };
      next();
    } catch (error) {
      const code = error instanceof ApiError ? error.code : 'internal';
      next(new AdmissionError(problemOf(code)));
    }
  };
}
