import type { Socket } from 'node:net';

/**
 * Ends a socket with a RST at once, whatever it still has to write. Node's own `resetAndDestroy()` first writes all that
 * waits and a FIN: a peer that reads slowly sees an orderly end, and one that reads nothing is never reset.
 */
export function resetSocket(socket: Socket): void {
  // A connection that was never made has nothing to reset.
  if (!socket.connecting) Object.assign(socket, { resetAndClosing: true });
  socket.destroy();
}
