import { expect, onTestFinished, test } from 'vitest';
import { createDevice, newTask, taskId } from '#client/store/testing/device.ts';
import { protocolVersion } from '#shared/protocol-version';
import type { PushRequest } from '#shared/push-message';
import { createPushOutbox } from './push-outbox.ts';

/** A batch of another version of the app than this one. */
const olderVersion = 7;

test('[R13] after an update of the app a batch still bears the version it was made with (B19b)', async () => {
  const store = await createDevice().openTab();
  onTestFinished(() => store.close());
  await store.commitBatches([{ label: 'task.add', changes: [newTask(taskId(1), 'Before')] }]);
  await store.tables.outbox.toCollection().modify((row) => {
    row.batch.v = olderVersion;
  });
  await store.commitBatches([{ label: 'task.add', changes: [newTask(taskId(2), 'After')] }]);
  const sent: PushRequest[] = [];
  const { pushNext } = createPushOutbox({
    store,
    send: async (request) => {
      sent.push(request);
      return { name: 'unreachable' };
    },
    rebuildOnce: async () => undefined,
    onAnswered: () => undefined,
    onRightsInDoubt: () => undefined,
  });

  await pushNext();

  expect(sent[0]?.batches.map(({ n, v }) => [n, v])).toEqual([
    [1, olderVersion],
    [2, protocolVersion],
  ]);
});
