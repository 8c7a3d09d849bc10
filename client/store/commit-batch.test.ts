import { expect, test } from 'vitest';
import { limits } from '#shared/limits';
import { readStamp } from '#shared/stamp';
import type { LocalDatabase } from './local-database.ts';
import type { UserAction } from './local-store.ts';
import { createDevice, newTask, rename, taskId } from './testing/device.ts';

const one = taskId(1);

async function commit(database: LocalDatabase, action: UserAction) {
  const [batch] = await database.commitBatches([action]);
  if (batch === undefined) throw new Error('no batch');
  return batch;
}

function addTask(title: string): UserAction {
  return { label: 'task.add', changes: [newTask(one, title)] };
}

test('[R3] two tabs that commit at once take different numbers without a gap', async () => {
  const device = createDevice();
  const [tab, otherTab] = [await device.openTab(), await device.openTab()];
  const batches = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      commit(index % 2 === 0 ? tab : otherTab, addTask(`Task ${index}`)),
    ),
  );
  const numbers = batches.map(({ n }) => n).toSorted((a, b) => a - b);
  expect(numbers).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  expect(new Set(batches.map(({ stamp }) => stamp)).size).toBe(20);
});

test('[R3] a batch is on disk when its promise resolves', async () => {
  const device = createDevice();
  const tab = await device.openTab();
  const batch = await commit(tab, addTask('Pay rent'));
  tab.close();
  const reopened = await device.openTab();
  const held = await reopened.readOutbox({ after: 0, maxBatches: 1, maxBytes: 1e6 });
  expect(held).toEqual([batch]);
});

test('[R6] stamps tick at corrected time and bear the device', async () => {
  const device = createDevice();
  const tab = await device.openTab();
  await tab.learnOffset({ offsetMs: 5000, roundTripMs: 10 });
  const first = await commit(tab, addTask('One'));
  const second = await commit(tab, addTask('Two'));
  const { deviceId } = await tab.readMeta();
  const ms = device.clock.nowMs + 5000;
  const { counter } = readStamp(first.stamp);
  expect(readStamp(first.stamp)).toEqual({ ms, counter, deviceId });
  expect(readStamp(second.stamp)).toEqual({ ms, counter: counter + 1, deviceId });
  expect(first).toMatchObject({ n: 1, atMs: ms, label: 'task.add' });
});

test('[R3] the counter of a new millisecond begins anywhere, so that copies of one profile give no two batches one stamp', async () => {
  const device = createDevice();
  const tab = await device.openTab();
  const counters = new Set<number>();
  for (let ms = 0; ms < 40; ms += 1) {
    device.clock.nowMs += 1;
    counters.add(readStamp((await commit(tab, addTask('One'))).stamp).counter);
  }
  expect(counters.size).toBeGreaterThan(35);
  expect(Math.max(...counters)).toBeLessThan(4_096);
});

test('[R6] a clock set back never makes a stamp below the last one', async () => {
  const device = createDevice();
  const tab = await device.openTab();
  const first = await commit(tab, addTask('One'));
  device.clock.nowMs -= 60_000;
  const second = await commit(tab, addTask('Two'));
  expect(second.stamp > first.stamp).toBe(true);
});

test('[R3] a batch beyond the limits is told apart and takes no number (A2)', async () => {
  const tab = await createDevice().openTab();
  const tooMany = Array.from({ length: limits.batchMaxChanges + 1 }, (_, n) =>
    newTask(taskId(n), 'Task'),
  );
  await expect(commit(tab, { label: 'import', changes: tooMany })).rejects.toMatchObject({
    code: 'too_many_changes',
  });
  const fat = Array.from({ length: 6 }, (_, n) => ({
    kind: 'task',
    id: taskId(n),
    create: { title: 'Task', notes: 'é'.repeat(25_000) },
  }));
  await expect(commit(tab, { label: 'import', changes: fat })).rejects.toMatchObject({
    code: 'too_many_bytes',
  });
  expect(await tab.readMeta()).toMatchObject({ nextN: 1, rev: 0 });
});

test('an action that is no batch is refused before it can block the outbox', async () => {
  const tab = await createDevice().openTab();
  await expect(commit(tab, { label: 'none', changes: [] })).rejects.toMatchObject({
    code: 'invalid',
  });
  const twice = [rename(one, 'A'), rename(one, 'B')];
  await expect(commit(tab, { label: 'task.rename', changes: twice })).rejects.toMatchObject({
    code: 'invalid',
  });
});

test('several batches are added all or none', async () => {
  const tab = await createDevice().openTab();
  await expect(
    tab.commitBatches([addTask('One'), { label: 'none', changes: [] }]),
  ).rejects.toMatchObject({ code: 'invalid' });
  expect(await tab.tables.outbox.count()).toBe(0);
  const batches = await tab.commitBatches([addTask('One'), addTask('Two')]);
  expect(batches.map(({ n }) => n)).toEqual([1, 2]);
});

test('what JSON cannot carry is gone before it is stored', async () => {
  const tab = await createDevice().openTab();
  const create = { title: 'One', dueDate: undefined };
  const batch = await commit(tab, {
    label: 'task.add',
    changes: [{ kind: 'task', id: one, create }],
  });
  expect(batch.changes).toStrictEqual([{ kind: 'task', id: one, create: { title: 'One' } }]);
});
