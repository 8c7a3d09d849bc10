import { memberId } from '#shared/ids';
import { newDocumentId } from '#shared/new-ids';
import type { Change } from '#shared/push-message';
import {
  createVirtualTime,
  randomBytesOf,
  type VirtualTime,
} from '#client/sync/testing/virtual-time.ts';
import type { StoredBatch, UserAction } from '#client/store/local-store.ts';
import { createSeededRandom, pickFrom, type SeededRandom } from '#scripts/seeded-random';
import type { Cluster } from './cluster.ts';
import { CrashWatch } from './crash-point.ts';
import { badNetwork, badStorage, heal, strike } from './faults.ts';
import { createRecorder, type History, type Recorder } from './history.ts';
import { loadAlteredBuild, loadNextBuild } from './altered-build.ts';
import { type Build, thisBuild } from './build.ts';
import type { MemoryStorage } from './memory-storage.ts';
import type { Mutation } from './mutation.ts';
import { finishWorld } from './finish-world.ts';
import { isOwnShown } from './read-disk.ts';
import type { Schedule, Step } from './schedule.ts';
import type { SimulatedDevice } from './simulated-device.ts';
import { calmNetwork, type NetworkWeather } from './simulated-network.ts';
import type { SimulatedTab } from './simulated-tab.ts';
import { calmStorage } from './simulated-storage.ts';
import { drawEdit } from './workload.ts';

/** Liveness: after everything was healed, this much time must be enough. */
const drainMs = 30_000;
const startMs = Date.UTC(2026, 10, 22, 9);

/** What a run came to. */
export interface RunResult {
  history: History;
  traceHash: string;
  trace: readonly string[];
}

/** Runs a schedule from an empty server to the end, in virtual time. */
export async function runSchedule(
  schedule: Schedule,
  of: { mutation?: Mutation | undefined; keepsTrace?: boolean; crashes?: CrashWatch } = {},
): Promise<RunResult> {
  const world = new World(schedule, { ...of, ...(await loadBuilds(schedule, of.mutation)) });
  await world.open();
  for (const step of schedule.steps) {
    await world.time.advance(step.afterMs);
    await world.take(step);
  }
  heal(world);
  await world.time.advance(drainMs);
  of.crashes?.disarm();
  await finishWorld(world);
  const { history, trace } = world.recorder;
  return { history, trace, traceHash: world.recorder.traceHash() };
}

/** What a world is made from besides its schedule. */
export interface WorldParts {
  mutation?: Mutation | undefined;
  keepsTrace?: boolean;
  /** Kills somebody at one await of the run. */
  crashes?: CrashWatch;
  build: Build;
  /** The build that the servers and some devices run; undefined: all run `build`. */
  nextBuild: Build | undefined;
}

/** Parts handed in from this build do not fit another one, so a mutation that is made of them has no next build beside it. */
async function loadBuilds(
  { isMixed }: Schedule,
  mutation: Mutation | undefined,
): Promise<Pick<WorldParts, 'build' | 'nextBuild'>> {
  const breaks = mutation?.breaks;
  const hasNext = isMixed && (mutation === undefined || breaks !== undefined);
  return {
    build: breaks === undefined ? thisBuild : await loadAlteredBuild(breaks),
    nextBuild: hasNext ? await loadNextBuild(breaks) : undefined,
  };
}

/** People, devices, replicas and everything between them; all of it follows from one schedule. */
export class World {
  readonly time: VirtualTime;
  readonly recorder: Recorder;
  readonly storage: MemoryStorage;
  readonly cluster: Cluster;
  readonly workspaceId = '5e1ec7ed-0000-4000-8000-000000000001';
  readonly people = {
    alice: '00000000-0000-4000-8000-00000000000a',
    bob: '00000000-0000-4000-8000-00000000000b',
  };
  readonly devices: SimulatedDevice[] = [];
  readonly random: SeededRandom;
  epoch = 'epoch';
  networkWeather: NetworkWeather = calmNetwork;
  readonly #schedule: Schedule;
  readonly #crashes: CrashWatch;
  readonly #mutation: Mutation | undefined;
  readonly #build: Build;
  readonly #nextBuild: Build | undefined;

