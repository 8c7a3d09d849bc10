import { randomUUID } from 'node:crypto';
import { MongoClient } from 'mongodb';
import { expect, onTestFinished, test } from 'vitest';
import { startMongoReplicaSet } from '#scripts/mongo-replica-set';
import { counter, step } from '#server/storage/contract-samples';
import { openMongoStorage } from '#server/storage/mongo/open-mongo-storage';

const unavailable = { code: 'storage_unavailable' };

test('[R1] the watermark never rises over rows that only the primary has, which are lost with it (B5b)', {
  timeout: 120_000,
}, async () => {
  const replicaSet = await startMongoReplicaSet({ members: 3 });
  const { url, pids } = replicaSet;
  const databaseName = `test-${randomUUID()}`;
  const client = await MongoClient.connect(url);
  const storage = await openMongoStorage({ url, databaseName });
  const { documentView } = storage;
  const status = await client.db('admin').command({ serverStatus: 1 });
  const primary = Number(status['pid']);
  const secondaries = pids.filter((pid) => pid !== primary);
  const signalAll = (signal: NodeJS.Signals) => {
    for (const pid of secondaries) process.kill(pid, signal);
  };
  onTestFinished(async () => {
    signalAll('SIGCONT');
    await storage.close();
    await client.close();
    await replicaSet.stop();
  });
  const workspaceId = randomUUID();
  const counters = [counter({ workspaceId, deviceId: 'alicephone', seq: 1 })];
  const first = step({ workspaceId, seq: 1, ids: ['a'], counters });

  signalAll('SIGSTOP');
  await expect(documentView.apply([first])).rejects.toMatchObject(unavailable);
  const local = { readConcern: { level: 'local' } } as const;
  const onPrimary = (name: string) =>
    client.db(databaseName).collection(name, local).countDocuments({});
  expect(await onPrimary('documents')).toBe(1);
  expect(await onPrimary('watermarks')).toBe(0);

  process.kill(primary, 'SIGKILL');
  signalAll('SIGCONT');
  const state = () => documentView.state(workspaceId).catch(() => undefined);
  await expect.poll(state, { timeout: 60_000 }).toMatchObject({ applied: 0 });
  const rows = () => documentView.readDocuments({ workspaceId, ids: ['a'] });
  expect(await rows()).toEqual([]);
  await documentView.apply([first]);
  expect(await state()).toMatchObject({ applied: 1 });
  expect(await rows()).toEqual(first.documents);
});
