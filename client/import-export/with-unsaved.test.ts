import { expect, onTestFinished, test } from 'vitest';
import { createDevice, newTask, rename, taskId } from '#client/store/testing/device.ts';
import { openApp, rowsOf } from '#client/store/testing/open-app.ts';
import { exportJsonFiles } from './export-files.ts';

const [one, two] = [taskId(1), taskId(2)];

test('an export takes along what a full disk did not take, in the order in which it was done', async () => {
  const device = createDevice();
  const database = await device.openTab();
  const app = await openApp(device, database);
  onTestFinished(() => app.close());
  await app.commit({ label: 'task.add', changes: [newTask(one, 'Saved')] });
  database.tables.outbox.hook('creating', () => {
    throw new DOMException('The disk is full', 'QuotaExceededError');
  });
  const base = app.baseOf(one, 'title');
  const failing = [
    { label: 'task.rename', changes: [{ ...rename(one, 'Renamed on a full disk'), base }] },
    { label: 'task.add', changes: [newTask(two, 'Added on a full disk')] },
    { label: 'task.rename', changes: [{ ...rename(two, 'Added, then renamed'), base: null }] },
  ];
  for (const action of failing) await app.commit(action).catch(() => undefined);

  const [file] = await exportJsonFiles(app);
  const { documents } = JSON.parse(file?.text ?? '{}');
  const titles = documents.flatMap(({ title }: { title?: string }) => title ?? []);
  expect(titles.toSorted()).toEqual(['Added, then renamed', 'Renamed on a full disk']);
  // Nothing of it is shown as if it were saved.
  expect((await rowsOf(app)).map(({ title }) => title)).toEqual(['Saved']);
});
