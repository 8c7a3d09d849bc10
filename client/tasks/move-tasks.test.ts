import { expect, onTestFinished, test } from 'vitest';
import { sendTasks } from '#client/store/send-tasks.ts';
import { createDevice, home, newTask, taskId } from '#client/store/testing/device.ts';
import { openApp } from '#client/store/testing/open-app.ts';
import { createServerModel, pullAll, pushAll } from '#client/store/testing/server-model.ts';
import { moveTasks } from './move-tasks.ts';

const work = home.replace(/.$/, '3');
const club = home.replace(/.$/, '4');
const [here, there, inClub, office] = [taskId(1), taskId(2), taskId(3), taskId(9)];

/** Three workspaces with a task each; that in `work` is in a project, where the others are to go. */
async function setUp() {
  const device = createDevice();
  const ids = [home, work, club];
  const servers = ids.map((id, index) => createServerModel(`epoch-${index}`, id));
  const changes = [
    [newTask(here, 'Here')],
    [
      { kind: 'project', id: office, create: { name: 'Office' } },
      { kind: 'task', id: there, create: { title: 'There', projectId: office } },
    ],
    [newTask(inClub, 'In the club')],
  ];
  servers.forEach((server, index) => {
    const stamp = '000000000001-bobsdevice';
    server.commit('bobsdevice', { n: 1, v: 1, stamp, changes: changes[index] ?? [] });
  });
  const databases = await Promise.all(ids.map((workspaceId) => device.openTab({ workspaceId })));
  const [first, ...others] = databases;
  if (first === undefined) throw new Error('no database');
  const sync = async () => {
    for (let round = 0; round < 4; round += 1) {
      for (const [index, database] of databases.entries()) {
        const server = servers[index];
        if (server === undefined) continue;
        await pushAll(database, server);
        await pullAll(database, server);
      }
      await app.check();
      await app.moved();
    }
  };
  for (const [index, database] of databases.entries()) {
    const server = servers[index];
    if (server !== undefined) await pullAll(database, server);
  }
  const app = await openApp(device, first, ...others);
  await app.whole;
  onTestFinished(() => app.close());
  const list = (workspaceId: string) =>
    app
      .documents('task')
      .filter((task) => task.workspaceId === workspaceId && task['trashedAt'] === null)
      .toSorted((a, b) => (String(a['orderKey']) < String(b['orderKey']) ? -1 : 1))
      .map((task) => String(task['title']));
  const lists = () => [home, work, club].map(list);
  return { app, databases, sync, lists };
}

const before = [['Here'], ['There'], ['In the club']];
const place = { projectId: office, sectionId: null, parentId: null };

for (const when of ['before', 'after'] as const) {
  test(`[R8] tasks of two workspaces move to a third in one step: one Undo ${when} that is settled, one Redo`, async () => {
    const { app, databases, sync, lists } = await setUp();
    await sendTasks(app, { taskIds: [here, inClub], place: { ...place, workspaceId: work } });
    const after = [[], ['There', 'Here', 'In the club'], []];
    expect(lists()).toEqual(after);
    if (when === 'after') await sync();
    expect(await app.undo()).toMatchObject({ name: 'undone', label: 'task.send' });
    expect(lists()).toEqual(before);
    expect(await app.undo()).toEqual({ name: 'nothing' });
    await sync();
    expect(lists()).toEqual(before);
    expect(await app.redo()).toMatchObject({ name: 'undone', label: 'task.send' });
    await sync();
    expect(lists()).toEqual(after);
    expect((await databases[1]?.readMeta())?.moves).toEqual([]);
  });
}

test('[R8] with those that are there already: one step too, and in the order of the selection', async () => {
  const { app, sync, lists } = await setUp();
  const create = { title: 'Last', projectId: office, orderKey: 'a5' };
  await app.commit({ label: 'task.add', changes: [{ kind: 'task', id: taskId(4), create }] });
  const held = lists();
  const outcome = await moveTasks(app, { taskIds: [there, here, inClub], place });
  expect(outcome.name).toBe('moved');
  expect(lists()).toEqual([[], ['Last', 'There', 'Here', 'In the club'], []]);
  await sync();
  expect(await app.undo()).toMatchObject({ name: 'undone', label: 'task.send' });
  expect(lists()).toEqual(held);
});
