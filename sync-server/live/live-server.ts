import type { Server as HttpServer, IncomingMessage } from 'node:http';
import { type DefaultEventsMap, Server, type Socket } from 'socket.io';
import { liveEvents } from '#shared/live-message';
import { limits } from '#shared/limits';
import type { RequireMember } from '../http/require-member.ts';
import type { Session, VerifyToken } from '../http/require-session.ts';
import type { Log } from '../log.ts';
import type { AnnounceCommit } from '../sync/announce-commit.ts';
import type { PushBatches } from '../sync/push-batches.ts';
import { admitSocket } from './admit-socket.ts';
import type { ReadHeads } from './read-heads.ts';
import { serveSocket } from './serve-socket.ts';

/** What a socket carries: whose it is, until when, and which workspaces it hears. */
export interface SocketData {
  session: Session;
  workspaceIds: Set<string>;
}

/** The Socket.IO server of a replica. */
export type LiveIo = Server<DefaultEventsMap, DefaultEventsMap, DefaultEventsMap, SocketData>;
/** One connection. */
export type LiveSocket = Socket<DefaultEventsMap, DefaultEventsMap, DefaultEventsMap, SocketData>;

/** What the live server works with. */
export interface LiveParts {
  httpServer: HttpServer;
  verify: VerifyToken;
  requireMember: RequireMember;
  push: PushBatches;
  readHeads: ReadHeads;
  publicUrl: string | undefined;
  now: () => number;
  log: Log;
}

/** The room of everybody who hears a workspace, and the one of all sockets of a person. */
export const roomOf = {
  workspace: (workspaceId: string) => `w/${workspaceId}`,
  user: (userId: string) => `u/${userId}`,
};

/**
 * Attaches Socket.IO: websocket only, same origin only, no state recovery (correctness rests on checkpoints, never
 * on a socket), frames of 1 MiB at most, and no compression, which would cost every idle connection its window.
 */
export function createLiveServer(parts: LiveParts): LiveIo {
  const io: LiveIo = new Server(parts.httpServer, {
    serveClient: false,
    transports: ['websocket'],
    allowUpgrades: false,
    perMessageDeflate: false,
    httpCompression: false,
    maxHttpBufferSize: limits.socketFrameMaxBytes,
    connectTimeout: 10_000,
    pingInterval: 20_000,
    pingTimeout: 20_000,
    allowRequest: (request, decide) => decide(null, isSameOrigin(request, parts.publicUrl)),
  });
  io.engine.on('connection', (connection: { request: unknown }) => {
    // The request of the handshake would stay in memory for as long as the connection is idle.
    connection.request = null;
  });
  io.use(admitSocket(parts.verify));
  io.on('connection', (socket) => serveSocket(socket, parts));
  return io;
}

/** Sends commits to the room of their workspace; one encoding serves all sockets of all replicas. */
export function createAnnouncer(io: LiveIo): AnnounceCommit {
  return (event) => {
    io.to(roomOf.workspace(event.workspaceId)).emit(liveEvents.commit, event);
  };
}

/** Browsers send Origin; it must be ours. Programs send none, and have no cookies that could be abused. */
function isSameOrigin(request: IncomingMessage, publicUrl: string | undefined): boolean {
  const { origin, host } = request.headers;
  if (origin === undefined) return true;
  if (publicUrl !== undefined && origin === new URL(publicUrl).origin) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}
