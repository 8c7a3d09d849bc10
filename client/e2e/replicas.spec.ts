import { expect, test } from '@playwright/test';
import { type MongoReplicaSet, startMongoReplicaSet } from '#scripts/mongo-replica-set';
import { type RedisServer, startRedis } from '#scripts/redis';
import { Device, person } from './device.ts';
import { startServer, type TestServer } from './server.ts';
import { serverTasks } from './server-tasks.ts';

const secrets = {
  JWT_SECRET: 'e2e-only-aXk3vQ9pLm2Zt7Rw5Yc8Nf1Hb6',
  REFRESH_SECRET: 'e2e-only-Tq4Ws8Ed2Rf6Tg1Yh5Uj9Ik3Ol7',
};
let mongo: MongoReplicaSet;
let redis: RedisServer;
let first: TestServer;
let second: TestServer;

test.beforeAll(async () => {
  [mongo, redis] = await Promise.all([startMongoReplicaSet(), startRedis()]);
  const env = { MONGODB_URL: mongo.url, REDIS_URL: redis.url, ...secrets };
  first = await startServer({ env });
  second = await startServer({ env });
});

test.afterAll(async () => {
  await Promise.all([first?.stop(), second?.stop()]);
  await Promise.all([mongo?.stop(), redis?.stop()]);
});

// Both need the same servers.
test.describe.configure({ mode: 'default' });

test('[R2] two servers on MongoDB and Redis: what is done on one is seen on the other within 2 s', {
  tag: '@alone',
}, async ({ browser }) => {
  const alice = person('Alice');
  const phone = await Device.open(browser, first.url);
  await phone.signUp(alice);
  const laptop = await Device.open(browser, second.url);
  await laptop.signIn(alice);
  await laptop.untilSynced();

  await phone.addTask('Over the first server');
  await expect(laptop.row('Over the first server')).toBeVisible({ timeout: 2_000 });
  await laptop.rename('Over the first server', 'Renamed over the second');
  await expect(phone.row('Renamed over the second')).toBeVisible({ timeout: 2_000 });
  await phone.complete('Renamed over the second');
  await expect(laptop.row('Renamed over the second')).toHaveCount(0, { timeout: 2_000 });
});

test('[R2] with Redis gone the servers still hear of each other: heads are polled', {
  tag: '@alone',
}, async ({ browser }) => {
  const bob = person('Bob');
  const phone = await Device.open(browser, first.url);
  await phone.signUp(bob);
  const laptop = await Device.open(browser, second.url);
  await laptop.signIn(bob);
  await laptop.untilSynced();
  await redis.stop();

  await phone.addTask('Without Redis');
  await phone.untilSynced();
  await expect(laptop.row('Without Redis')).toBeVisible({ timeout: 10_000 });
  await laptop.addTask('And back');
  await expect(phone.row('And back')).toBeVisible({ timeout: 10_000 });
  const tasks = await serverTasks({ request: phone.page.request, url: first.url, who: bob });
  expect(tasks.map(({ title }) => title)).toEqual(['Without Redis', 'And back']);
});
