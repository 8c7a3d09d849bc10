import { createServer as createHttpServer, type Server } from 'node:http';
import { Router } from '@koa/router';
import type Koa from 'koa';
import type { RandomBytes } from '#shared/ids';
import { limits } from '#shared/limits';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import { type Announcements, connectLive, createAnnouncements } from './connect-live.ts';
import type { ApiRouter, ApiState } from './http/api-context.ts';
import { closeHttp, httpTimeouts } from './http/close-http.ts';
import { createKoaApp } from './http/koa-app.ts';
import { createMemoryBuckets } from './http/memory-buckets.ts';
import { type RateBuckets, type RateRules, rateRules } from './http/rate-limit.ts';
import { createRefreshCookie } from './http/refresh-cookie.ts';
import { createMemberStep, type RequireMember } from './http/require-member.ts';
import { createSessionStep, type RequireSession } from './http/require-session.ts';
import type { RedisFanOut } from './live/redis-fan-out.ts';
import type { Log } from './log.ts';
import { addHealthEndpoints } from './ops/health-endpoints.ts';
import { type AccessTokens, createAccessTokens } from './session/access-token.ts';
import { addAccountEndpoints } from './session/account-endpoints.ts';
import { type Accounts, createAccounts } from './session/accounts.ts';
import { createPasswordHashes, type HashCost } from './session/password-hash.ts';
import { createRefreshSessions } from './session/refresh-sessions.ts';
import { addSearchEndpoints } from './search/search-endpoint.ts';
import { type SearchService, startSearch } from './search/start-search.ts';
import type { SessionSecrets } from './session-secrets.ts';
import type { Storage } from './storage/port.ts';
import { createSync, type Sync } from './sync/create-sync.ts';
import { addHistoryEndpoint } from './sync/history-endpoint.ts';
import { addPullEndpoint } from './sync/pull-endpoint.ts';
import { addPushEndpoint } from './sync/push-endpoint.ts';
import { readHistory } from './sync/read-history.ts';
import { createTaskFinder } from './tasks-api/find-task.ts';
import { createListEnd } from './tasks-api/list-end.ts';
import { listTasks } from './tasks-api/list-tasks.ts';
import { createTaskCommands } from './tasks-api/task-commands.ts';
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
  const accounts = addSessions(parts, front, createWorkspace);
  addData(parts, front, { sync, createWorkspace });
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

/** What the endpoints of every folder share. */
interface Front {
  router: ApiRouter;
  rules: RateRules;
  buckets: RateBuckets;
  accessTokens: AccessTokens;
  requireSession: RequireSession;
  requireMember: RequireMember;
}

function createFront({ config, secrets, clock, random, ...parts }: ServerParts, sync: Sync): Front {
  const rules = rateRules(config.rates);
  const buckets = parts.buckets ?? createMemoryBuckets(clock);
  const accessTokens = createAccessTokens({ secret: secrets.jwtSecret, clock, random });
  return {
    router: new Router<ApiState>(),
    rules,
    buckets,
    accessTokens,
    requireSession: createSessionStep({
      verify: (token) => accessTokens.verify(token),
      buckets,
      rule: rules.user,
    }),
    requireMember: createMemberStep((workspaceId, userId) =>
      sync.states.membership(workspaceId, userId),
    ),
  };
}

/** Accounts and sessions: who somebody is. */
function addSessions(parts: ServerParts, front: Front, createWorkspace: CreateWorkspace): Accounts {
  const { config, secrets, storage, clock, random } = parts;
  const { directory } = storage;
  const accounts = createAccounts({
    directory,
    passwords: createPasswordHashes(parts.passwordCost),
    makePersonalWorkspace: ({ userId, name }) =>
      createWorkspace({ name: 'Personal', ownerId: userId, ownerName: name, isPersonal: true }),
    clock,
    random,
  });
  const refreshSessions = createRefreshSessions({
    directory,
    secret: secrets.refreshSecret,
    clock,
    random,
    onReuse: (sessionId) => front.accessTokens.end(sessionId),
  });
  addAccountEndpoints(front.router, {
    ...front,
    accounts,
    refreshSessions,
    cookie: createRefreshCookie({ isSecure: config.publicUrl?.startsWith('https:') === true }),
    publicUrl: config.publicUrl,
  });
  return accounts;
}

/** Workspaces and their documents: what somebody may see and write. */
function addData(
  { storage, clock, random }: ServerParts,
  front: Front,
  { sync, createWorkspace }: { sync: Sync; createWorkspace: CreateWorkspace },
): void {
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
  addTaskEndpoints(front.router, {
    ...front,
    directory,
    listTasks: (query) => listTasks(documents, query),
    findTask: createTaskFinder({ ...front, directory, documents, readMembership }),
    commands: createTaskCommands({
      commit: sync.commitForUser,
      documents,
      listEnd: createListEnd(documents),
      clock,
      random,
    }),
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
