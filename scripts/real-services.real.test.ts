import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import { MongoClient } from 'mongodb';
import { expect, inject, test } from 'vitest';
import { startMongoReplicaSet } from '#scripts/mongo-replica-set';

test('[R1] the mongod of the tests acknowledges a majority write only with its journal', async () => {
  const client = await MongoClient.connect(inject('mongoUrl'));
  try {
    const entries = client.db(`test-${randomUUID()}`).collection('entries', {
      writeConcern: { w: 'majority', journal: true },
      readConcern: { level: 'majority' },
    });
    await entries.insertOne({ title: 'Pay rent' });
    expect(await entries.countDocuments()).toBe(1);
    const { storageEngine } = await client.db('admin').command({ serverStatus: 1 });
    expect(storageEngine).toMatchObject({ name: 'wiredTiger', persistent: true });
  } finally {
    await client.close();
  }
});

test('a replica set of three has three processes and elects a primary', async () => {
  const replicaSet = await startMongoReplicaSet({ members: 3 });
  const client = await MongoClient.connect(replicaSet.url);
  try {
    expect(new Set(replicaSet.pids).size).toBe(3);
    expect(await client.db('admin').command({ hello: 1 })).toMatchObject({
      isWritablePrimary: true,
    });
  } finally {
    await client.close();
    await replicaSet.stop();
  }
});

test('the Redis of the tests answers and knows the sharded pub/sub of version 7', async () => {
  const redis = new Redis(inject('redisUrl'));
  try {
    expect(await redis.spublish('nobody-listens', 'x')).toBe(0);
  } finally {
    redis.disconnect();
  }
});
