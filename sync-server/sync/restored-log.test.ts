import { expect, onTestFinished, test } from 'vitest';
import { testIds } from '#shared/testing/build-task';
import type { Storage } from '../storage/port.ts';
import { openTestStorage } from '../testing/open-test-storage.ts';
import { makeWorkspace, readLog, startReplica, testNowMs } from './testing/start-replica.ts';
import { newTask, testDevice } from './testing/test-device.ts';

const { alice } = testIds;

test('[R10] a replica that hears of a new epoch commits behind the restored head, not behind the one it remembers (A9)', async () => {
  const [before, restored] = [await openTestStorage(), await openTestStorage()];
  onTestFinished(async () => {
    await before.close();
    await restored.close();
  });
  // One database under the replica, put back under it while it runs.
  let current: Storage = before.storage;
  const { changeLog, documentView, directory } = switching(() => current);
  const replica = startReplica({ ...before.storage, changeLog, documentView, directory });
  const workspaceId = await makeWorkspace(
    { storage: before.storage, replica },
    { [alice]: 'admin' },
  );
  const device = testDevice({ workspaceId, userId: alice, deviceId: 'alice00000' });
  for (const title of ['a', 'b', 'c']) await device.push(replica, device.batch(newTask(title)));
  await replica.sync.applier.drain();
  const kept = (await readLog(before.storage, workspaceId)).slice(0, 2);
  for (const entry of kept) await restored.storage.changeLog.append([entry]);
  const workspace = { id: workspaceId, personalOf: null, createdAtMs: testNowMs };
  await restored.storage.directory.createWorkspace({ ...workspace, epoch: 'epoch-2' });
  current = restored.storage;

  await replica.sync.states.refresh(workspaceId, { head: 2, epoch: 'epoch-2' });

  const other = testDevice({ workspaceId, userId: alice, deviceId: 'alicephone' });
  expect(await other.push(replica, other.batch(newTask('d')))).toMatchObject({
    epoch: 'epoch-2',
    head: 3,
    results: [{ n: 1, outcome: 'committed', seq: 3 }],
  });
  expect(await readLog(restored.storage, workspaceId)).toHaveLength(3);
});

/** A storage whose every call goes to the one that stands there at that moment. */
function switching(current: () => Storage): Storage {
  const part = <N extends 'changeLog' | 'documentView' | 'directory'>(name: N): Storage[N] =>
    new Proxy(current()[name], { get: (_, key) => Reflect.get(current()[name], key) });
  return {
    ...current(),
    changeLog: part('changeLog'),
    documentView: part('documentView'),
    directory: part('directory'),
  };
}
