import type { CommitEvent, HeadEvent } from '#shared/live-message';
import type { PullAnswer } from '#shared/pull-message';
import type { PushAnswer, PushRequest } from '#shared/push-message';
import type { ClockSample } from './clock-offset.ts';
import type { Cancel } from './scheduler.ts';
import type { SyncFailure } from './sync-failure.ts';

/** An answer that kept its schema, with a look at the server's clock if it brought one; or why there is none. */
export type Outcome<T> =
  | { name: 'answered'; answer: T; sample: ClockSample | undefined }
  | SyncFailure;

/** What a pull asks for (design §4). `epoch` undefined: first contact, or a rebuild into an epoch not yet known. */
export interface PullRequest {
  workspaceId: string;
  after: string;
  from: number;
  epoch: string | undefined;
  deviceId: string;
}

/** The two sync routes over HTTP. Never rejects: every fate of a request is an outcome. */
export interface SyncTransport {
  push(request: PushRequest): Promise<Outcome<PushAnswer>>;
  pull(request: PullRequest): Promise<Outcome<PullAnswer>>;
}

/** Where the server stands by its answer to `join`, read from the log after subscribing. */
export interface JoinAnswer {
  epoch: string;
  head: number;
}

/** What the server tells of one workspace without being asked. */
export type LiveEvent =
  | { name: 'commit'; commit: CommitEvent }
  | { name: 'head'; head: HeadEvent }
  | { name: 'revoked'; seq: number }
  /** The session of this socket has ended; all workspaces hear it. */
  | { name: 'signed-out' };

/** The one socket of a signed-in person, shared by all workspaces. It reconnects by itself. */
export interface LiveConnection {
  isConnected(): boolean;
  /** Tells of every change of `isConnected`. */
  onConnection(listener: (isConnected: boolean) => void): Cancel;
  onEvent(workspaceId: string, listener: (event: LiveEvent) => void): Cancel;
  join(request: { workspaceId: string; deviceId: string }): Promise<Outcome<JoinAnswer>>;
  leave(request: { workspaceId: string }): void;
  /** The same body and answer as over HTTP. `unreachable` means the outcome is unknown. */
  push(request: PushRequest): Promise<Outcome<PushAnswer>>;
}
