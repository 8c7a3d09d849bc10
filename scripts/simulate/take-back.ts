import { pickFrom, type SeededRandom } from '#scripts/seeded-random';
import { heldStamp } from '#shared/group-value';
import type { SimulatedDevice } from './simulated-device.ts';
import type { World } from './world.ts';

/**
 * Somebody takes a title back while others may be writing one: only what still stands as it was seen is replaced (`ifBase`),
 * so that an undo never takes away what came after it.
 */
export async function takeBack(
  world: World,
  { device, random }: { device: SimulatedDevice; random: SeededRandom },
): Promise<void> {
  const shown = await device.tabs[0]?.look();
  const tasks = [...(shown?.values() ?? [])].filter(({ kind }) => kind === 'task');
  if (device.isGone || tasks.length === 0) return world.recorder.note('nothing to take back');
  const { id, kind, ...task } = pickFrom(random, tasks);
  const base = heldStamp({ id, kind, ...task }, 'title') || null;
  const value = { title: `taken back ${Math.floor(random() * 59_999)}` };
  const change = { kind, id, group: 'title', value, base, ifBase: true as const };
  await world.commit(device, () => ({ label: 'undo', changes: [change] }));
  return undefined;
}
