import { expect, test } from 'vitest';
import { testIds } from '#shared/testing/build-task';
import { openTestStorage } from '../testing/open-test-storage.ts';
import { createFreshDocuments } from '../workspaces/fresh-documents.ts';
import { makeWorkspace, startReplica } from '../sync/testing/start-replica.ts';
import { newTask, testDevice } from '../sync/testing/test-device.ts';
import { createTrashPurge } from './purge-trash.ts';

test('[R7] while a purge reads a large workspace, the server answers others', async () => {
  const { storage, close } = await openTestStorage();
  const replica = startReplica(storage);
  const { alice } = testIds;
  const workspaceId = await makeWorkspace({ storage, replica }, { [alice]: 'admin' });
  const device = testDevice({ workspaceId, userId: alice, deviceId: 'alice00000' });
  for (let push = 0; push < 20; push += 1) {
    await device.push(replica, device.batch(...Array.from({ length: 250 }, () => newTask('x'))));
  }
  await replica.sync.close();
  const parts = { storage, documents: createFreshDocuments(storage), now: Date.now };
  const { applier, purge: commitPurge } = replica.sync;
  const trash = createTrashPurge({ ...parts, applier, commitPurge });
  let turns = 0;
  const count = () => {
    turns += 1;
    next = setImmediate(count);
  };
  let next = setImmediate(count);
  await trash.purge({ workspaceId, userId: alice, documentIds: [newTask('').id] });
  clearImmediate(next);
  // Ten pages of 500 tasks were read.
  expect(turns).toBeGreaterThanOrEqual(9);
  await close();
});
