import { liveEvents } from '#shared/live-message';
import { limits } from '#shared/limits';
import type { Log } from '../log.ts';
import { may } from '#shared/permissions';
import type { WorkspaceStates } from '../sync/workspace-states.ts';
import type { Membership } from '../workspaces/membership.ts';
import { type LiveIo, type LiveSocket, roomOf } from './live-socket.ts';
import type { ReadHeads, WorkspaceHead } from './read-heads.ts';

/** What the watch works with; `every` is the injected timer. */
export interface WatchParts {
  io: LiveIo;
  readHeads: ReadHeads;
  states: WorkspaceStates;
  now: () => number;
  log: Log;
  every: (ms: number, run: () => void) => () => void;
}

const renewalGraceMs = 30_000;
const unsentMaxBytes = 1024 * 1024;
const sweepMs = 1_000;

/**
 * Watches what must never rest on Redis (R2, R9): heads and epochs of the workspaces that sockets of this replica hear
 * are polled every 2 s and told to them when they moved, every 15 s in any case; members are asked again when the
 * log moved; sockets whose session ran out, or that do not read, are dealt with. Returns how to stop.
 */
export function watchHeads(parts: WatchParts): () => void {
  const lastHeads = new Map<string, WorkspaceHead>();
  let lastBeatMs = parts.now();
  let isPolling = false;

  async function poll(): Promise<void> {
    const sockets = localSockets(parts.io);
    const watched = new Set(sockets.flatMap((socket) => [...socket.data.workspaceIds]));
    const isBeat = parts.now() - lastBeatMs >= limits.headIntervalMs;
    if (isBeat) {
      lastBeatMs = parts.now();
      for (const socket of sockets) tellRevoked(socket);
    }
    const heads = await parts.readHeads([...watched]);
    for (const [workspaceId, head] of heads) {
      const last = lastHeads.get(workspaceId);
      const hasMoved = last?.head !== head.head || last.epoch !== head.epoch;
      if (hasMoved) await parts.states.refresh(workspaceId, head);
      if (hasMoved || isBeat) {
        parts.io.local.to(roomOf(workspaceId)).emit(liveEvents.head, { workspaceId, ...head });
      }
      if (hasMoved) await dismissFormer(parts, { workspaceId, head, sockets });
      // Noted last: what failed half-way is done again at the next poll.
      lastHeads.set(workspaceId, head);
    }
    for (const workspaceId of lastHeads.keys()) {
      if (!watched.has(workspaceId)) lastHeads.delete(workspaceId);
    }
  }

  const stopPolling = parts.every(limits.headPollIntervalMs, () => {
    if (isPolling) return;
    isPolling = true;
    poll()
      .catch((error: unknown) => parts.log.warn({ err: error }, 'heads could not be polled'))
      .finally(() => {
        isPolling = false;
      });
  });
  const stopSweeping = parts.every(sweepMs, () => sweep(parts));
  return () => {
    stopPolling();
    stopSweeping();
  };
}

/** R9: sockets of people whose membership ended leave the room; the device asks over HTTP before it deletes anything. */
async function dismissFormer(
  parts: WatchParts,
  of: { workspaceId: string; head: WorkspaceHead; sockets: readonly LiveSocket[] },
): Promise<void> {
  const { workspaceId, head } = of;
  const hearing = of.sockets.filter((socket) => socket.data.workspaceIds.has(workspaceId));
  const userIds = new Set(hearing.map((socket) => socket.data.session.userId));
  const memberships = new Map<string, Membership | undefined>();
  for (const userId of userIds) {
    memberships.set(userId, await parts.states.membership(workspaceId, userId));
  }
  for (const socket of hearing) {
    const membership = memberships.get(socket.data.session.userId);
    if (membership?.role && may(membership.role, 'read')) continue;
    socket.data.workspaceIds.delete(workspaceId);
    await socket.leave(roomOf(workspaceId));
    socket.data.revoked.set(workspaceId, { epoch: head.epoch, seq: membership?.seq ?? head.head });
    tellRevoked(socket);
  }
}

/** A device that missed it would hear nothing of this workspace any more, and keep what it has. */
function tellRevoked(socket: LiveSocket): void {
  for (const [workspaceId, { epoch, seq }] of socket.data.revoked) {
    socket.emit(liveEvents.revoked, { workspaceId, epoch, seq });
  }
}

function sweep(parts: WatchParts): void {
  for (const socket of localSockets(parts.io)) {
    if (parts.now() > socket.data.session.expiresAtMs + renewalGraceMs) {
      socket.emit(liveEvents.signedOut, { code: 'token_expired' });
      socket.disconnect(true);
    } else if (unsentBytes(socket) > unsentMaxBytes) {
      // A reader this slow would make the server keep every commit for it: it comes back and pulls instead.
      socket.disconnect(true);
    }
  }
}

function localSockets(io: LiveIo): LiveSocket[] {
  return [...io.sockets.sockets.values()];
}

/**
 * Bytes that the connection has taken but not sent. The websocket is given the next packets only when those before are with
 * the system; everything else waits in engine.io's own list, so that the websocket alone never shows a slow reader.
 */
function unsentBytes({ conn }: LiveSocket): number {
  return bytesOfWebsocket(conn.transport) + bytesOfPackets(conn);
}

function bytesOfPackets(conn: object): number {
  if (!('writeBuffer' in conn) || !Array.isArray(conn.writeBuffer)) return 0;
  return conn.writeBuffer.reduce((sum: number, packet: { data?: { length?: unknown } }) => {
    const length = packet.data?.length;
    return typeof length === 'number' ? sum + length : sum;
  }, 0);
}

function bytesOfWebsocket(transport: object): number {
  if (!('socket' in transport)) return 0;
  const { socket: websocket } = transport;
  if (typeof websocket !== 'object' || websocket === null) return 0;
  return 'bufferedAmount' in websocket && typeof websocket.bufferedAmount === 'number'
    ? websocket.bufferedAmount
    : 0;
}
