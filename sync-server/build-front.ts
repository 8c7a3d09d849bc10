import { Router } from '@koa/router';
import type { ServerParts } from './build-server.ts';
import type { ApiRouter, ApiState } from './http/api-context.ts';
import { createMemoryBuckets } from './http/memory-buckets.ts';
import { type RateBuckets, type RateRules, rateRules } from './http/rate-limit.ts';
import { createRefreshCookie } from './http/refresh-cookie.ts';
import { createMemberStep, type RequireMember } from './http/require-member.ts';
import { createSessionStep, type RequireSession } from './http/require-session.ts';
import { type AccessTokens, createAccessTokens } from './session/access-token.ts';
import { addAccountEndpoints } from './session/account-endpoints.ts';
import { type Accounts, createAccounts } from './session/accounts.ts';
import { createPasswordHashes } from './session/password-hash.ts';
import { createRefreshSessions } from './session/refresh-sessions.ts';
import type { Sync } from './sync/create-sync.ts';
import type { CreateWorkspace } from './workspaces/create-workspace.ts';

/** What the endpoints of every folder share. */
export interface Front {
  router: ApiRouter;
  rules: RateRules;
  buckets: RateBuckets;
  accessTokens: AccessTokens;
  requireSession: RequireSession;
  requireMember: RequireMember;
}

/** Makes what the endpoints share; see `Front`. */
export function createFront(
  { config, secrets, clock, random, ...parts }: ServerParts,
  sync: Sync,
): Front {
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

interface SessionLinks {
  createWorkspace: CreateWorkspace;
  onSessionEnded: (sessionId: string) => Promise<void>;
}

/** Accounts and sessions: who somebody is. `onSessionEnded` hears of sign-ins that end before their time. */
export function addSessions(
  parts: ServerParts,
  front: Front,
  { createWorkspace, onSessionEnded }: SessionLinks,
): Accounts {
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
    onReuse: (sessionId) => {
      front.accessTokens.end(sessionId);
      onSessionEnded(sessionId).catch((err: unknown) => {
        parts.log.warn({ err }, 'the subscriptions of a session that ended could not be removed');
      });
    },
  });
  addAccountEndpoints(front.router, {
    ...front,
    accounts,
    refreshSessions,
    cookie: createRefreshCookie({ isSecure: config.publicUrl?.startsWith('https:') === true }),
    publicUrl: config.publicUrl,
    onSessionEnded,
  });
  return accounts;
}
