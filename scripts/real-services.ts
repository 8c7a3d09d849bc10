import type { TestProject } from 'vitest/node';
import { startMongoReplicaSet } from '#scripts/mongo-replica-set';
import { startRedis } from '#scripts/redis';

declare module 'vitest' {
  interface ProvidedContext {
    /** Of a one-member replica set that all tests of a run share: use a fresh database name in each. */
    mongoUrl: string;
    /** Of a Redis that all tests of a run share: use a fresh key prefix in each. */
    redisUrl: string;
  }
}

/** Gives the `real` test project one mongod and one Redis per run, by `inject('mongoUrl')` and `inject('redisUrl')`. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const [mongo, redis] = await Promise.all([startMongoReplicaSet(), startRedis()]);
  project.provide('mongoUrl', mongo.url);
  project.provide('redisUrl', redis.url);
  return async () => {
    await Promise.all([mongo.stop(), redis.stop()]);
  };
}
