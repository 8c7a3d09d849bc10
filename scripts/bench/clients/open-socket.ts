import { io, type Socket } from 'socket.io-client';

/** A socket of its own, websocket only, as every client here has one; rejects when the server refuses it. */
export async function openSocket(url: string, auth: Record<string, unknown> = {}): Promise<Socket> {
  const socket = io(url, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    auth,
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });
  return socket;
}
