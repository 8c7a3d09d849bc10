import { expect, test } from 'vitest';
import { createSeededRandom, pickFrom, type SeededRandom } from '#scripts/seeded-random';
import type { AnyDocument, StoredForm } from '#shared/kind-definition';
import type { Change } from '#shared/push-message';
import { formatStamp } from '#shared/stamp';
import { sendProject, sendTasks } from './send-tasks.ts';
import { createDevice, home, taskId } from './testing/device.ts';
import { openApp } from './testing/open-app.ts';
import { createServerModel, pullAll, pushAll, type ServerModel } from './testing/server-model.ts';
import { dying, openBoth, work, type World } from './testing/two-workspaces.ts';

const projects = { [home]: taskId(90), [work]: taskId(91) };
const stepsOfRun = 40;

/** A task is known by its notes, which nobody alters and every copy has. */
type Names = ReadonlyMap<string, AnyDocument[]>;

class Scene {
  readonly random: SeededRandom;
  readonly servers = {
    here: createServerModel('epoch-1', home),
    there: createServerModel('epoch-2', work),
  };
  readonly devices: World[] = [];
  readonly said: string[] = [];
  #bobN = new Map<ServerModel, number>();
  #made = 100;

  constructor(seed: number) {
    this.random = createSeededRandom(seed);
  }

  async begin(seed: number, devices: number): Promise<void> {
    for (const [server, id] of this.sides()) {
      const project = { kind: 'project', id: projects[id] ?? '', create: { name: id } };
      this.bob(server, project, this.task({ projectId: projects[id] ?? null }), this.task({}));
    }
    for (let index = 1; index <= devices; index += 1) {
      const device = createDevice(seed * 10 + index);
      const databases = await openBoth(device);
      for (const [server, , at] of this.sides()) await pullAll(databases[at], server);
      const app = await openApp(device, ...databases);
      await app.whole;
      this.devices.push({ device, databases, app, servers: this.servers });
    }
  }

  sides() {
    return [
      [this.servers.here, home, 0],
      [this.servers.there, work, 1],
    ] as const;
  }

