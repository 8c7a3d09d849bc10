import type { IncomingMessage } from 'node:http';
import { Server } from 'socket.io';
import { liveEvents } from '#shared/live-message';
import { limits } from '#shared/limits';
import type { AnnounceCommit } from '../sync/announce-commit.ts';
import type { TellMember } from '../workspaces/create-workspace.ts';
import { admitSocket } from './admit-socket.ts';
import { type LiveIo, type LiveParts, roomOf, roomOfPerson } from './live-socket.ts';
import { serveSocket } from './serve-socket.ts';

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
    // A connection that went silent is noticed within 30 s by the client, which says so, and by the server.
    pingInterval: 15_000,
    pingTimeout: 14_000,
    allowRequest: (request, decide) => decide(null, isSameOrigin(request, parts.publicUrl)),
  });
  io.engine.on('connection', (connection: { request: unknown }) => {
    // The request of the handshake would stay in memory for as long as the connection is idle.
    connection.request = null;
  });
  io.use(admitSocket(parts.verify));
  io.on('connection', (socket) => {
    // What is told of the person reaches all of their sockets, whatever workspaces these hear.
    void socket.join(roomOfPerson(socket.data.session.userId));
    serveSocket(socket, parts);
  });
  return io;
}

/** Sends commits to the room of their workspace; one encoding serves all sockets of all replicas. */
export function createAnnouncer(io: LiveIo): AnnounceCommit {
  return (event) => {
    io.to(roomOf(event.workspaceId)).emit(liveEvents.commit, event);
  };
}

/** Tells all sockets of a person, on all replicas, that they have come into a workspace. */
export function createMemberTeller(io: LiveIo): TellMember {
  return ({ userId, workspaceId }) => {
    io.to(roomOfPerson(userId)).emit(liveEvents.workspaces, { workspaceId });
  };
}

/** Browsers send Origin; it must be ours. Programs send none, and have no cookies that could be abused. */
function isSameOrigin(request: IncomingMessage, publicUrl: string | undefined): boolean {
  const { origin, host } = request.headers;
  if (origin === undefined) return true;
  if (publicUrl !== undefined && origin === new URL(publicUrl).origin) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}
