import type { Clock } from '../clock.ts';
import type { RateAnswer, RateBuckets, RateRule } from './rate-limit.ts';

interface Bucket {
  tokens: number;
  atMs: number;
}

/** Above this many buckets the full ones are dropped: a full bucket says the same as none. */
const sweepAbove = 50_000;

/** Token buckets in this process. One server alone needs no more; beside Redis they are the fallback. */
export function createMemoryBuckets(clock: Clock): RateBuckets {
  const bucketsByKey = new Map<string, Bucket>();

  function filled(rule: RateRule, key: string): Bucket {
    const nowMs = clock();
    const held = bucketsByKey.get(key) ?? { tokens: rule.perMinute, atMs: nowMs };
    const gained = (Math.max(0, nowMs - held.atMs) * rule.perMinute) / 60_000;
    return { tokens: Math.min(rule.perMinute, held.tokens + gained), atMs: nowMs };
  }

  function sweep(): void {
    const oldestMs = clock() - 60_000;
    for (const [key, bucket] of bucketsByKey) {
      if (bucket.atMs <= oldestMs) bucketsByKey.delete(key);
    }
  }

  async function take(rule: RateRule, key: string): Promise<RateAnswer> {
    if (rule.perMinute === 0) return { name: 'pass' };
    const fullKey = `${rule.name}/${key}`;
    const bucket = filled(rule, fullKey);
    const hasToken = bucket.tokens >= 1;
    if (hasToken) bucket.tokens -= 1;
    if (bucketsByKey.size >= sweepAbove) sweep();
    bucketsByKey.set(fullKey, bucket);
    if (hasToken) return { name: 'pass' };
    return { name: 'wait', retryAfterSeconds: ((1 - bucket.tokens) * 60) / rule.perMinute };
  }

  async function giveBack(rule: RateRule, key: string): Promise<void> {
    const bucket = bucketsByKey.get(`${rule.name}/${key}`);
    if (bucket !== undefined) bucket.tokens = Math.min(rule.perMinute, bucket.tokens + 1);
  }

  return { take, giveBack };
}
