import { expect, test } from 'vitest';
import { memberId } from '#shared/ids';
import { testIds } from '#shared/testing/build-task';
import { openTestStorage } from '../testing/open-test-storage.ts';
import { createFreshDocuments } from '../workspaces/fresh-documents.ts';
import { makeWorkspace, startReplica } from '../sync/testing/start-replica.ts';
import { newTask, testDevice } from '../sync/testing/test-device.ts';
import { createTrashPurge } from './purge-trash.ts';

test('[R9] who stops being an administrator before the purge is committed purges nothing', async () => {
  const { storage, close } = await openTestStorage();
  const replica = startReplica(storage);
  const { alice, bob } = testIds;
  const workspaceId = await makeWorkspace(
    { storage, replica },
    { [alice]: 'admin', [bob]: 'admin' },
  );
  const device = testDevice({ workspaceId, userId: alice, deviceId: 'alice00000' });
  const task = newTask('milk');
  const value = { trashedAt: '2026-11-22T09:00:00.000Z' };
  const trashed = { kind: 'task', id: task.id, group: 'trash', value, base: null };
  await device.push(replica, device.batch(task), device.batch(trashed));
  const trash = createTrashPurge({
    storage,
    documents: createFreshDocuments(storage),
    applier: replica.sync.applier,
    now: Date.now,
    commitPurge: async (of) => {
      const id = memberId({ workspaceId, userId: bob });
      const role = { kind: 'member', id, group: 'role', value: { role: 'viewer' }, base: null };
      await replica.sync.commitAsServer({ workspaceId, userId: alice, changes: [role] });
      return replica.sync.purge(of);
    },
  });
  await trash.purge({ workspaceId, userId: bob, documentIds: [task.id] }).catch(() => undefined);
  const { documents } = await replica.pullAll({ workspaceId, userId: alice });
  expect(documents.find(({ id }) => id === task.id)).toMatchObject({ title: 'milk' });
  await replica.sync.close();
  await close();
});
