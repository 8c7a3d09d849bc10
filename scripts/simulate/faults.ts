import { completeApart } from './complete-apart.ts';
import { copyNewProfile, copyProfile } from './copy-profile.ts';
import { memberId } from '#shared/ids';
import type { Change } from '#shared/push-message';
import { takeBack } from './take-back.ts';
import { createSeededRandom, pickFrom, type SeededRandom } from '#scripts/seeded-random';
import type { Fault, Step } from './schedule.ts';
import type { SimulatedDevice } from './simulated-device.ts';
import { calmNetwork, type NetworkWeather } from './simulated-network.ts';
import { calmStorage, type StorageWeather } from './simulated-storage.ts';
import type { World } from './world.ts';

/** A network that loses, doubles and reorders. */
export const badNetwork: NetworkWeather = {
  maxDelayMs: 250,
  lostRequests: 0.1,
  lostAnswers: 0.12,
  doubledRequests: 0.1,
  lostEvents: 0.15,
  doubledEvents: 0.15,
};

/** A storage that answers late, or not. */
export const badStorage: StorageWeather = {
  maxDelayMs: 40,
  unknownAppends: 0.25,
  fullAppends: 0.04,
  failedCalls: 0.03,
};

const yearMs = 365.25 * 24 * 3_600_000;
const clockJumps = [-50 * yearMs, 75 * yearMs, -3_600_000, 3_600_000, 0];

/** Whom a fault strikes, and the chance that it is made of. */
interface Struck {
  device: SimulatedDevice;
  random: SeededRandom;
}

const faults: Readonly<Record<Fault, (world: World, of: Struck) => unknown>> = {
  offline: (world, of) => goOffline(world, of),
  'socket cut': (_, { device }) => device.leader()?.cutSocket(),
  'replica crash': ({ cluster }, { random }) => cluster.crash(random()),
  'leader killed': (_, { device, random }) => unlessGone(device, () => device.killLeader(random)),
  'tab killed writing': (world, { device, random }) => world.killWriting(device, random),
  'leader frozen': (_, { device, random }) => {
    return unlessGone(device, () => device.freezeLeader(random() * 8_000));
  },
  'device clock': (_, { device, random }) => {
    device.setClock(pickFrom(random, clockJumps), (random() - 0.5) * 20);
  },
  'server clock': ({ cluster }, { random }) => {
    cluster.setClock(random(), pickFrom(random, clockJumps), (random() - 0.5) * 20);
  },
  'redis silent': (world) => toggleRedis(world),
  'disk full': (_, { device }) => device.failNextWrite(),
  purged: (world, { random }) => purge(world, random),
  'slept past a purge': (world, { device, random }) => sleepPastPurge(world, device, random),
  restore: (world, { random }) => restore(world, random),
  'profile copied': (world, { device }) => copyProfile(world, device),
  'copied, then restored': (world, { device, random }) => {
    restoreLater(world, random, { fromMs: 3_000, toMs: 9_000 });
    return copyProfile(world, device);
  },
  'new profile copied, then restored': (world, { random }) => {
    restoreLater(world, random, { fromMs: 1_000, toMs: 5_000 });
    return copyNewProfile(world, random);
  },
  'restored twice': (world, { random }) => restoreTwice(world, random),
  'device updated': (world, { device }) => world.update(device),
  'completed apart': (world, { random }) => completeApart(world, random),
  'taken back': (world, of) => takeBack(world, of),
  'storage evicted': (world, { device }) => world.evict(device),
  'membership ended': (world) => endMembership(world),
};

/** Lets one fault happen. Whom it strikes follows from the step's own seed. */
export async function strike(world: World, step: Step & { what: Fault }): Promise<void> {
  const random = createSeededRandom(step.seed);
  const device = pickFrom(random, world.devices);
  world.recorder.note(`fault ${step.what}`, device.name);
  await faults[step.what](world, { device, random });
}

function unlessGone(device: SimulatedDevice, work: () => Promise<void>): Promise<void> | undefined {
  return device.isGone ? undefined : work();
}

function toggleRedis({ cluster }: World): void {
  cluster.isRedisSilent = !cluster.isRedisSilent;
}

/** Everything works again from now on; what was lost stays lost. Clocks of devices stay as wrong as they are. */
export function heal(world: World): void {
  world.recorder.note('healed');
  world.networkWeather = calmNetwork;
  world.cluster.storageWeather = calmStorage;
  world.cluster.isRedisSilent = false;
  for (const device of world.devices) {
    device.healDisk();
    if (!device.isOnline) device.setOnline(true);
  }
}