  /** Bob writes at the server at once: he has not heard of any move. */
  bob(server: ServerModel, ...changes: Change[]): void {
    const n = (this.#bobN.get(server) ?? 0) + 1;
    this.#bobN.set(server, n);
    const deviceId = 'bobsdevice';
    const stamp = formatStamp({ ms: Date.UTC(2026, 10, 22, 8) + n, counter: 0, deviceId });
    server.commit(deviceId, { n, v: 1, stamp, changes });
  }

  task(create: object): Change {
    this.#made += 1;
    const id = taskId(this.#made);
    return { kind: 'task', id, create: { title: id, notes: `name ${this.#made}`, ...create } };
  }

  async step(): Promise<void> {
    const world = pickFrom(this.random, this.devices);
    for (const each of this.devices) each.device.clock.nowMs += 1 + Math.floor(this.random() * 50);
    const dice = this.random();
    if (dice < 0.2) return this.move(world);
    if (dice < 0.27 && this.devices.length === 1)
      return this.say(world, 'undo', () => world.app.undo());
    if (dice < 0.31 && this.devices.length === 1)
      return this.say(world, 'redo', () => world.app.redo());
    if (dice < 0.43) return this.bobActs();
    if (dice < 0.5) return this.say(world, 'add', () => this.add(world));
    if (dice < 0.58) return this.reopen(world, Math.floor(this.random() * 6));
    return this.connect(world, this.random() < 0.6, this.random() < 0.6);
  }

  async say(world: World, what: string, run: () => Promise<unknown>): Promise<void> {
    // What a dying tab could not write was told as not saved.
    const outcome = await run().catch((error: unknown) => String(error));
    this.said.push(
      `${this.devices.indexOf(world)} ${what} ${JSON.stringify(outcome)?.slice(0, 60)}`,
    );
  }

  async move(world: World): Promise<void> {
    const { app } = world;
    const live = app.documents('task').filter(({ trashedAt }) => trashedAt === null);
    if (live.length === 0) return;
    const { id, workspaceId } = pickFrom(this.random, live);
    const to = workspaceId === home ? work : home;
    const place = { workspaceId: to, projectId: projects[to] ?? null, sectionId: null };
    await this.say(world, `move ${id} to ${to.at(-1)}`, () =>
      sendTasks(app, { taskIds: [id], place }),
    );
  }

  async add({ app }: World): Promise<unknown> {
    const live = app.documents('task').filter(({ trashedAt }) => trashedAt === null);
    if (live.length === 0) return undefined;
    const parent = pickFrom(this.random, live);
    const { id: parentId, projectId } = parent;
    return app.commit({ label: 'task.add', changes: [this.task({ parentId, projectId })] });
  }

  bobActs(): void {
    const [server] = pickFrom(this.random, this.sides());
    const live = [...server.documents.values()].filter(isLiveTask);
    if (live.length === 0) return;
    const { id, projectId } = pickFrom(this.random, live);
    const base = '000000000001-bobsdevice';
    if (this.random() < 0.6) this.bob(server, this.task({ parentId: id, projectId }));
    else {
      const value = { title: `bob ${this.#made}` };
      this.bob(server, { kind: 'task', id, group: 'title', value, base });
    }
    this.said.push(`bob ${id}`);
  }

  /** The page is loaded anew; its tab dies when it has written so many times, if at all. */
  async reopen(world: World, writes: number): Promise<void> {
    await world.app.close().catch(() => undefined);
    for (const database of world.databases) database.close();
    const databases = await openBoth(world.device);
    const mortal = this.random() < 0.5 ? dying(databases, writes) : databases;
    const app = await openApp(world.device, ...mortal);
    await app.whole;
    Object.assign(world, { databases, app });
    this.said.push(`${this.devices.indexOf(world)} reopened`);
  }

  /** Sends and receives where the network lets it. */
  async connect(world: World, isHere: boolean, isThere: boolean): Promise<void> {
    const reached = [isHere, isThere];
    for (const [server, , at] of this.sides()) {
      if (reached[at] !== true) continue;
      await pushAll(world.databases[at], server);
      await pullAll(world.databases[at], server);
    }
    await world.app.check();
    await world.app.moved().catch(() => undefined);
    this.said.push(`${this.devices.indexOf(world)} connected ${JSON.stringify(reached)}`);
  }

  async heal(): Promise<void> {
    for (const world of this.devices) {
      await world.app.close().catch(() => undefined);
      for (const database of world.databases) database.close();
      const databases = await openBoth(world.device);
      const app = await openApp(world.device, ...databases);
      await app.whole;
      Object.assign(world, { databases, app });
    }
    for (let round = 0; round < 12; round += 1) {
      for (const world of this.devices) await this.connect(world, true, true);
    }
  }

  names(): Names {
    const names = new Map<string, AnyDocument[]>();
    for (const [server] of this.sides()) {
      for (const document of server.documents.values()) {
        if (document.kind !== 'task' || !('notes' in document)) continue;
        const name = String(document['notes']);
        names.set(name, [...(names.get(name) ?? []), document]);
      }
    }
    return names;
  }
}

function isLiveTask(document: StoredForm): document is AnyDocument {
  return document.kind === 'task' && 'trashedAt' in document && document['trashedAt'] === null;
}

async function run(seed: number, devices: number): Promise<Scene> {
  const scene = new Scene(seed);
  await scene.begin(seed, devices);
  for (let step = 0; step < stepsOfRun; step += 1) await scene.step();
  await scene.heal();
  return scene;
}

const seeds = Array.from(
  { length: Number(process.env['MOVE_SEEDS'] ?? 12) },
  (_, index) => index + Number(process.env['MOVE_FROM'] ?? 1),
);

for (const devices of [1, 2, 3]) {
  const what = devices === 1 ? 'one device that undoes too' : `${devices} devices`;
  test.each(seeds)(
    `[R8] in the end no task is live twice, whatever befalls ${what}: seed %i`,
    async (seed) => {
      const scene = await run(seed, devices);
      for (const { databases, app } of scene.devices) {
        for (const database of databases) {
          const { moves = [], leaving = [] } = await database.readMeta();
          expect(moves).toEqual([]);
          expect(leaving.filter(({ sources }) => sources.length > 0)).toEqual([]);
          expect(await database.tables.outbox.count()).toBe(0);
        }
        await app.close();
      }
      const liveOf = (all: readonly AnyDocument[]) => all.filter(isLiveTask).length;
      // Undo of what was added puts it in the trash.
      const wrong = [...scene.names()].filter(([, all]) =>
        devices === 1 ? liveOf(all) > 1 : liveOf(all) !== 1,
      );
      const told = wrong.map(([name, all]) => [
        name,
        ...all.map(({ id, workspaceId, trashedAt, movedTo }) =>
          [id, workspaceId.at(-1), trashedAt, movedTo].join(' '),
        ),
      ]);
      expect([told, told.length === 0 ? [] : scene.said]).toEqual([[], []]);
    },
  );
}
