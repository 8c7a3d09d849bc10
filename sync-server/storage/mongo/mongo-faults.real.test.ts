import { randomUUID } from 'node:crypto';
import { MongoClient } from 'mongodb';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { entry, step } from '../contract-samples.ts';
import type { Storage } from '../port.ts';
import { openMongoStorage } from './open-mongo-storage.ts';
import { refuseDuplicateKeys } from './refuse-duplicate-keys.ts';

const everything = { after: 0, limit: 1_000, maxBytes: 1e8 };
const unavailable = { code: 'storage_unavailable', details: { retryAfterSeconds: 2 } };

let storage: Storage;
let mongodPid: number;
const client = new MongoClient(inject('mongoUrl'));
beforeAll(async () => {
  // Files of this project run one after the other, so nobody else needs the mongod while it hangs.
  const status = await client.db('admin').command({ serverStatus: 1 });
  mongodPid = Number(status['pid']);
  storage = await openMongoStorage({
    url: inject('mongoUrl'),
    databaseName: `test-${randomUUID()}`,
  });
});
afterAll(async () => {
  await storage?.close();
  await client.close();
});

test('[R1] a database that hangs gives an unknown outcome or storage_unavailable within 5 seconds, and then works again', async () => {
  const workspaceId = randomUUID();
  expect(await storage.changeLog.append([entry({ workspaceId, seq: 1 })])).toEqual(['appended']);
  process.kill(mongodPid, 'SIGSTOP');
  const stoppedAt = performance.now();
  const second = entry({ workspaceId, seq: 2 });
  try {
    await Promise.all([
      expect(storage.changeLog.append([second])).resolves.toEqual(['unknown']),
      expect(storage.changeLog.read({ workspaceId, ...everything })).rejects.toMatchObject(
        unavailable,
      ),
      expect(storage.documentView.apply([step({ workspaceId, seq: 1 })])).rejects.toMatchObject(
        unavailable,
      ),
      expect(storage.ping()).rejects.toMatchObject(unavailable),
    ]);
    expect(performance.now() - stoppedAt).toBeLessThan(5_000);
    const again = performance.now();
    await expect(storage.directory.userById('alice')).rejects.toMatchObject(unavailable);
    expect(performance.now() - again).toBeLessThan(2_000);
  } finally {
    process.kill(mongodPid, 'SIGCONT');
  }
  await expect
    .poll(
      () =>
        storage.ping().then(
          () => 'up',
          () => 'down',
        ),
      { timeout: 15_000 },
    )
    .toBe('up');
  // Whether the hanging insert arrived or not, the same attempt ends as the one entry there is.
  expect(await storage.changeLog.append([second])).toEqual(['appended']);
  const read = await storage.changeLog.read({ workspaceId, ...everything });
  expect(read.map(({ commitId }) => commitId).at(-1)).toBe(second.commitId);
  expect(read).toHaveLength(2);
});

test('[R1] a storage does not open on a database that is not there', async () => {
  const url = 'mongodb://127.0.0.1:1/?replicaSet=nowhere';
  await expect(openMongoStorage({ url, databaseName: 'x' })).rejects.toMatchObject(unavailable);
});

test('[R1] a database that takes one key twice is refused (B16)', async () => {
  const careless = { insertOne: () => Promise.resolve({ acknowledged: true }) };
  await expect(refuseDuplicateKeys(careless)).rejects.toThrow(/two records with one _id/);
});

test('[R2] a log that lacks an entry in its middle is not read past it', async () => {
  const workspaceId = randomUUID();
  for (const seq of [1, 2, 4]) await storage.changeLog.append([entry({ workspaceId, seq })]);
  await expect(storage.changeLog.read({ workspaceId, ...everything })).rejects.toThrow(
    /lacks entry 3/,
  );
});

test('an account whose creation was cut off between its two writes leaves the address free', async () => {
  const databaseName = `test-${randomUUID()}`;
  const own = await openMongoStorage({ url: inject('mongoUrl'), databaseName });
  try {
    const alice = {
      id: 'alice-1',
      email: 'alice@example.org',
      name: 'Alice',
      passwordHash: '$argon2id$hash',
      createdAtMs: 1,
      personalWorkspaceId: 'alice-home',
    };
    const users = client.db(databaseName).collection<{ _id: string; email: string }>('users');
    await users.insertOne({ _id: 'cut-off', email: alice.email });
    expect(await own.directory.createUser(alice)).toBe('created');
    expect(await own.directory.userByEmail(alice.email)).toEqual(alice);
  } finally {
    await own.close();
  }
});

test('`_id` is the only unique index of the view, whose other indexes are made at the first start', async () => {
  const databaseName = `test-${randomUUID()}`;
  const own = await openMongoStorage({ url: inject('mongoUrl'), databaseName });
  await own.close();
  const indexes = await client.db(databaseName).collection('documents').indexes();
  expect(new Set(indexes.map(({ key }) => Object.keys(key).join()))).toEqual(
    new Set(['_id', 'workspaceId,seq,id', 'workspaceId,kind,id', 'workspaceId,parentId']),
  );
  expect(indexes.some(({ unique }) => unique === true)).toBe(false);
});

test('[R1] entries and documents have one key each, a text that begins with their workspace, and nothing else is unique (B16)', async () => {
  const databaseName = `test-${randomUUID()}`;
  const own = await openMongoStorage({ url: inject('mongoUrl'), databaseName });
  const workspaceId = randomUUID();
  await own.changeLog.append([entry({ workspaceId, seq: 12 })]);
  await own.documentView.apply([step({ workspaceId, seq: 1, ids: ['a'] })]);
  await own.close();
  const database = client.db(databaseName);
  const keysOf = (name: string) =>
    database.collection<{ _id: string }>(name).distinct('_id', { _id: /-/ });
  expect(await keysOf('entries')).toEqual([`${workspaceId}/000000000012`]);
  expect(await keysOf('documents')).toEqual([`${workspaceId}/a`]);
  for (const { name } of await database.listCollections().toArray()) {
    const indexes = await database.collection(name).indexes();
    expect(indexes.filter(({ unique }) => unique === true)).toEqual([]);
  }
});
