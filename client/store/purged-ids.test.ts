import { expect, test } from 'vitest';
import { createDevice, home, newTask, positionOf, taskId } from './testing/device.ts';
import { openApp } from './testing/open-app.ts';

test('[R7] a store tells tombstones from documents that are there and from ids nobody has used', async () => {
  const device = createDevice();
  const database = await device.openTab();
  const app = await openApp(device, database);
  const [here, purged, unknown] = [taskId(1), taskId(2), taskId(3)];
  await app.commit({ label: 'task.add', changes: [newTask(here, 'Here'), newTask(purged, 'P')] });
  const tombstone = { kind: 'task', id: purged, workspaceId: home, seq: 1, purged: true as const };
  const answer = {
    epoch: 'e',
    documents: [tombstone],
    next: '1',
    done: true as const,
    head: 1,
    hash: '0000000000000000',
    lastN: 0,
    refused: [],
  };
  await database.applyPage({ asked: await positionOf(database), answer });
  await app.check();
  expect(app.current(purged)).toBeUndefined();
  expect(await app.purgedIds([here, purged, unknown])).toEqual(new Set([purged]));
  await app.close();
});
