import { createShardedAdapter } from '@socket.io/redis-adapter';
import { Redis } from 'ioredis';
import type { Log } from '../log.ts';
import type { LiveIo } from './live-server.ts';

/** The link between replicas; losing it costs time, never data (R2). */
export interface RedisFanOut {
  /** Lets rooms reach across replicas; each hears only those it holds sockets for. */
  attach(io: LiveIo): void;
  close(): Promise<void>;
}

/** Opens two connections to Redis, one to publish and one to subscribe, that reconnect for ever. */
export function createRedisFanOut(of: { url: string; log: Log }): RedisFanOut {
  const connect = () => {
    const client = new Redis(of.url, {
      maxRetriesPerRequest: null,
      retryStrategy: (attempt) => Math.min(100 * attempt, 2_000),
    });
    client.on('error', (error) => of.log.warn({ err: error }, 'redis does not answer'));
    return client;
  };
  const publisher = connect();
  const subscriber = connect();
  return {
    attach: (io) => {
      io.adapter(createShardedAdapter(publisher, subscriber, { subscriptionMode: 'dynamic' }));
    },
    close: async () => {
      // `disconnect` with a command in flight rejects it; nobody waits for that answer any more.
      await Promise.allSettled([publisher.quit(), subscriber.quit()]);
      publisher.disconnect();
      subscriber.disconnect();
    },
  };
}
