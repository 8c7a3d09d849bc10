import * as z from 'zod/mini';
import { boundedText } from '#shared/fields';
import { limits } from '#shared/limits';
import type { ApiContext, ApiRouter } from '../http/api-context.ts';
import { type RateBuckets, type RateRules, spend } from '../http/rate-limit.ts';
import { readBody } from '../http/read-body.ts';
import type { RefreshCookie } from '../http/refresh-cookie.ts';
import type { RequireSession } from '../http/require-session.ts';
import { requireSameOrigin } from '../http/same-origin.ts';
import type { AccessTokens } from './access-token.ts';
import type { Accounts, Profile } from './accounts.ts';
import { emailAddress } from './email-address.ts';
import type { IssuedSession, RefreshSessions } from './refresh-sessions.ts';

const newPassword = z.string().check(
  z.minLength(limits.passwordMinLength),
  z.maxLength(limits.passwordMaxLength),
  z.refine((text) => text.isWellFormed(), 'text'),
);
const personName = z.pipe(
  z.pipe(
    z.string(),
    z.transform((name: string) => name.trim()),
  ),
  boundedText({ min: 1, max: limits.nameMaxLength }).check(z.regex(/^[^\p{Cc}]*$/u)),
);
const registerSchema = z.strictObject({
  email: emailAddress,
  password: newPassword,
  name: personName,
});
const loginSchema = z.strictObject({
  email: emailAddress,
  password: z.string().check(z.maxLength(limits.passwordMaxLength)),
});

const bodyMaxBytes = 16 * 1024;
const deviceMaxLength = 200;

/** What the account endpoints work with. */
export interface AccountEndpointParts {
  accounts: Accounts;
  accessTokens: AccessTokens;
  refreshSessions: RefreshSessions;
  cookie: RefreshCookie;
  requireSession: RequireSession;
  buckets: RateBuckets;
  rules: RateRules;
  publicUrl: string | undefined;
  /** Hears of a sign-in that was ended by its person. */
  onSessionEnded: (sessionId: string) => Promise<void>;
}

/** Register, login, refresh, logout, me: the only endpoints that make or end a session. */
export function addAccountEndpoints(router: ApiRouter, of: AccountEndpointParts): void {
  const { buckets, rules } = of;

  router.post('/api/auth/register', async (ctx) => {
    requireSameOrigin(ctx, of.publicUrl);
    await spend(buckets, rules.register, ctx.ip);
    const profile = await of.accounts.register(await readBody(ctx, registerSchema, small));
    ctx.status = 201;
    await beginSession(ctx, profile);
  });

  router.post('/api/auth/login', async (ctx) => {
    requireSameOrigin(ctx, of.publicUrl);
    const credentials = await readBody(ctx, loginSchema, small);
    await spend(buckets, rules.loginByAddress, ctx.ip);
    await spend(buckets, rules.loginByAccount, credentials.email);
    const profile = await of.accounts.login(credentials);
    await buckets.giveBack(rules.loginByAddress, ctx.ip);
    await buckets.giveBack(rules.loginByAccount, credentials.email);
    await beginSession(ctx, profile);
  });

  router.post('/api/auth/refresh', async (ctx) => {
    requireSameOrigin(ctx, of.publicUrl);
    const session = await of.refreshSessions.exchange(of.cookie.read(ctx));
    answerSession(ctx, session, await of.accounts.profile(session.userId));
  });

  router.post('/api/auth/logout', async (ctx) => {
    requireSameOrigin(ctx, of.publicUrl);
    const sessionId = await of.refreshSessions.end(of.cookie.read(ctx));
    if (sessionId !== undefined) {
      of.accessTokens.end(sessionId);
      await of.onSessionEnded(sessionId);
    }
    of.cookie.clear(ctx);
    ctx.status = 204;
  });

  router.get('/api/auth/me', async (ctx) => {
    const { userId } = await of.requireSession(ctx);
    ctx.body = { user: await of.accounts.profile(userId) };
  });

  async function beginSession(ctx: ApiContext, profile: Profile): Promise<void> {
    const device = ctx.get('User-Agent').slice(0, deviceMaxLength);
    const session = await of.refreshSessions.begin({ userId: profile.id, device });
    answerSession(ctx, session, profile);
  }

  function answerSession(ctx: ApiContext, session: IssuedSession, user: Profile): void {
    of.cookie.write(ctx, session.token);
    ctx.body = { accessToken: of.accessTokens.issue(session), user };
  }
}

const small = { maxBytes: bodyMaxBytes };
