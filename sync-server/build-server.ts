import { createServer as createHttpServer, type Server } from 'node:http';
import { Router } from '@koa/router';
import type Koa from 'koa';
import type { RandomBytes } from '#shared/ids';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import type { ApiRouter, ApiState } from './http/api-context.ts';
import { createKoaApp } from './http/koa-app.ts';
import { createMemoryBuckets } from './http/memory-buckets.ts';
import { type RateBuckets, type RateRules, rateRules } from './http/rate-limit.ts';
import { createRefreshCookie } from './http/refresh-cookie.ts';
import { createMemberStep, type RequireMember } from './http/require-member.ts';
import { createSessionStep, type RequireSession } from './http/require-session.ts';
import type { Log } from './log.ts';
import { addHealthEndpoints } from './ops/health-endpoints.ts';
import { type AccessTokens, createAccessTokens } from './session/access-token.ts';
import { addAccountEndpoints } from './session/account-endpoints.ts';
import { type Accounts, createAccounts } from './session/accounts.ts';
import { createPasswordHashes, type HashCost } from './session/password-hash.ts';
import { createRefreshSessions } from './session/refresh-sessions.ts';
import type { SessionSecrets } from './session-secrets.ts';
import type { Storage } from './storage/port.ts';
import { createTaskFinder } from './tasks-api/find-task.ts';
import { createListEnd } from './tasks-api/list-end.ts';
import { listTasks } from './tasks-api/list-tasks.ts';
import { createTaskCommands } from './tasks-api/task-commands.ts';
import { addTaskEndpoints } from './tasks-api/task-endpoints.ts';
import type { CommitAsServer, CommitForUser } from './workspaces/commit-as-server.ts';
import { createWorkspaceMaker } from './workspaces/create-workspace.ts';
import { createFreshDocuments } from './workspaces/fresh-documents.ts';
import { createWorkspaceList } from './workspaces/list-workspaces.ts';
import type { ReadMembership } from './workspaces/membership.ts';
import { addWorkspaceEndpoints } from './workspaces/workspace-endpoints.ts';

/** What the commit path gives to everything that writes without an outbox or asks for rights. */
export interface CommitPath {
  commitAsServer: CommitAsServer;
  commitForUser: CommitForUser;
  readMembership: ReadMembership;
}

/** Everything a server is made of; tests hand in their own clock, random and storage. */
export interface ServerParts {
  config: Config;
  secrets: SessionSecrets;
  storage: Storage;
  commitPath: CommitPath;
  clock: Clock;
  random: RandomBytes;
  log: Log;
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
  /** Answers `/readyz` with 503 from now on, so that a balancer sends no more. */
  stopAccepting(): void;
  /** Lets requests under way finish, then closes; the storage stays open. */
  close(): Promise<void>;
}

/** Wires every endpoint to its logic; the composition root gives it a storage and makes it listen. */
export function createServer(parts: ServerParts): TaskflowServer {
  const { config, storage } = parts;
  const front = createFront(parts);
  let isStopping = false;

  addHealthEndpoints(front.router, { storage, isStopping: () => isStopping });
  const accounts = addSessions(parts, front);
  addData(parts, front);

  const app = createKoaApp({
    ...front,
    log: parts.log,
    random: parts.random,
    addressRule: front.rules.address,
    publicUrl: config.publicUrl,
    trustedProxyHops: config.trustedProxyHops,
    clientDirectory: config.clientDirectory,
  });
  const httpServer = createHttpServer(httpTimeouts, app.callback());
  const stopAccepting = () => {
    isStopping = true;
  };
  const close = () => closeHttp(httpServer);
  return { app, httpServer, accounts, accessTokens: front.accessTokens, stopAccepting, close };
}

/** Slow senders are let go long before node's own 60 and 300 s. */
const httpTimeouts = { headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 65_000 };

/** What the endpoints of every folder share. */
interface Front {
  router: ApiRouter;
  rules: RateRules;
  buckets: RateBuckets;
  accessTokens: AccessTokens;
  requireSession: RequireSession;
  requireMember: RequireMember;
}

function createFront({ config, secrets, commitPath, clock, random, ...parts }: ServerParts): Front {
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
    requireMember: createMemberStep(commitPath.readMembership),
  };
}

/** Accounts and sessions: who somebody is. */
function addSessions(parts: ServerParts, front: Front): Accounts {
  const { config, secrets, storage, commitPath, clock, random } = parts;
  const { directory } = storage;
  const createWorkspace = createWorkspaceMaker({
    directory,
    commit: commitPath.commitAsServer,
    clock,
    random,
  });
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
function addData({ storage, commitPath, clock, random }: ServerParts, front: Front): void {
  const { directory } = storage;
  const { readMembership } = commitPath;
  const documents = createFreshDocuments(storage);
  addWorkspaceEndpoints(front.router, {
    ...front,
    directory,
    createWorkspace: createWorkspaceMaker({
      directory,
      commit: commitPath.commitAsServer,
      clock,
      random,
    }),
    listWorkspaces: createWorkspaceList({ directory, documents, readMembership }),
  });
  addTaskEndpoints(front.router, {
    ...front,
    directory,
    listTasks: (query) => listTasks(documents, query),
    findTask: createTaskFinder({ ...front, directory, documents, readMembership }),
    commands: createTaskCommands({
      commit: commitPath.commitForUser,
      documents,
      listEnd: createListEnd(documents),
      clock,
      random,
    }),
  });
}

function closeHttp(httpServer: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    httpServer.close((error) => (error === undefined ? resolve() : reject(error)));
    httpServer.closeIdleConnections();
  });
}
