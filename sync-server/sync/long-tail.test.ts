import { expect, test } from 'vitest';
import { ApiError } from '#shared/api-error';
import { testIds } from '#shared/testing/build-task';
import { openTestStorage } from '../testing/open-test-storage.ts';
import { makeWorkspace, startReplica } from './testing/start-replica.ts';
import { newTask, testDevice } from './testing/test-device.ts';

test('[R2] while the disk has no room for the view, a device that pulls on reaches the head', async () => {
  const { storage, close } = await openTestStorage();
  const apply = () => Promise.reject(new ApiError('storage_full'));
  const full = startReplica({ ...storage, documentView: { ...storage.documentView, apply } });
  const workspaceId = await makeWorkspace({ storage, replica: full }, { [testIds.alice]: 'admin' });
  const device = testDevice({ workspaceId, userId: testIds.alice, deviceId: 'alice00000' });
  for (let push = 0; push < 2_100; push += 1) {
    await device.push(full, device.batch(newTask(`${push}`)));
  }
  let from = 0;
  for (let pull = 0; pull < 5; pull += 1) {
    const request = { workspaceId, userId: testIds.alice, epoch: 'epoch-1', deviceId: undefined };
    const after = { seq: from, id: undefined };
    const json = await full.sync.readPage({ ...request, after, from, limit: 1_000 });
    from = JSON.parse(json).head;
  }
  expect(from).toBe(2_101);
  await full.sync.close();
  await close();
}, 30_000);
