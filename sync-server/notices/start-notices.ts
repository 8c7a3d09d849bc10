import type { ApiRouter } from '../http/api-context.ts';
import type { RequireSession } from '../http/require-session.ts';
import type { Log } from '../log.ts';
import type { Storage } from '../storage/port.ts';
import type { FindTask } from '../tasks-api/find-task.ts';
import type { TaskCommands } from '../tasks-api/task-commands.ts';
import type { Timers } from '../timers.ts';
import { createFreshDocuments } from '../workspaces/fresh-documents.ts';
import { createActionTokens } from './action-token.ts';
import { createNoticeAnswering } from './answer-notice.ts';
import { createLogFollower, type LogFollower } from './follow-logs.ts';
import { addPushEndpoints } from './push-endpoints.ts';
import { createPushSender, type SendPush } from './send-push.ts';
import { createSubscriptions } from './subscriptions.ts';
import { createTeller, type Teller } from './tell-due.ts';
import { tellUnsent } from './tell-unsent.ts';
import { loadVapidKeys } from './vapid-keys.ts';

/** What notices are made with and sent by. */
export interface NoticeParts {
  storage: Storage;
  epochOf: (workspaceId: string) => Promise<string>;
  requireSession: RequireSession;
  findTask: FindTask;
  commands: Pick<TaskCommands, 'patch'>;
  push: PushConfig;
  /** Signs what the buttons of a notice may do. */
  secret: string;
  publicUrl: string | undefined;
  clock: () => number;
  newId: () => string;
  timers: Pick<Timers, 'every'>;
  log: Log;
}

/** The settings for push messages. */
export interface PushConfig {
  /** Undefined: made at first use, and kept for all replicas. */
  vapid: { publicKey: string; privateKey: string } | undefined;
  /** Whom a push service writes to about us: a `mailto:` or `https:` address. */
  subject: string;
  /** Hosts that may be sent to besides the known services. */
  hosts: readonly string[];
}

/** The notices of one replica. */
export interface Notices {
  /** Reads on in the log of a workspace that something was committed to. */
  onCommit(workspaceId: string): void;
  /** A sign-in has ended: nothing more is told there. */
  onSessionEnded: (sessionId: string) => Promise<void>;
  /** Ends the turns; resolves when what was begun is done. */
  close(): Promise<void>;
}

const lookMs = 1_000;
const followAllMs = 5 * 60_000;
const lookForSilentMs = 10 * 60_000;

/** Adds the endpoints, and begins to follow the logs and to tell what is due. Keys are made when they are first needed. */
export function startNotices(router: ApiRouter, of: NoticeParts): Notices {
  const { storage, clock: now, log } = of;
  const { notices, directory } = storage;
  const documents = createFreshDocuments(storage);
  const keys = once(() => loadVapidKeys({ ...of.push, given: of.push.vapid, notices }));
  const onRefused = (answer: { host: string; status: number }) =>
    log.warn(answer, 'a push service refused a message');
  const sender = once(async () => createPushSender(await keys(), onRefused));
  const send: SendPush = async (to, notice) => (await sender())(to, notice);
  const tokens = createActionTokens(of);
  addPushEndpoints(router, {
    ...of,
    subscriptions: createSubscriptions({ notices, directory, send, hosts: of.push.hosts, now }),
    publicKey: async () => (await keys()).publicKey,
    answerNotice: createNoticeAnswering({ ...of, tokens, notices, now }),
  });
  const follower = createLogFollower({
    storage,
    documents,
    epochOf: of.epochOf,
    now,
    onFailed: (workspaceId, err) => log.warn({ workspaceId, err }, 'notices could not be made'),
  });
  const onFailed = (notice: object, err: unknown) =>
    log.warn({ ...notice, err }, 'a notice could not be told');
  const teller = createTeller({ notices, documents, send, tokens, now, onFailed });
  const endTurns = startTurns(of, { follower, teller, send });
  return {
    onCommit: (workspaceId) => void follower.follow(workspaceId),
    onSessionEnded: (sessionId) => notices.endSubscriptionsOf(sessionId),
    close: async () => {
      await Promise.all([endTurns(), teller.drain(), follower.drain()]);
      // What a turn had claimed just before it ended.
      await teller.drain();
    },
  };
}

/** What is done again and again. Returns how to end it. */
function startTurns(
  { timers, log, clock: now, storage: { notices } }: NoticeParts,
  { follower, teller, send }: { follower: LogFollower; teller: Teller; send: SendPush },
): () => Promise<void> {
  const warn = (what: string) => (err: unknown) => log.warn({ err }, what);
  const tell = async () => {
    const dueMs = await notices.nextDueMs();
    if (dueMs === undefined || dueMs > now()) return;
    await teller.tellDue();
  };
  const follow = () => follower.followAll();
  const notFollowed = warn('the logs could not be followed');
  const turns = [
    takeTurns(timers, lookMs, tell, warn('due notices could not be read')),
    takeTurns(timers, followAllMs, follow, notFollowed),
    takeTurns(
      timers,
      lookForSilentMs,
      () => tellUnsent({ notices, send, now }),
      warn('silent devices could not be told of'),
    ),
  ];
  // What was committed just before the last end, and by replicas that are gone.
  void follow().catch(notFollowed);
  return async () => {
    await Promise.all(turns.map((end) => end()));
  };
}

/** Runs at every interval, never twice at once. Returns how to end it, resolving when the last run is over. */
function takeTurns(
  { every }: Pick<Timers, 'every'>,
  ms: number,
  run: () => Promise<unknown>,
  onFailed: (error: unknown) => void,
): () => Promise<void> {
  let running: Promise<void> | undefined;
  const stop = every(ms, () => {
    running ??= run()
      .then(() => undefined, onFailed)
      .finally(() => {
        running = undefined;
      });
  });
  return async () => {
    stop();
    await running;
  };
}

/** What a failure gave is not kept. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined;
      throw error;
    });
    return made;
  };
}
