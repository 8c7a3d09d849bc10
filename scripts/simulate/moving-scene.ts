import type { LocalDatabase } from '#client/store/local-database.ts';
import { sendProject, sendTasks } from '#client/store/send-tasks.ts';
import { createDevice, home, taskId } from '#client/store/testing/device.ts';
import { openApp } from '#client/store/testing/open-app.ts';
import {
  createServerModel,
  pullAll,
  pushAll,
  type ServerModel,
} from '#client/store/testing/server-model.ts';
import { dying, openBoth, work, type World } from '#client/store/testing/two-workspaces.ts';
import { createSeededRandom, pickFrom, type SeededRandom } from '#scripts/seeded-random';
import type { AnyDocument, StoredForm } from '#shared/kind-definition';
import type { Change } from '#shared/push-message';
import { formatStamp } from '#shared/stamp';
import type { Task } from '#shared/task';
import { createProjectIdFinder } from '#shared/topmost-project';

const projectIds: Readonly<Record<string, string>> = { [home]: taskId(90), [work]: taskId(91) };

/** One task or project, wherever it is: the documents of both workspaces that bear its name. */
export interface Lineage {
  name: string;
  documents: readonly AnyDocument[];
  /** Those that are neither in the trash nor in a project that is there. */
  live: readonly AnyDocument[];
  /** Wherever it is not live, it is in the trash with its project alone: it was added too late, say. */
  isLate: boolean;
}

/**
 * Devices of one person that move tasks and projects between two workspaces, each of which is reached or not at each moment,
 * and whose tabs die at some write; and Bob, who writes at the servers and hears of no move. The whole app store runs, over
 * logs without HTTP. Ask `lineages` after `heal`.
 */
