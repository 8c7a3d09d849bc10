import type { Redis } from 'ioredis';
import type { Log } from '../log.ts';
import type { RateAnswer, RateBuckets, RateRule } from './rate-limit.ts';

/**
 * One bucket = one hash {tokens, atMs}; read, filled, changed and written in one step by Redis' own clock, so that
 * replicas with different clocks agree. Gives back the tokens that are left, or minus what is missing, as text.
 */
const script = `
local perMinute, change = tonumber(ARGV[1]), tonumber(ARGV[2])
local time = redis.call('TIME')
local nowMs = time[1] * 1000 + math.floor(time[2] / 1000)
local held = redis.call('HMGET', KEYS[1], 'tokens', 'atMs')
local tokens = tonumber(held[1]) or perMinute
local atMs = tonumber(held[2]) or nowMs
tokens = math.min(perMinute, tokens + math.max(0, nowMs - atMs) * perMinute / 60000)
local answer = tokens
if tokens + change >= 0 then tokens = math.min(perMinute, tokens + change) else answer = tokens - 1 end
redis.call('HSET', KEYS[1], 'tokens', tostring(tokens), 'atMs', nowMs)
redis.call('PEXPIRE', KEYS[1], 70000)
return tostring(answer)`;

/** Token buckets shared by all replicas. While Redis does not answer, `fallback` limits each replica by itself. */
export function createRedisBuckets(of: {
  redis: Redis;
  fallback: RateBuckets;
  log: Pick<Log, 'warn'>;
}): RateBuckets {
  async function change(rule: RateRule, key: string, tokens: number): Promise<number> {
    const name = `taskflow:rate:${rule.name}:${key}`;
    return Number(await of.redis.eval(script, 1, name, rule.perMinute, tokens));
  }

  async function take(rule: RateRule, key: string): Promise<RateAnswer> {
    if (rule.perMinute === 0) return { name: 'pass' };
    try {
      const left = await change(rule, key, -1);
      if (left >= 0) return { name: 'pass' };
      return { name: 'wait', retryAfterSeconds: (-left * 60) / rule.perMinute };
    } catch (err) {
      of.log.warn({ err }, 'rates are limited in this process only, since Redis does not answer');
      return of.fallback.take(rule, key);
    }
  }

  async function giveBack(rule: RateRule, key: string): Promise<void> {
    if (rule.perMinute === 0) return;
    try {
      await change(rule, key, 1);
    } catch {
      await of.fallback.giveBack(rule, key);
    }
  }

  return { take, giveBack };
}
