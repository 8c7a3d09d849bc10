import { expect, onTestFinished, test } from 'vitest';
import { createDevice, newTask, taskId } from '#client/store/testing/device.ts';
import { oldestProtocolVersion, protocolVersion } from '#shared/protocol-version';
import type { PushRequest } from '#shared/push-message';
import { createPushOutbox } from './push-outbox.ts';
import type { SyncFailure } from './sync-failure.ts';

/** Runs the push lane once over an outbox whose batches were made by builds of these versions; nothing is answered. */
async function pushFrom(
  versions: readonly number[],
  failure: SyncFailure = { name: 'unreachable' },
) {
  const store = await createDevice().openTab();
  onTestFinished(() => store.close());
  for (const n of versions.keys()) {
    await store.commitBatches([{ label: 'task.add', changes: [newTask(taskId(n), `Task ${n}`)] }]);
  }
  await store.tables.outbox.toCollection().modify((row) => {
    row.batch.v = versions[row.n - 1] ?? protocolVersion;
  });
  const sent: PushRequest[] = [];
  const { pushNext } = createPushOutbox({
    store,
    send: async (request) => {
      sent.push(request);
      return failure;
    },
    rebuildOnce: async () => undefined,
    onAnswered: () => undefined,
    onRightsInDoubt: () => undefined,
  });
  const outcome = await pushNext();
  return { outcome, sent: sent.flatMap(({ batches }) => batches.map(({ n, v }) => [n, v])) };
}

test('[R13] after an update of the app a batch still bears the version it was made with (B19b)', async () => {
  const { sent } = await pushFrom([oldestProtocolVersion, protocolVersion]);
  expect(sent).toEqual([
    [1, oldestProtocolVersion],
    [2, protocolVersion],
  ]);
});

test('[R13] a batch of a version that servers take no more is raised to the oldest they do', async () => {
  const { sent } = await pushFrom([oldestProtocolVersion - 1, protocolVersion]);
  expect(sent).toEqual([
    [1, oldestProtocolVersion],
    [2, protocolVersion],
  ]);
});

test('[R13] after a step back of the app what a newer build has written goes by itself, and one that no server takes is said to need the update', async () => {
  const newer = protocolVersion + 1;
  const first = await pushFrom([protocolVersion, newer, protocolVersion]);
  expect(first.sent).toEqual([[1, protocolVersion]]);
  const busy = { name: 'busy', retryAfterMs: 5_000 } as const;
  const { outcome, sent } = await pushFrom([newer, protocolVersion], busy);
  expect(sent).toEqual([
    [1, newer],
    [2, protocolVersion],
  ]);
  expect(outcome).toEqual({ name: 'retry', cause: 'outdated', afterMs: 5_000 });
  const own = await pushFrom([protocolVersion], busy);
  expect(own.outcome).toEqual({ name: 'retry', cause: 'busy', afterMs: 5_000 });
});
