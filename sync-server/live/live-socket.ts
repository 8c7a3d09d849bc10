import type { Server as HttpServer } from 'node:http';
import type { DefaultEventsMap, Server, Socket } from 'socket.io';
import type { RequireMember } from '../http/require-member.ts';
import type { Session, VerifyToken } from '../http/require-session.ts';
import type { Log } from '../log.ts';
import type { PushBatches } from '../sync/push-batches.ts';
import type { ReadHeads } from './read-heads.ts';

/** What a socket carries: whose it is, until when, and which workspaces it hears. */
export interface SocketData {
  session: Session;
  workspaceIds: Set<string>;
  /** Workspaces whose membership ended while the socket heard them: told again at every beat, until it joins or leaves. */
  revoked: Map<string, { epoch: string; seq: number }>;
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

/** The room of all sockets of a person. */
export function roomOfPerson(userId: string): string {
  return `p/${userId}`;
}

/** The room of everybody who hears a workspace. */
export function roomOf(workspaceId: string): string {
  return `w/${workspaceId}`;
}
