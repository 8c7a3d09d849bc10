import { expect, onTestFinished, test } from 'vitest';
import { createDevice, home } from '#client/store/testing/device.ts';
import { openApp } from '#client/store/testing/open-app.ts';
import { createServerModel, pullAll } from '#client/store/testing/server-model.ts';
import { createWorkspaceCommands } from './workspace-commands.ts';

const work = home.replace(/.$/, '3');

test('a workspace is renamed in its own log, nothing else is an action, and Undo brings the name back', async () => {
  const device = createDevice();
  const [here, there] = [await device.openTab(), await device.openTab({ workspaceId: work })];
  const server = createServerModel(undefined, work);
  const change = { kind: 'workspace', id: work, create: { name: 'Work' } };
  const stamp = '000000000001-bobsdevice';
  server.commit('bobsdevice', { n: 1, v: 1, stamp, changes: [change] });
  await pullAll(there, server);
  const app = await openApp(device, here, there);
  onTestFinished(() => app.close());
  const { beginRename, rename } = createWorkspaceCommands(app);
  const edit = { workspaceId: work, base: beginRename(work) };
  expect(edit.base).toBe(stamp);

  for (const name of ['', '  ', ' Work\n']) {
    expect(await rename({ ...edit, name })).toBeUndefined();
  }
  expect(await rename({ ...edit, name: ' Office  work\n' })).toMatchObject({
    label: 'workspace.rename',
    changes: [{ id: work, group: 'name', base: stamp }],
  });
  expect(app.current(work)).toMatchObject({ name: 'Office work' });
  expect(await here.tables.outbox.count()).toBe(0);
  expect(await there.tables.outbox.count()).toBe(1);
  expect(await app.undo()).toMatchObject({ name: 'undone', label: 'workspace.rename' });
  expect(app.current(work)).toMatchObject({ name: 'Work' });
});
