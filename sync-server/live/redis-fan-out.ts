import { createShardedAdapter } from '@socket.io/redis-adapter';
import { Redis } from 'ioredis';
import type { Log } from '../log.ts';
import type { LiveIo } from './live-socket.ts';

/** The link between replicas; losing it costs time, never data (R2). */
export interface RedisFanOut {
  /** Lets rooms reach across replicas; each hears only those it holds sockets for. */
  attach(io: LiveIo): void;
  close(): Promise<void>;
}

/**
 * Opens two connections to Redis, one to publish and one to subscribe, that reconnect for ever. What cannot be
 * published at once is let go: kept, it would fill the memory while Redis is gone, and nobody needs it after.
 */
export function createRedisFanOut(of: { url: string; log: Log }): RedisFanOut {
  const connect = (enableOfflineQueue: boolean) => {
    const client = new Redis(of.url, {
      maxRetriesPerRequest: null,
      enableOfflineQueue,
      retryStrategy: (attempt) => Math.min(100 * attempt, 2_000),
    });
    client.on('error', (error) => of.log.warn({ err: error }, 'redis does not answer'));
    return client;
  };
  const publisher = connect(false);
  const subscriber = connect(true);
  return {
    attach: (io) => {
      io.adapter(createShardedAdapter(publisher, subscriber, { subscriptionMode: 'dynamic' }));
    },
    close: async () => {
      // `disconnect` with a command in flight rejects it, and a Redis that is gone never answers `quit`.
      const clients = [publisher, subscriber];
      const connected = clients.filter(({ status }) => status === 'ready');
      await Promise.allSettled(connected.map((client) => client.quit()));
      for (const client of clients) client.disconnect();
    },
  };
}