function goOffline({ time }: World, { device, random }: Struck): void {
  device.setOnline(false);
  time.after(random() * 20_000, () => device.setOnline(true));
}

/** A backup is some entries old; the log of the epoch that ends is kept for the checker. */
function restore(world: World, random: SeededRandom): void {
  const { storage, workspaceId, cluster, recorder } = world;
  cluster.restart(() => {
    const log = storage.logOf(workspaceId);
    recorder.history.logs.set(world.epoch, [...log]);
    const seq = Math.max(1, log.length - Math.floor(random() * 8));
    world.epoch = `${world.epoch}+`;
    storage.restore({ workspaceId, seq, epoch: world.epoch });
    recorder.note('restored', `to ${seq} of ${log.length}`);
  });
}

function restoreLater(
  world: World,
  random: SeededRandom,
  { fromMs, toMs }: { fromMs: number; toMs: number },
): void {
  world.time.after(fromMs + random() * (toMs - fromMs), () => restore(world, random));
}

function restoreTwice(world: World, random: SeededRandom): void {
  restoreLater(world, random, { fromMs: 3_000, toMs: 9_000 });
  restore(world, random);
}

/** An administrator puts some tasks in the trash and purges all that is there; whether it is heard of or not. */
async function purge(world: World, random: SeededRandom): Promise<void> {
  const { cluster, workspaceId, people, recorder, storage } = world;
  const page = { workspaceId, kind: 'task', afterId: '', limit: 1_000 };
  const rows = await storage.documentView.listKind(page);
  const tasks = rows.map(({ json }) => JSON.parse(json)).filter(({ purged }) => !purged);
  const chosen = tasks.filter(({ trashedAt }) => trashedAt !== null || random() < 0.2);
  if (chosen.length === 0) return;
  const { sync, trash } = cluster.pick(random());
  const value = { trashedAt: new Date(world.time.now()).toISOString() };
  const changes = chosen.map(({ id }): Change => {
    return { kind: 'task', id, group: 'trash', value, base: null };
  });
  const userId = people.alice;
  const documentIds = chosen.map(({ id }) => id);
  sync
    .commitAsServer({ workspaceId, userId, changes })
    .then(() => trash.purge({ workspaceId, userId, documentIds }))
    .then(
      (purged) => recorder.note('purge.heard', String(purged.length)),
      () => recorder.note('purge.failed'),
    );
}

/** What a few seconds are here, 90 days are to the server: a device sleeps until tombstones are gone that it never saw. */
function sleepPastPurge(world: World, device: SimulatedDevice, random: SeededRandom): void {
  const { time } = world;
  device.setOnline(false);
  time.after(500 + random() * 500, () => void time.track(purge(world, random)));
  time.after(tombstonesKeptMs + 3_000, () => void time.track(sweep(world, random)));
  time.after(tombstonesKeptMs + 6_000, () => device.setOnline(true));
}

const tombstonesKeptMs = 6_000;

/**
 * One round over the trash. Tombstones stay where some device that may still come back is inside a pull: a pull takes seconds,
 * a tombstone is kept for 90 days.
 */
async function sweep(world: World, random: SeededRandom): Promise<void> {
  const { cluster, workspaceId, recorder } = world;
  const areWhole = await Promise.all(world.devices.map((device) => device.isWhole()));
  const kept = areWhole.every(Boolean) ? tombstonesKeptMs : Number.MAX_SAFE_INTEGER;
  const { trash } = cluster.pick(random());
  trash.sweep({ workspaceId, trashKeptMs: 0, tombstonesKeptMs: kept }).then(
    () => recorder.note('sweep.heard'),
    () => recorder.note('sweep.failed'),
  );
}

/** An administrator removes bob; the command is given again until it was answered. */
function endMembership(world: World): void {
  const { cluster, workspaceId, people, recorder, time } = world;
  const id = memberId({ workspaceId, userId: people.bob });
  const change = { kind: 'member', id, group: 'role', value: { role: null }, base: null };
  const command = { workspaceId, userId: people.alice, changes: [change] };
  recorder.history.removedUserIds.add(people.bob);
  const give = (attempt: number): void => {
    const answered = cluster.pick(world.random()).sync.commitAsServer(command);
    const isHeard = { value: false };
    answered.then(
      ({ seq }) => {
        isHeard.value = true;
        recorder.note('removed', String(seq));
      },
      () => recorder.note('removal failed'),
    );
    time.after(4_000, () => {
      if (!isHeard.value && attempt < 10) give(attempt + 1);
    });
  };
  give(1);
}
