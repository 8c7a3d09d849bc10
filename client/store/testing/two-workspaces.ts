import { onTestFinished } from 'vitest';
import type { Change } from '#shared/push-message';
import type { LocalDatabase } from '../local-database.ts';
import type { OpenedAppStore } from '../open-app-store.ts';
import { createDevice, type Device, home, taskId } from './device.ts';
import { openApp } from './open-app.ts';
import { createServerModel, pullAll, pushAll, type ServerModel } from './server-model.ts';

/** Alice's other workspace. */
export const work = home.replace(/.$/, '3');
const [rent, receipt, paint, note] = [taskId(1), taskId(2), taskId(3), taskId(4)];
const [money, house, office] = [taskId(5), taskId(8), taskId(9)];
/** What there is at the beginning. */
export const begin = { rent, receipt, paint, note, money, house, office };
/** The project of the other workspace. */
export const place = { workspaceId: work, projectId: office, sectionId: null };

/** Alice's two workspaces at the server: a project here with a task, its subtask, a comment and a label; one there. */
export function createServers() {
  const [here, there] = [createServerModel(), createServerModel('epoch-2', work)];
  const task = (id: string, title: string, others: object): Change => {
    return { kind: 'task', id, create: { title, projectId: house, ...others } };
  };
  const says = (id: string, text: string): Change => {
    return { kind: 'comment', id, create: { taskId: rent, text } };
  };
  const changes: Change[] = [
    { kind: 'project', id: house, create: { name: 'House' } },
    { kind: 'label', id: money, create: { name: 'Money', color: 'green' } },
    task(rent, 'Rent', { labels: { [money]: true }, orderKey: 'a1' }),
    task(receipt, 'Receipt', { parentId: rent, status: 'done' }),
    task(paint, 'Paint', { orderKey: 'a2' }),
    says(note, 'Friday'),
  ];
  here.commit('bobsdevice', { n: 1, v: 1, stamp: '000000000001-bobsdevice', changes });
  const project: Change = { kind: 'project', id: office, create: { name: 'Office' } };
  there.commit('bobsdevice', { n: 1, v: 1, stamp: '000000000001-bobsdevice', changes: [project] });
  return { here, there };
}

/** The two logs. */
export type Servers = ReturnType<typeof createServers>;

/** A device with its app over both. */
export interface World {
  device: Device;
  servers: Servers;
  app: OpenedAppStore;
  databases: readonly [LocalDatabase, LocalDatabase];
}

/** A tab on each of the two databases. */
export async function openBoth(device: Device): Promise<readonly [LocalDatabase, LocalDatabase]> {
  return [await device.openTab(), await device.openTab({ workspaceId: work })];
}

/** Opens the app of a device over both, as a start does. */
export async function open(device: Device, servers: Servers): Promise<World> {
  const databases = await openBoth(device);
  await pull({ databases, servers });
  const app = await openApp(device, ...databases);
  await app.whole;
  return { device, servers, app, databases };
}

/** The same on a new device; closed at the end of the test. */
export async function setUp(servers = createServers(), seed = 1): Promise<World> {
  const world = await open(createDevice(seed), servers);
  onTestFinished(() => world.app.close());
  return world;
}

/** Receives. */
export async function pull({
  databases,
  servers,
}: Pick<World, 'databases' | 'servers'>): Promise<void> {
  await pullAll(databases[0], servers.here);
  await pullAll(databases[1], servers.there);
}

/** Sends and receives until nothing is left to do. */
export async function sync(world: World): Promise<void> {
  for (let round = 0; round < 4; round += 1) {
    await pushAll(world.databases[0], world.servers.here);
    await pushAll(world.databases[1], world.servers.there);
    await pull(world);
    await settle(world.app);
  }
}

/** Moves go on whenever a change was read; this waits for that. */
export async function settle(app: OpenedAppStore): Promise<void> {
  await app.check();
  await app.moved();
}

/** The titles of live tasks of a workspace in their order. */
export function list(app: OpenedAppStore, workspaceId: string): unknown[] {
  return app
    .documents('task')
    .filter((task) => task.workspaceId === workspaceId && task['trashedAt'] === null)
    .toSorted((a, b) => (String(a['orderKey']) < String(b['orderKey']) ? -1 : 1))
    .map((task) => task['title']);
}

/** What a server holds. */
export function atServer(server: ServerModel, id: string | undefined): Record<string, unknown> {
  return { ...server.documents.get(id ?? '') };
}

/** The server refuses the first batch that waits to be sent. */
export async function refuseFirst(database: LocalDatabase, server: ServerModel): Promise<void> {
  const { deviceId } = await database.readMeta();
  const [first] = await database.readOutbox({ after: 0, maxBatches: 1, maxBytes: 1e6 });
  if (first === undefined) throw new Error('nothing to send');
  const { atMs: _atMs, label: _label, ...batch } = first;
  server.commit(deviceId, batch, 'forbidden');
}

/** The databases of a tab that dies when it has written this many times. */
export function dying(databases: World['databases'], writes: number): World['databases'] {
  let left = writes;
  const mortal = (database: LocalDatabase): LocalDatabase => ({
    ...database,
    transact: (run, tablesOf) => {
      if (left <= 0) return Promise.reject(new Error('the tab is gone'));
      left -= 1;
      return database.transact(run, tablesOf);
    },
    commitBatches: (actions) => {
      if (left <= 0) return Promise.reject(new Error('the tab is gone'));
      left -= 1;
      return database.commitBatches(actions);
    },
  });
  return [mortal(databases[0]), mortal(databases[1])];
}