export class MovingScene {
  readonly devices: World[] = [];
  /** What happened, for whom a seed fails. */
  readonly trace: string[] = [];
  readonly #random: SeededRandom;
  readonly #servers = {
    here: createServerModel('epoch-1', home),
    there: createServerModel('epoch-2', work),
  };
  readonly #bobsNumbers = new Map<ServerModel, number>();
  #made = 100;

  constructor(readonly seed: number) {
    this.#random = createSeededRandom(seed);
  }

  /** Two workspaces with two projects each, one of which may move, and so many devices that have heard of it. */
  async begin(devices: number): Promise<void> {
    for (const [server, id] of this.#sides()) {
      const stays = projectIds[id] ?? '';
      const moves = taskId(this.#next());
      const projects = [stays, moves].map((projectId): Change => {
        return { kind: 'project', id: projectId, create: { name: `project ${projectId}` } };
      });
      const tasks = [stays, moves, null].map((projectId) => this.#newTask({ projectId }));
      this.#bob(server, ...projects, ...tasks);
    }
    for (let index = 1; index <= devices; index += 1) {
      const device = createDevice(this.seed * 10 + index);
      const databases = await openBoth(device);
      for (const [server, , at] of this.#sides()) await pullAll(databases[at], server);
      this.devices.push(await this.#opened({ device, databases }));
    }
  }

  /** Something happens on one of the devices, or Bob does something. */
  async step(): Promise<void> {
    for (const { device } of this.devices) {
      device.clock.nowMs += 1 + Math.floor(this.#random() * 50);
    }
    const world = pickFrom(this.#random, this.devices);
    const dice = this.#random();
    // Who takes a move back where another device goes on with it decides for both: what they have then is no mishap.
    const isAlone = this.devices.length === 1;
    if (dice < 0.16) return this.#say(world, 'task', () => this.#moveTask(world));
    if (dice < 0.2) return this.#say(world, 'project', () => this.#moveProject(world));
    if (dice < 0.27 && isAlone) return this.#say(world, 'undo', () => world.app.undo());
    if (dice < 0.31 && isAlone) return this.#say(world, 'redo', () => world.app.redo());
    if (dice < 0.43) return this.#bobActs();
    if (dice < 0.5) return this.#say(world, 'add', () => this.#add(world));
    if (dice < 0.58) return this.#reopen(world, Math.floor(this.#random() * 6));
    return this.#connect(world, [this.#random() < 0.6, this.#random() < 0.6]);
  }

  /** Every tab is loaded anew and every workspace is reached, until nothing is left to do. */
  async heal(): Promise<void> {
    for (const world of this.devices) await this.#reopen(world);
    for (let round = 0; round < 12; round += 1) {
      for (const world of this.devices) await this.#connect(world, [true, true]);
    }
  }

  /** All tasks and projects as the servers have them. */
  lineages(): Lineage[] {
    const byName = new Map<string, Lineage>();
    for (const [server] of this.#sides()) {
      const isLive = liveTest(server.documents.values());
      for (const document of server.documents.values()) {
        const name = nameOf(document);
        if (name === undefined || 'purged' in document) continue;
        const { documents, live } = byName.get(name) ?? { documents: [], live: [] };
        byName.set(name, {
          name,
          documents: [...documents, document],
          live: isLive(document) ? [...live, document] : live,
          isLate: isOnlyWithProject([...documents, document]),
        });
      }
    }
    return [...byName.values()];
  }

  async close(): Promise<void> {
    for (const { app } of this.devices) await app.close();
  }

  #sides() {
    return [
      [this.#servers.here, home, 0],
      [this.#servers.there, work, 1],
    ] as const;
  }

  #next(): number {
    this.#made += 1;
    return this.#made;
  }

  /** Nobody alters its notes, and every copy has them: they are its name. */
  #newTask(create: object): Change {
    const id = taskId(this.#next());
    return { kind: 'task', id, create: { title: id, notes: `task ${id}`, ...create } };
  }

  #bob(server: ServerModel, ...changes: Change[]): void {
    const n = (this.#bobsNumbers.get(server) ?? 0) + 1;
    this.#bobsNumbers.set(server, n);
    const deviceId = 'bobsdevice';
    const stamp = formatStamp({ ms: Date.UTC(2026, 10, 22, 8) + n, counter: 0, deviceId });
    server.commit(deviceId, { n, v: 1, stamp, changes });
  }

  #bobActs(): void {
    const [server] = pickFrom(this.#random, this.#sides());
    const live = [...server.documents.values()].filter(isTask).filter(isUntrashed);
    if (live.length === 0) return;
    const { id, projectId } = pickFrom(this.#random, live);
    this.trace.push(`bob ${id}`);
    if (this.#random() < 0.6) {
      this.#bob(server, this.#newTask({ parentId: id, projectId }));
    } else {
      const value = { title: `title ${this.#next()}` };
      const base = '000000000001-bobsdevice';
      this.#bob(server, { kind: 'task', id, group: 'title', value, base });
    }
  }

  async #moveTask({ app }: World): Promise<unknown> {
    const live = app.documents<Task>('task').filter(isUntrashed);
    if (live.length === 0) return undefined;
    const { id, workspaceId } = pickFrom(this.#random, live);
    const to = workspaceId === home ? work : home;
    const place = { workspaceId: to, projectId: projectIds[to] ?? null, sectionId: null };
    await sendTasks(app, { taskIds: [id], place });
    return `${id} to ${to}`;
  }

  async #moveProject({ app }: World): Promise<unknown> {
    const stay = new Set(Object.values(projectIds));
    const live = app.documents('project').filter(({ id }) => !stay.has(id));
    const movable = live.filter(isUntrashed);
    if (movable.length === 0) return undefined;
    const { id, workspaceId } = pickFrom(this.#random, movable);
    const to = workspaceId === home ? work : home;
    await sendProject(app, { projectId: id, to });
    return `${id} to ${to}`;
  }

  async #add({ app }: World): Promise<unknown> {
    const live = app.documents<Task>('task').filter(isUntrashed);
    if (live.length === 0) return undefined;
    const { id: parentId, projectId } = pickFrom(this.#random, live);
    await app.commit({ label: 'task.add', changes: [this.#newTask({ parentId, projectId })] });
    return parentId;
  }

  async #say(world: World, what: string, act: () => Promise<unknown>): Promise<void> {
    // A tab that dies meanwhile has saved nothing, and says so.
    const outcome = await act().catch((error: unknown) => String(error));
    const told = typeof outcome === 'string' ? outcome : '';
    this.trace.push(`${this.devices.indexOf(world)} ${what} ${told}`);
  }

  /** The page is loaded anew; its tab may die when it has written so many times. */
  async #reopen(world: World, writes?: number): Promise<void> {
    await world.app.close().catch(() => undefined);
    for (const database of world.databases) database.close();
    const databases = await openBoth(world.device);
    const isMortal = writes !== undefined && this.#random() < 0.5;
    const used = isMortal ? dying(databases, writes) : databases;
    Object.assign(world, await this.#opened({ device: world.device, databases: used }));
    this.trace.push(`${this.devices.indexOf(world)} opened${isMortal ? ` ${writes}` : ''}`);
  }

  async #opened({ device, databases }: Pick<World, 'device' | 'databases'>): Promise<World> {
    const app = await openApp(device, ...databases);
    await app.whole;
    return { device, databases, app, servers: this.#servers };
  }

  /** Sends to and receives from the workspaces that are reached. */
  async #connect(world: World, isReached: readonly [boolean, boolean]): Promise<void> {
    for (const [server, , at] of this.#sides()) {
      if (isReached[at]) await exchange(world.databases[at], server);
    }
    await world.app.check();
    await world.app.moved().catch(() => undefined);
    this.trace.push(`${this.devices.indexOf(world)} reached ${isReached.join(' ')}`);
  }
}

async function exchange(database: LocalDatabase, server: ServerModel): Promise<void> {
  await pushAll(database, server);
  await pullAll(database, server);
}

function nameOf(document: StoredForm): string | undefined {
  if (document.kind === 'task' && 'notes' in document) return String(document['notes']);
  return document.kind === 'project' && 'name' in document ? String(document['name']) : undefined;
}

function isTask(document: StoredForm): document is Task {
  return document.kind === 'task' && !('purged' in document);
}

function isUntrashed(document: AnyDocument): boolean {
  return document['trashedAt'] === null;
}

/** None was put in the trash but by moving on, and one was not put there at all. */
function isOnlyWithProject(documents: readonly AnyDocument[]): boolean {
  return (
    documents.some(isUntrashed) &&
    documents.every((each) => isUntrashed(each) || each['movedTo'] !== null)
  );
}

/** What stands in a project that is in the trash is there with it. */
function liveTest(documents: Iterable<StoredForm>): (document: AnyDocument) => boolean {
  const all = [...documents];
  const tasks = all.filter(isTask);
  const awayIds = new Set(
    all.flatMap((each) =>
      each.kind === 'project' && !('purged' in each) && !isUntrashed(each) ? [each.id] : [],
    ),
  );
  const projectIdOf = createProjectIdFinder(tasks.filter(isUntrashed));
  return (document) =>
    isUntrashed(document) && !(isTask(document) && awayIds.has(projectIdOf(document) ?? ''));
}
