import { createServer as createHttpServer, type Server } from 'node:http';
import type Koa from 'koa';
import type { RandomBytes } from '#shared/ids';
import { limits } from '#shared/limits';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import { type Announcements, connectLive, createAnnouncements } from './connect-live.ts';
import { addSessions, createFront, type Front } from './build-front.ts';
import type { ApiState } from './http/api-context.ts';
import { closeHttp, httpTimeouts } from './http/close-http.ts';
import { createKoaApp } from './http/koa-app.ts';
import type { RateBuckets } from './http/rate-limit.ts';
import type { RedisFanOut } from './live/redis-fan-out.ts';
import type { Log } from './log.ts';
import { addHealthEndpoints } from './ops/health-endpoints.ts';
import type { AccessTokens } from './session/access-token.ts';
import type { Accounts } from './session/accounts.ts';
import type { HashCost } from './session/password-hash.ts';
import { type Notices, startNotices } from './notices/start-notices.ts';
import { addSearchEndpoints } from './search/search-endpoint.ts';
import { type SearchService, startSearch } from './search/start-search.ts';
import type { SessionSecrets } from './session-secrets.ts';
import type { Storage } from './storage/port.ts';
import { createSync, type Sync } from './sync/create-sync.ts';
import { addHistoryEndpoint } from './sync/history-endpoint.ts';
import { addPullEndpoint } from './sync/pull-endpoint.ts';
import { addPushEndpoint } from './sync/push-endpoint.ts';
import { readHistory } from './sync/read-history.ts';
import { createTaskFinder, type FindTask } from './tasks-api/find-task.ts';
import { createListEnd } from './tasks-api/list-end.ts';
import { listTasks, type TaskQuery } from './tasks-api/list-tasks.ts';
import { createTaskCommands, type TaskCommands } from './tasks-api/task-commands.ts';
import { addTaskEndpoints } from './tasks-api/task-endpoints.ts';
import type { Timers } from './timers.ts';
import { createTrashPurge, type TrashPurge } from './trash/purge-trash.ts';
import { sweepTrash } from './trash/sweep-trash.ts';
import { addTrashEndpoints } from './trash/trash-endpoints.ts';
import { type CreateWorkspace, createWorkspaceMaker } from './workspaces/create-workspace.ts';
import { createFreshDocuments } from './workspaces/fresh-documents.ts';
import { createWorkspaceList } from './workspaces/list-workspaces.ts';
import type { ReadMembership } from './workspaces/membership.ts';
import { addWorkspaceEndpoints } from './workspaces/workspace-endpoints.ts';

/** Everything a server is made of; tests hand in their own clock, random and storage. */
export interface ServerParts {
  config: Config;
  secrets: SessionSecrets;
  storage: Storage;
  clock: Clock;
  random: RandomBytes;
  timers: Timers;
  log: Log;
  /** The link to other replicas; left out: there are none. */
  fanOut?: RedisFanOut;
  /** Shared by replicas through Redis; left out: in this process. */
  buckets?: RateBuckets;
  /** Left out: what production takes. */
  passwordCost?: HashCost;
}

/** A server that does not listen yet. */
export interface TaskflowServer {
  app: Koa<ApiState>;
  httpServer: Server;
  accounts: Accounts;
  accessTokens: AccessTokens;
  /** One round over the trash of all workspaces; see `sweepTrash`. */
  sweepTrash(): Promise<void>;
  /** Answers `/readyz` with 503 from now on, so that a balancer sends no more. */
  stopAccepting(): void;
  /** Lets requests under way finish, then closes; the storage stays open. */
  close(): Promise<void>;
}

/** Wires every endpoint to its logic; the composition root gives it a storage and makes it listen. */
export function createServer(parts: ServerParts): TaskflowServer {
  const announcements = createAnnouncements();
  const sync = createSyncOf(parts, announcements);
  const front = createFront(parts, sync);
  let isStopping = false;

  addHealthEndpoints(front.router, { storage: parts.storage, isStopping: () => isStopping });
  const createWorkspace = createWorkspaceMaker({
    ...parts,
    ...announcements,
    directory: parts.storage.directory,
    commit: sync.commitAsServer,
  });
  const data = addData(parts, front, { sync, createWorkspace });
  const notices = addNotices(parts, front, { sync, data });
  announcements.listen((event) => notices.onCommit(event.workspaceId));
  const { onSessionEnded } = notices;
  const accounts = addSessions(parts, front, { createWorkspace, onSessionEnded });
  const search = startSearch({ ...parts, states: sync.states });
  addSearchEndpoints(front.router, { ...front, ...search });
  const trash = addTrash(parts, front, { sync, search });
  addSyncEndpoints(parts, front, sync);
  addHistory(parts, front);

  const app = createApp(parts, front);
  const httpServer = createHttpServer(httpTimeouts, app.callback());
  const { accessTokens } = front;
  const live = connectLive({
    ...parts,
    ...front,
    httpServer,
    sync,
    announcements,
    verify: (token) => accessTokens.verify(token),
    fanOut: parts.fanOut,
    publicUrl: parts.config.publicUrl,
  });
  const stopAccepting = () => {
    isStopping = true;
  };
  const close = async () => {
    stopAccepting();
    const closed = closeHttp(httpServer, parts.timers);
    await live.close();
    await closed;
    await notices.close();
    await search.drain();
    await sync.close();
  };
  const sweep = () => sweepAllTrash(parts, trash);
  return { app, httpServer, accounts, accessTokens, sweepTrash: sweep, stopAccepting, close };
}

