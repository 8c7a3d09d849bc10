import type { Server } from 'node:http';
import type { Timers } from '../timers.ts';

/** A connection that is kept alive would hold the server open for a minute after its last answer. */
export async function closeHttp(httpServer: Server, { every }: Timers): Promise<void> {
  const closed = new Promise<void>((resolve) => httpServer.close(() => resolve()));
  httpServer.closeIdleConnections();
  const stopClosing = every(50, () => httpServer.closeIdleConnections());
  await closed;
  stopClosing();
}
