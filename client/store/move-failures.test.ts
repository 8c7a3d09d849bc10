import { expect, onTestFinished, test } from 'vitest';
import { firstValueFrom } from 'rxjs';
import { deleteDatabase } from './device-databases.ts';
import type { OpenedAppStore } from './open-app-store.ts';
import { sendProject, sendTasks } from './send-tasks.ts';
import { createDevice, home } from './testing/device.ts';
import { openApp } from './testing/open-app.ts';
import { pushAll } from './testing/server-model.ts';
import {
  atServer,
  begin,
  createServers,
  list,
  open,
  place,
  pull,
  refuseFirst,
  settle,
  sync,
  work,
} from './testing/two-workspaces.ts';

const { rent, receipt, house } = begin;
const move = (app: OpenedAppStore) => sendTasks(app, { taskIds: [rent], place });

async function failedOf(app: OpenedAppStore) {
  const leaving = await firstValueFrom(app.leaving);
  return leaving.flatMap(({ to, failed }) => (failed === undefined ? [] : [{ to, ...failed }]));
}

const tasks = { kind: 'task', ids: [rent, receipt], to: work };
const where = { projectId: place.projectId, sectionId: null };

test('[R8] that a move was refused is told, found out at a start too, after each start until it is answered', async () => {
  const device = createDevice();
  const world = await open(device, createServers());
  await move(world.app);
  await world.app.close();
  await refuseFirst(world.databases[1], world.servers.there);
  await pull(world);
  for (let start = 0; start < 2; start += 1) {
    const app = await openApp(device, ...world.databases);
    await app.moved();
    await settle(app);
    expect(await failedOf(app)).toEqual([{ ...tasks, because: 'refused', place: where }]);
    expect(list(app, home)).toContain('Rent');
    await app.close();
  }
  const app = await openApp(device, ...world.databases);
  const [leaving] = await firstValueFrom(app.leaving);
  await app.dismissMove(leaving?.key ?? '');
  expect(await failedOf(app)).toEqual([]);
  await app.close();
  const again = await openApp(device, ...world.databases);
  onTestFinished(() => again.close());
  await settle(again);
  expect(await failedOf(again)).toEqual([]);
});

test('[R8] a refused move can be made again, and then comes to its end', async () => {
  const world = await open(createDevice(), createServers());
  onTestFinished(() => world.app.close());
  const { app } = world;
  await move(app);
  await refuseFirst(world.databases[1], world.servers.there);
  await sync(world);
  const [failed] = await failedOf(app);
  await sendTasks(app, { taskIds: failed?.ids ?? [], place: { workspaceId: work, ...where } });
  await sync(world);
  expect(list(app, work)).toContain('Rent');
  expect(list(app, home)).toEqual(['Paint']);
});

test('[R8] originals that the server does not let go stay, their copies go to the trash, and that is told', async () => {
  const world = await open(createDevice(), createServers());
  onTestFinished(() => world.app.close());
  const { app, databases, servers } = world;
  await move(app);
  await pushAll(databases[1], servers.there);
  await pull(world);
  await settle(app);
  await refuseFirst(databases[0], servers.here);
  await sync(world);
  expect(list(app, home)).toContain('Rent');
  expect(list(app, work)).toEqual([]);
  expect(atServer(servers.here, rent)['trashedAt']).toBeNull();
  expect(await failedOf(app)).toEqual([{ ...tasks, because: 'kept', place: where }]);
});

test('[R9] that the workspace was taken away to which something moved is told at the next start', async () => {
  const device = createDevice(3);
  const world = await open(device, createServers());
  await sendProject(world.app, { projectId: house, to: work });
  await world.app.close();
  const [here, there] = world.databases;
  there.close();
  await deleteDatabase(device, there);
  const app = await openApp(device, here);
  onTestFinished(() => app.close());
  await app.moved();
  await settle(app);
  expect(list(app, home)).toContain('Rent');
  const project = { kind: 'project', ids: [house], to: work, because: 'gone' };
  expect(await failedOf(app)).toEqual([project]);
});

test('[R8] copies that somebody else made first and put away since: nothing moves, and that is told', async () => {
  const servers = createServers();
  const phone = await open(createDevice(1), servers);
  const laptop = await open(createDevice(2), servers);
  onTestFinished(() => phone.app.close());
  onTestFinished(() => laptop.app.close());
  await move(phone.app);
  await move(laptop.app);
  await pushAll(phone.databases[1], servers.there);
  await pull(phone);
  await phone.app.check();
  const value = { trashedAt: phone.app.now(), movedTo: null };
  const copies = phone.app.documents('task').filter(({ workspaceId }) => workspaceId === work);
  const changes = copies.map(({ id }) => {
    return { kind: 'task', id, group: 'trash', value, base: phone.app.baseOf(id, 'trash') };
  });
  await phone.app.commit({ label: 'task.trash', changes });
  await pushAll(phone.databases[1], servers.there);
  await sync(laptop);
  expect(list(laptop.app, home)).toContain('Rent');
  expect(await failedOf(laptop.app)).toEqual([{ ...tasks, because: 'away', place: where }]);
});
