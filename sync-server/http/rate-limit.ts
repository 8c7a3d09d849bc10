import { ApiError } from '#shared/api-error';
import type { ApiContext, ApiMiddleware } from './api-context.ts';

/** Whether a request may pass, and if not, when the next one may. */
export type RateAnswer = { name: 'pass' } | { name: 'wait'; retryAfterSeconds: number };

/** How many requests a bucket holds, and how fast it fills again. `perMinute: 0` turns the limit off. */
export interface RateRule {
  /** Part of every key, so that rules never share buckets. */
  name: string;
  perMinute: number;
}

/** Token buckets by key; in the process, or shared by all replicas through Redis. */
export interface RateBuckets {
  /** Takes one token from the bucket of `key`, if there is one. */
  take(rule: RateRule, key: string): Promise<RateAnswer>;
  /** Puts back what `take` took, for requests that turn out to be welcome. */
  giveBack(rule: RateRule, key: string): Promise<void>;
}

/** The rules of the server; the numbers come from the settings. */
export interface RateRules {
  address: RateRule;
  user: RateRule;
  register: RateRule;
  loginByAddress: RateRule;
  loginByAccount: RateRule;
}

/** The rules by the numbers of the settings, each requests a minute. A right password is not counted (see login). */
export function rateRules(rates: {
  address: number;
  user: number;
  register: number;
  login: number;
  loginAddress: number;
}): RateRules {
  return {
    address: { name: 'address', perMinute: rates.address },
    user: { name: 'user', perMinute: rates.user },
    register: { name: 'register', perMinute: rates.register },
    loginByAddress: { name: 'login-address', perMinute: rates.loginAddress },
    loginByAccount: { name: 'login-account', perMinute: rates.login },
  };
}

/** Takes a token or throws ApiError `too_many_requests` with Retry-After. */
export async function spend(buckets: RateBuckets, rule: RateRule, key: string): Promise<void> {
  const answer = await buckets.take(rule, key);
  if (answer.name === 'pass') return;
  throw new ApiError('too_many_requests', { retryAfterSeconds: answer.retryAfterSeconds });
}

/** Limits every request by the address it comes from: the last hop that is trusted, never what a client claims. */
export function limitAddress(buckets: RateBuckets, rule: RateRule): ApiMiddleware {
  return async (ctx, next) => {
    if (isLimited(ctx)) await spend(buckets, rule, ctx.ip);
    await next();
  };
}

/** Files of the app and health checks are cheap, and a monitor must not be locked out. */
function isLimited(ctx: ApiContext): boolean {
  return ctx.path.startsWith('/api/');
}
