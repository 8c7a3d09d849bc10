import { expect, onTestFinished, test } from 'vitest';
import { memberId } from '#shared/ids';
import type { Change } from '#shared/push-message';
import { commitParts } from './commit-parts.ts';
import { notAllowed } from './not-saved-error.ts';
import { NotWholeError, sendProject, sendTasks } from './send-tasks.ts';
import {
  alice,
  createDevice,
  home,
  newTask,
  positionOf,
  rename,
  taskId,
} from './testing/device.ts';
import { openApp, rowsOf } from './testing/open-app.ts';
import { createServerModel, pullAll } from './testing/server-model.ts';

const work = home.replace(/.$/, '3');
const [one, two, office] = [taskId(1), taskId(2), taskId(9)];

async function setUp() {
  const device = createDevice();
  const [here, there] = [await device.openTab(), await device.openTab({ workspaceId: work })];
  await here.commitBatches([{ label: 'task.add', changes: [newTask(one, 'Here')] }]);
  const project = { kind: 'project', id: office, create: { name: 'Office' } };
  await there.commitBatches([
    { label: 'task.add', changes: [newTask(two, 'There')] },
    { label: 'project.add', changes: [project] },
  ]);
  const app = await openApp(device, here);
  onTestFinished(() => app.close());
  return { app, here, there };
}

test('a workspace that is heard of while the app is open is shown without a reload, once, and written to', async () => {
  const { app, there } = await setUp();
  expect((await rowsOf(app)).map(({ id }) => id)).toEqual([one]);
  await Promise.all([app.addWorkspace(there), app.untilReady()]);
  await app.addWorkspace(there);
  await app.check();
  expect((await rowsOf(app)).map(({ id }) => id)).toEqual([one, two]);

  const create = { title: 'In it', projectId: office };
  await app.commit({ label: 'task.add', changes: [{ kind: 'task', id: taskId(3), create }] });
  expect(app.current(taskId(3))).toMatchObject({ workspaceId: work });
  expect(await there.tables.outbox.count()).toBe(3);
});

test('one action on tasks of two workspaces is a batch in each, and one Undo', async () => {
  const { app, here, there } = await setUp();
  await app.addWorkspace(there);
  await app.check();
  const titles = async () => (await rowsOf(app)).map(({ title }) => title);
  const changes = [rename(one, 'Both'), rename(two, 'Both')];
  await commitParts(app, { label: 'task.rename', changes });
  expect(await titles()).toEqual(['Both', 'Both']);
  expect(await here.tables.outbox.count()).toBe(2);
  expect(await app.undo()).toMatchObject({ name: 'undone', label: 'task.rename' });
  expect(await titles()).toEqual(['Here', 'There']);
  expect(await app.redo()).toMatchObject({ name: 'undone', label: 'task.rename' });
  expect(await titles()).toEqual(['Both', 'Both']);
});

test('a workspace of which only a part has come yet is not moved from, as the rest would be left behind', async () => {
  const device = createDevice();
  const [here, there] = [await device.openTab(), await device.openTab({ workspaceId: work })];
  const server = createServerModel(undefined, work);
  const project = { kind: 'project', id: office, create: { name: 'Office' } };
  const inIt = (id: string) => ({ kind: 'task', id, create: { title: id, projectId: office } });
  [project, inIt(one), inIt(two)].forEach((change, index) => {
    const n = index + 1;
    server.commit('bobsdevice', {
      n,
      v: 1,
      stamp: `00000000000${n}-bobsdevice`,
      changes: [change],
    });
  });
  const asked = await positionOf(there);
  const { checkpoint: after, deviceId } = asked;
  await there.applyPage({ asked, answer: server.pull({ after, deviceId, limit: 2 }) });
  const app = await openApp(device, here);
  onTestFinished(() => app.close());
  await app.addWorkspace(there);
  await app.check();
  expect((await rowsOf(app)).map(({ id }) => id)).toEqual([one]);

  const place = { workspaceId: home, projectId: null, sectionId: null };
  await expect(sendTasks(app, { taskIds: [one], place })).rejects.toThrow(NotWholeError);
  const move = { projectId: office, to: home };
  await expect(sendProject(app, move)).rejects.toThrow(NotWholeError);
  expect(await here.tables.outbox.count()).toBe(0);

  await pullAll(there, server);
  await app.check();
  await sendProject(app, move);
  const moved = (await rowsOf(app)).filter(({ workspaceId }) => workspaceId === home);
  expect(moved.map(({ title }) => String(title)).toSorted()).toEqual([one, two]);
});

test('what is made for a workspace whose own document has not come yet is made there', async () => {
  const { app, there } = await setUp();
  await app.addWorkspace(there);
  const project = { kind: 'project', id: taskId(4), create: { name: 'Second' } };
  await app.commit({ label: 'project.add', changes: [project], besideId: work });
  expect(app.current(work)).toBeUndefined();
  expect(app.current(taskId(4))).toMatchObject({ workspaceId: work });
});

test('[R9] nothing is written that the role of the person does not allow there, and all that it does', async () => {
  const { app, here, there } = await setUp();
  await app.addWorkspace(there);
  const server = createServerModel(undefined, work);
  const own = { kind: 'member', id: memberId({ workspaceId: work, userId: alice }) };
  const create = { userId: alice, name: 'Alice', role: 'viewer' };
  const commit = (n: number, change: Change) => {
    const stamp = `00000000000${n}-bobsdevice`;
    return server.commit('bobsdevice', { n, v: 1, stamp, changes: [change] });
  };
  const setRole = async (n: number, role: string) => {
    commit(n, { ...own, group: 'role', value: { role }, base: null });
    await pullAll(there, server);
    await app.check();
  };
  commit(1, { ...own, create });
  await setRole(2, 'viewer');
  const comment = { kind: 'comment', id: taskId(5), create: { taskId: two, text: 'Soon' } };
  const say = () => app.commit({ label: 'comment.add', changes: [comment] });
  const edit = () => app.commit({ label: 'task.rename', changes: [rename(two, 'Other')] });
  const waiting = await there.tables.outbox.count();
  await expect(edit()).rejects.toMatchObject({ cause: notAllowed });
  await expect(say()).rejects.toMatchObject({ cause: notAllowed });
  expect(await there.tables.outbox.count()).toBe(waiting);
  expect(app.current(two)).toMatchObject({ title: 'There' });
  await setRole(3, 'commenter');
  await say();
  await expect(edit()).rejects.toMatchObject({ cause: notAllowed });
  await setRole(4, 'member');
  await edit();
  expect(app.current(two)).toMatchObject({ title: 'Other' });
  // In the person's own nothing is in the way.
  await app.commit({ label: 'task.rename', changes: [rename(one, 'Other')] });
  expect(await here.tables.outbox.count()).toBe(2);
});
