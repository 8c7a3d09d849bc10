import { expect, test } from 'vitest';
import type { Random } from './scheduler.ts';
import type { NetworkScript, RequestFate } from './testing/fake-network.ts';
import { ReferenceServer } from './testing/reference-server.ts';
import { TestDevice } from './testing/test-device.ts';
import { createVirtualTime, seededRandom, type VirtualTime } from './testing/virtual-time.ts';

const schedules = 200;
const steps = 14;
const workspaceId = '3d1f6c1e-0000-4000-8000-000000000002';

interface World {
  server: ReferenceServer;
  time: VirtualTime;
  random: Random;
  devices: TestDevice[];
  /** Stamps of all edits that were reported as safe on disk. */
  stamps: string[];
  isRestored: boolean;
}

test(`[R2] [R3] [R10] two devices converge with empty outboxes in ${schedules} seeded schedules`, {
  timeout: 120_000,
}, async () => {
  for (let seed = 1; seed <= schedules; seed += 1) await runSchedule(seed);
});

async function runSchedule(seed: number): Promise<void> {
  const random = seededRandom(seed);
  const time = createVirtualTime();
  const server = new ReferenceServer(workspaceId);
  // Each part draws from a source of its own, so that watching one does not change what the others do.
  const open = (of: number) =>
    TestDevice.open({ server, userId: 'alice', time, random: seededRandom(seed * 10 + of) });
  const devices = [await open(1), await open(2)];
  const world: World = { server, time, random, devices, stamps: [], isRestored: false };
  for (const [index, device] of devices.entries()) {
    device.network.script = faulty(seededRandom(seed * 10 + 5 + index));
    device.start();
  }
  for (let step = 0; step < steps; step += 1) {
    await act(world);
    await time.advance(Math.floor(random() * 1_500));
  }
  for (const { network } of devices) {
    network.script = { request: () => 'arrives', delayMs: () => 5, event: () => [5] };
    network.setSocketUp(true);
    network.setOnline(true);
  }
  await time.advance(120_000);
  await check(seed, world);
  for (const device of devices) device.close();
}

async function act(world: World): Promise<void> {
  const { server, random, devices, stamps } = world;
  const device = pick(random, devices);
  const dice = random();
  if (dice < 0.35) stamps.push((await device.add(`task ${stamps.length}`)).stamp);
  else if (dice < 0.6) {
    const id = pick(random, [...(await device.documents()).keys()]);
    if (id !== undefined) stamps.push((await device.rename(id, `name ${stamps.length}`)).stamp);
  } else if (dice < 0.7) device.network.setOnline(random() < 0.5);
  else if (dice < 0.8) device.network.setSocketUp(random() < 0.5);
  else if (dice < 0.88) await device.restart();
  else if (dice < 0.92) server.horizon = server.head;
  else if (dice < 0.94 && server.head > 0) {
    server.restore(Math.floor(random() * server.head));
    world.isRestored = true;
  } else device.syncNow();
}

async function check(seed: number, { server, devices, stamps }: World): Promise<void> {
  const committed = server.committedStamps();
  const about = `seed ${seed}`;
  expect(new Set(committed), about).toEqual(new Set(stamps));
  expect(committed, about).toHaveLength(stamps.length);
  for (const device of devices) {
    expect(device.errors, about).toEqual([]);
    expect(await device.outbox(), about).toEqual([]);
    expect(await device.documents(), about).toEqual(server.documents());
    expect((await device.store.readMeta()).hash, about).toBe(server.hash);
    expect(device.status, about).toEqual({ name: 'synced', seq: server.head, waiting: 0 });
  }
}

/** A network that loses, doubles, delays and refuses. */
function faulty(random: Random): NetworkScript {
  const request = (): RequestFate => {
    const dice = random();
    if (dice < 0.1) return 'lost';
    if (dice < 0.2) return 'answer-lost';
    if (dice < 0.28) return { name: 'busy', retryAfterMs: 500 };
    if (dice < 0.31) return { name: 'missing' };
    if (dice < 0.34) return { name: 'needs-sign-in' };
    return 'arrives';
  };
  const delayMs = () => Math.floor(random() * 200);
  const event = () => {
    const dice = random();
    if (dice < 0.15) return [];
    return dice < 0.3 ? [delayMs(), delayMs() * 5] : [delayMs() * 2];
  };
  return { request, delayMs, event };
}

function pick<T>(random: Random, from: readonly T[]): T {
  return from[Math.floor(random() * from.length)] as T;
}