function createSyncOf(parts: ServerParts, announcements: Announcements): Sync {
  const { storage, clock, random, timers, log } = parts;
  return createSync({
    storage,
    announce: announcements.announce,
    now: clock,
    newCommitId: () => Buffer.from(random(12)).toString('base64url'),
    ...timers,
    onViewFailed: (workspaceId, err) => {
      log.warn({ workspaceId, err }, 'the view could not be brought up to the log');
    },
  });
}

function createApp(parts: ServerParts, front: Front): Koa<ApiState> {
  const { config, log, random } = parts;
  const { publicUrl, trustedProxyHops, clientDirectory } = config;
  const addressRule = front.rules.address;
  return createKoaApp({
    ...front,
    log,
    random,
    addressRule,
    publicUrl,
    trustedProxyHops,
    clientDirectory,
  });
}

/** The two doors of sync over HTTP. */
function addSyncEndpoints({ clock }: ServerParts, front: Front, sync: Sync): void {
  addPushEndpoint(front.router, { ...front, push: sync.push, now: clock });
  addPullEndpoint(front.router, {
    ...front,
    epochOf: async (workspaceId) => (await sync.states.open(workspaceId)).epoch,
    readPage: sync.readPage,
    now: clock,
  });
}

function addHistory({ storage }: ServerParts, front: Front): void {
  const documents = createFreshDocuments(storage);
  addHistoryEndpoint(front.router, {
    ...front,
    readHistory: (request) => readHistory({ storage, documents }, request),
  });
}

const dayMs = 24 * 60 * 60 * 1000;

/** Workspaces and their documents: what somebody may see and write. */
function addData(
  { storage, clock, random }: ServerParts,
  front: Front,
  { sync, createWorkspace }: { sync: Sync; createWorkspace: CreateWorkspace },
): { findTask: FindTask; commands: TaskCommands } {
  const { directory } = storage;
  const readMembership: ReadMembership = (workspaceId, userId) =>
    sync.states.membership(workspaceId, userId);
  const documents = createFreshDocuments(storage);
  addWorkspaceEndpoints(front.router, {
    ...front,
    directory,
    createWorkspace,
    listWorkspaces: createWorkspaceList({ directory, documents, readMembership }),
  });
  const findTask = createTaskFinder({ ...front, directory, documents, readMembership });
  const commands = createTaskCommands({
    commit: sync.commitForUser,
    documents,
    listEnd: createListEnd(documents),
    clock,
    random,
  });
  const list = (query: TaskQuery) => listTasks(documents, query);
  addTaskEndpoints(front.router, { ...front, directory, listTasks: list, findTask, commands });
  return { findTask, commands };
}

/** What people are told while their apps are closed. */
function addNotices(
  parts: ServerParts,
  front: Front,
  { sync, data }: { sync: Sync; data: { findTask: FindTask; commands: TaskCommands } },
): Notices {
  const { config, secrets, random } = parts;
  return startNotices(front.router, {
    ...parts,
    ...front,
    ...data,
    epochOf: async (workspaceId) => (await sync.states.open(workspaceId)).epoch,
    push: config.push,
    publicUrl: config.publicUrl,
    secret: secrets.jwtSecret,
    newId: () => Buffer.from(random(12)).toString('base64url'),
  });
}

function addTrash(
  { storage, clock }: ServerParts,
  front: Front,
  { sync, search }: { sync: Sync; search: SearchService },
): TrashPurge {
  const documents = createFreshDocuments(storage);
  const { applier, purge: commitPurge } = sync;
  const trash = createTrashPurge({
    storage,
    documents,
    commitPurge,
    applier,
    now: clock,
    searched: search,
  });
  addTrashEndpoints(front.router, { ...front, trash });
  return trash;
}

function sweepAllTrash({ storage, config, log }: ServerParts, trash: TrashPurge): Promise<void> {
  return sweepTrash({
    storage,
    trash,
    trashKeptMs: config.trashDays * dayMs,
    tombstonesKeptMs: limits.tombstonesKeptMs,
    onFailed: (workspaceId, err) => log.warn({ workspaceId, err }, 'the trash was not swept'),
  });
}