  constructor(schedule: Schedule, of: WorldParts) {
    this.#schedule = schedule;
    this.#crashes = of.crashes ?? new CrashWatch();
    this.#mutation = of.mutation;
    this.#build = of.build;
    this.#nextBuild = of.nextBuild;
    const build = of.nextBuild ?? of.build;
    const { seed, replicas, pageLimit } = schedule;
    this.random = createSeededRandom(seed);
    this.time = createVirtualTime(startMs);
    const { time } = this;
    const keepsTrace = of.keepsTrace ?? false;
    this.recorder = createRecorder({ seed, now: () => time.now(), startMs, keepsTrace });
    const { recorder } = this;
    this.storage = build.createMemoryStorage();
    const { storage } = this;
    const { mutation } = of;
    const crashes = this.#crashes;
    const parts = { seed, time, storage, recorder, replicas, pageLimit, mutation, crashes };
    this.cluster = new build.Cluster(parts, calmStorage);
  }

  /** Makes the workspace and the devices, then lets the weather turn. */
  async open(): Promise<void> {
    const { alice, bob } = this.people;
    const { workspaceId, epoch } = this;
    const row = { id: workspaceId, epoch, personalOf: null, createdAtMs: startMs };
    await this.storage.directory.createWorkspace(row);
    const members = { [alice]: 'admin', [bob]: 'member' };
    const changes = Object.entries(members).map(([userId, role]): Change => {
      const id = memberId({ workspaceId, userId });
      return { kind: 'member', id, create: { userId, name: 'Somebody', role } };
    });
    const made = this.cluster.pick(0).sync.commitAsServer({ workspaceId, userId: alice, changes });
    await this.time.advance(500);
    await made;
    this.#crashes.arm();
    for (let index = 0; index < this.#schedule.devices; index += 1) {
      const device = this.addDevice(index % 2 === 0 ? alice : bob);
      for (let tab = 0; tab < this.#schedule.tabsPerDevice; tab += 1) await device.openTab();
      device.tabs[0]?.lead();
    }
    if (this.#schedule.isNetworkBad) this.networkWeather = badNetwork;
    if (this.#schedule.isStorageBad) this.cluster.storageWeather = badStorage;
  }

  addDevice(userId: string): SimulatedDevice {
    const { workspaceId, time, cluster, recorder } = this;
    const index = this.devices.length + 1;
    // Devices are updated one by one: at first every second one runs the build before.
    const isNext = this.#nextBuild !== undefined && index % 2 === 0;
    const build = isNext ? this.#nextBuild : this.#build;
    const device = new build.SimulatedDevice({
      isNext,
      name: `device${index}`,
      userId,
      workspaceId,
      seed: this.#schedule.seed * 1_009 + index,
      time,
      cluster,
      recorder,
      weather: () => this.networkWeather,
      mutation: this.#mutation,
      crashes: index === 1 ? this.#crashes : undefined,
      onRelieved: (relieved) => void time.track(this.#noteFound(relieved)),
    });
    this.devices.push(device);
    return device;
  }

  async take(step: Step): Promise<void> {
    const { what } = step;
    try {
      if (what === 'edit') await this.#edit(step);
      else await strike(this, { ...step, what });
    } catch (error) {
      // The tab that was used has died under the hands.
      if (!this.#crashes.hasStruck) throw error;
      this.recorder.note('broken off', what);
    }
  }

  /** Somebody makes an edit, and the tab dies before it could say whether it is safe. What is on disk then counts. */
  async killWriting(device: SimulatedDevice, random: SeededRandom): Promise<void> {
    const awake = device.tabs.filter(({ isFrozen }) => !isFrozen);
    if (device.isGone || awake.length === 0) return;
    const tab = pickFrom(random, awake);
    const mark = Math.floor(random() * 59_999);
    const writing = tab.commit(await this.#draw(device, tab, { random, mark }));
    await device.kill(tab, random);
    await writing;
    await this.#noteFound(device);
  }

  /** A tab died before it could say what is safe: what is on the disk of its device counts as made. */
  async #noteFound(device: SimulatedDevice): Promise<void> {
    const { made } = this.recorder.history;
    const known = new Set(made.map(({ batch }) => batch.stamp));
    const found = (await device.batchesOnDisk()).filter(({ stamp }) => !known.has(stamp));
    this.recorder.note(found.length > 0 ? 'killed after writing' : 'killed before writing');
    const { name, userId } = device;
    for (const batch of found) made.push({ device: name, userId, batch });
  }

  /** A device starts the next build over what the one before left on its disk. */
  async update(device: SimulatedDevice): Promise<void> {
    const build = this.#nextBuild;
    if (build === undefined || device.isGone || device.isNext) return;
    const updated = await device.startAs(build.SimulatedDevice);
    this.devices.splice(this.devices.indexOf(device), 1, updated);
    this.recorder.note('updated', device.name);
  }

  /** The storage of a device is taken away, with all that the server has not settled. */
  async evict(device: SimulatedDevice): Promise<void> {
    if (device.isGone) return;
    const { evicted } = this.recorder.history;
    for (const stamp of await device.waitingStamps()) evicted.add(stamp);
    await device.evict();
    this.recorder.note('evicted', device.name);
  }

  async #draw(
    device: SimulatedDevice,
    tab: SimulatedTab,
    { random, mark }: { random: SeededRandom; mark: number },
  ): Promise<UserAction> {
    const shown = await tab.look();
    const nowMs = device.now();
    return drawEdit({
      random,
      shown,
      mark,
      isNext: device.isNext,
      newId: () => newDocumentId({ nowMs: Math.abs(nowMs), random: randomBytesOf(random) }),
      now: new Date(nowMs).toISOString(),
    });
  }

  async #edit(step: Step): Promise<void> {
    const random = createSeededRandom(step.seed);
    const device = pickFrom(random, this.devices);
    await this.#editIn(device, random, step.seed % 59_999);
  }

  /** Somebody makes an edit on this device. */
  edit(device: SimulatedDevice, random: SeededRandom): Promise<void> {
    return this.#editIn(device, random, Math.floor(random() * 59_999));
  }

  async #editIn(device: SimulatedDevice, random: SeededRandom, mark: number): Promise<void> {
    if (device.isGone || device.tabs.length === 0) return;
    const tab = pickFrom(random, device.tabs);
    const action = await this.#draw(device, tab, { random, mark });
    await this.#commitIn({ device, tab, action });
  }

  /** What a person does in the first tab of a device, made of the time there. */
  async commit(device: SimulatedDevice, actionAt: (now: string) => UserAction): Promise<void> {
    const [tab] = device.tabs;
    const action = actionAt(new Date(device.now()).toISOString());
    if (tab !== undefined) await this.#commitIn({ device, tab, action });
  }

  async #commitIn(of: {
    device: SimulatedDevice;
    tab: SimulatedTab;
    action: UserAction;
  }): Promise<void> {
    const { device, tab, action } = of;
    const batch = await tab.commit(action);
    if (batch === undefined) return;
    this.recorder.note(`edit ${action.label}`, `${device.name} ${batch.n} ${batch.stamp}`);
    const { userId } = device;
    this.recorder.history.made.push({ device: device.name, userId, batch });
    await this.#readOwn(device, tab, batch);
  }

  /** Read-your-writes: the value, or one that came after it, or a tombstone, is what the screen shows now. */
  async #readOwn(device: SimulatedDevice, tab: SimulatedTab, batch: StoredBatch): Promise<void> {
    const isShown = await this.time.track(isOwnShown(tab, batch));
    const { stamp } = batch;
    this.recorder.history.ownReads.push({ device: device.name, stamp, isShown });
  }
}
