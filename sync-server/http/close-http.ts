import type { Server } from 'node:http';
import type { Timers } from '../timers.ts';

/** Slow senders are let go long before node's own 60 and 300 s. */
export const httpTimeouts = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 65_000,
};

/** A connection that is kept alive would hold the server open for a minute after its last answer. */
export async function closeHttp(httpServer: Server, { every }: Timers): Promise<void> {
  const closed = new Promise<void>((resolve) => httpServer.close(() => resolve()));
  httpServer.closeIdleConnections();
  const stopClosing = every(50, () => httpServer.closeIdleConnections());
  await closed;
  stopClosing();
}
