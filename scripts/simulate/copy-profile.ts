import type { SeededRandom } from '#scripts/seeded-random';
import type { SimulatedDevice } from './simulated-device.ts';
import type { World } from './world.ts';

/** Another device begins as a copy of this one, outbox and all (R3). */
export async function copyProfile(world: World, source: SimulatedDevice): Promise<void> {
  if (source.isGone) return;
  const copy = world.addDevice(source.userId);
  copy.isOnline = source.isOnline;
  const first = await copy.openTab();
  try {
    await copy.copyFrom(source);
  } finally {
    first.close();
    copy.tabs = [];
    (await copy.openTab()).lead();
  }
}

/**
 * A new device that has never been online is copied. One of the two goes on and is there when the server is restored, so it
 * offers under another name what the other, which knows of no epoch, still has under the first (R3, R10).
 */
export async function copyNewProfile(world: World, random: SeededRandom): Promise<void> {
  const { time, people } = world;
  const original = world.addDevice(people.alice);
  original.isOnline = false;
  (await original.openTab()).lead();
  for (let edits = 1 + Math.floor(random() * 3); edits > 0; edits -= 1) {
    await world.edit(original, random);
  }
  await copyProfile(world, original);
  const copy = world.devices.at(-1);
  original.setOnline(true);
  time.after(random() * 20_000, () => copy?.setOnline(true));
}
