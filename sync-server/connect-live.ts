import type { Server as HttpServer } from 'node:http';
import type { RequireMember } from './http/require-member.ts';
import type { VerifyToken } from './http/require-session.ts';
import { createAnnouncer, createLiveServer, createMemberTeller } from './live/live-server.ts';
import type { LiveIo } from './live/live-socket.ts';
import { createReadHeads } from './live/read-heads.ts';
import type { RedisFanOut } from './live/redis-fan-out.ts';
import { watchHeads } from './live/watch-heads.ts';
import type { Log } from './log.ts';
import type { Storage } from './storage/port.ts';
import type { AnnounceCommit } from './sync/announce-commit.ts';
import type { Sync } from './sync/create-sync.ts';
import type { Timers } from './timers.ts';
import type { TellMember } from './workspaces/create-workspace.ts';

/** Announcements made before sockets can be heard go nowhere, which costs nothing: nobody listens yet. */
export interface Announcements {
  announce: AnnounceCommit;
  tellMember: TellMember;
  /** Hears of commits as the sockets do. */
  listen(announce: AnnounceCommit): void;
  connect(io: LiveIo): void;
}

/** Joins the commit path, which is built first, to the sockets, which need it. */
export function createAnnouncements(): Announcements {
  const listeners: AnnounceCommit[] = [];
  const tellers: TellMember[] = [];
  return {
    announce: (event) => {
      for (const announce of listeners) announce(event);
    },
    tellMember: (membership) => {
      for (const tell of tellers) tell(membership);
    },
    listen: (announce) => void listeners.push(announce),
    connect: (io) => {
      listeners.push(createAnnouncer(io));
      tellers.push(createMemberTeller(io));
    },
  };
}

/** What the sockets are joined to. */
export interface LiveConnectionParts {
  httpServer: HttpServer;
  storage: Storage;
  sync: Sync;
  announcements: Announcements;
  verify: VerifyToken;
  requireMember: RequireMember;
  fanOut: RedisFanOut | undefined;
  publicUrl: string | undefined;
  clock: () => number;
  timers: Timers;
  log: Log;
}

/** Starts Socket.IO on the http server and the watch over heads. Returns how to end both. */
export function connectLive(parts: LiveConnectionParts): { close(): Promise<void> } {
  const readHeads = createReadHeads(parts.storage);
  const { sync, log, clock: now } = parts;
  const io = createLiveServer({ ...parts, push: sync.push, readHeads, now });
  parts.fanOut?.attach(io);
  parts.announcements.connect(io);
  const { every } = parts.timers;
  const stopWatching = watchHeads({ io, readHeads, states: sync.states, now, log, every });
  return {
    close: async () => {
      stopWatching();
      // Closes the http server as well, which sockets would keep open for ever.
      await io.close();
    },
  };
}
