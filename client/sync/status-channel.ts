import * as z from 'zod/mini';
import { parse } from '#shared/parse';
import { protocolVersion } from '#shared/protocol-version';
import type { SyncStatus } from './sync-status.ts';

/** The part of a BroadcastChannel that telling the status needs. */
export interface StatusPort {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void;
  close(): void;
}

const waiting = z.int();
const maybeNumber = z.union([z.number(), z.undefined()]);
const statusSchema = z.discriminatedUnion('name', [
  z.object({ name: z.literal('local'), waiting }),
  z.object({ name: z.literal('offline'), waiting }),
  z.object({ name: z.literal('syncing'), waiting }),
  z.object({ name: z.literal('getting'), received: z.int(), total: maybeNumber, waiting }),
  z.object({ name: z.literal('synced'), seq: z.int(), waiting: z.literal(0) }),
  z.object({ name: z.literal('retrying'), waiting, retryAtMs: z.number() }),
  z.object({ name: z.literal('needs-sign-in'), waiting }),
  z.object({ name: z.literal('attention'), refused: z.int(), waiting }),
  z.object({ name: z.literal('update-required'), waiting }),
]) satisfies z.ZodMiniType<SyncStatus>;

const messageSchema = z.discriminatedUnion('name', [
  z.object({ name: z.literal('ask') }),
  z.object({ name: z.literal('status'), status: statusSchema, protocol: z._default(z.int(), 0) }),
]);

/** What the leading tab tells, and the version of the protocol that its build speaks. */
export interface LeaderNews {
  status: SyncStatus;
  protocol: number;
}

/** How the leading tab lets the others show the same pill. */
export interface StatusChannel {
  /** Tells the other tabs; the last status told is what a tab that asks later gets. */
  tell(status: SyncStatus): void;
  /** Asks whoever leads. */
  ask(): void;
  /** A tab that no longer leads answers nobody. */
  fallSilent(): void;
  close(): void;
}

/** Creates the channel; `onNews` hears what the leading tab tells. What other tabs send is parsed like any input. */
export function createStatusChannel(
  port: StatusPort,
  onNews: (news: LeaderNews) => void,
): StatusChannel {
  let last: SyncStatus | undefined;
  const tell = (status: SyncStatus) => {
    last = status;
    port.postMessage({ name: 'status', status, protocol: protocolVersion });
  };
  port.addEventListener('message', ({ data }) => {
    const message = parse(messageSchema, data);
    if (!message.ok) return;
    if (message.value.name === 'status') onNews(message.value);
    else if (last !== undefined) tell(last);
  });
  return {
    tell,
    ask: () => port.postMessage({ name: 'ask' }),
    fallSilent() {
      last = undefined;
    },
    close: () => port.close(),
  };
}
