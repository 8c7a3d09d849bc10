import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { createMemoryBuckets } from './memory-buckets.ts';
import type { RateBuckets, RateRule } from './rate-limit.ts';
import { createRedisBuckets } from './redis-buckets.ts';

const log = pino({ level: 'silent' });
let clients: Redis[];
let replicas: RateBuckets[];
beforeAll(() => {
  clients = [new Redis(inject('redisUrl')), new Redis(inject('redisUrl'))];
  replicas = clients.map((redis) =>
    createRedisBuckets({ redis, fallback: createMemoryBuckets(() => 0), log }),
  );
});
afterAll(async () => {
  await Promise.all(clients.map((redis) => redis.quit()));
});

function freshRule(perMinute: number): RateRule {
  return { name: `test-${randomUUID()}`, perMinute };
}

test('two replicas take from one bucket and are told when the next token is due', async () => {
  const rule = freshRule(5);
  const takes = [];
  for (let count = 0; count < 6; count += 1) {
    takes.push(await replicas[count % 2]?.take(rule, 'alice'));
  }
  expect(takes.map((answer) => answer?.name)).toEqual([
    ...Array.from({ length: 5 }, () => 'pass'),
    'wait',
  ]);
  const wait = takes[5];
  expect(wait?.name === 'wait' && wait.retryAfterSeconds).toBeGreaterThan(10);
  expect(wait?.name === 'wait' && wait.retryAfterSeconds).toBeLessThanOrEqual(12);
});

test('a token given back can be taken again, and no bucket holds more than its rule', async () => {
  const rule = freshRule(1);
  const [one, other] = replicas;
  await one?.take(rule, 'alice');
  await other?.giveBack(rule, 'alice');
  await other?.giveBack(rule, 'alice');
  expect((await one?.take(rule, 'alice'))?.name).toBe('pass');
  expect((await one?.take(rule, 'alice'))?.name).toBe('wait');
});

test('without Redis each replica limits by itself, at once', async () => {
  const redis = new Redis({
    port: 1,
    lazyConnect: true,
    enableOfflineQueue: false,
    retryStrategy: () => null,
  });
  redis.on('error', () => undefined);
  const buckets = createRedisBuckets({ redis, fallback: createMemoryBuckets(() => 0), log });
  const rule = freshRule(1);
  expect((await buckets.take(rule, 'alice')).name).toBe('pass');
  expect((await buckets.take(rule, 'alice')).name).toBe('wait');
  redis.disconnect();
});
