import { expect, onTestFinished, test } from 'vitest';
import { createDevice, newTask, taskId } from '#client/store/testing/device.ts';
import { openApp } from '#client/store/testing/open-app.ts';
import { changeNow, commitChanges } from './task-change.ts';

const one = taskId(1);

test('setting the date that a task has is no action, so Undo does not take back another', async () => {
  const device = createDevice();
  const store = await openApp(device, await device.openTab());
  onTestFinished(() => store.close());
  await store.commit({ label: 'task.add', changes: [newTask(one, 'Pay rent')] });
  const priority = (value: string) =>
    changeNow(store, { taskId: one, group: 'priority', value: { priority: value } });
  const dated = changeNow(store, {
    taskId: one,
    group: 'schedule',
    value: { dueDate: '2026-11-22', dueTime: null, timeZone: null, recurrence: null },
  });
  expect(await commitChanges(store, { label: 'task.schedule', changes: [dated] })).toBeDefined();
  expect(await commitChanges(store, { label: 'task.schedule', changes: [dated] })).toBeUndefined();

  const both = [dated, priority('high')];
  const batch = await commitChanges(store, { label: 'task.edit', changes: both });
  expect(batch?.changes).toMatchObject([{ group: 'priority' }]);
});
