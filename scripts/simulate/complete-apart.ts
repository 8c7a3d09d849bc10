import type { AnyDocument } from '#shared/kind-definition';
import { pickFrom, type SeededRandom } from '#scripts/seeded-random';
import type { SimulatedDevice } from './simulated-device.ts';
import { completeTask } from './workload.ts';
import type { World } from './world.ts';

/** Two devices complete one recurring task while neither hears of the other: both make its successor (R8). */
export async function completeApart(world: World, random: SeededRandom): Promise<void> {
  const [one, two] = world.devices.filter(({ isGone, tabs }) => !isGone && tabs.length > 0);
  if (one === undefined || two === undefined) return;
  const task = await findShared(one, two, random);
  if (task === undefined) return world.recorder.note('nothing to complete apart');
  const wereOnline = [one, two].filter(({ isOnline }) => isOnline);
  for (const device of wereOnline) device.setOnline(false);
  for (const device of [one, two]) await world.commit(device, (now) => completeTask(task, now));
  world.recorder.note('completed apart', task.id);
  for (const device of wereOnline) {
    world.time.after(random() * 4_000, () => device.setOnline(true));
  }
  return undefined;
}

async function findShared(
  one: SimulatedDevice,
  two: SimulatedDevice,
  random: SeededRandom,
): Promise<AnyDocument | undefined> {
  const [mine, theirs] = [await one.tabs[0]?.look(), await two.tabs[0]?.look()];
  const isOpen = (task: AnyDocument | undefined) => {
    if (task === undefined || !task['recurrence']) return false;
    return task['status'] === 'todo' && task['trashedAt'] === null;
  };
  const shared = [...(mine?.values() ?? [])].filter(
    (task) => task.kind === 'task' && isOpen(task) && isOpen(theirs?.get(task.id)),
  );
  return shared.length === 0 ? undefined : pickFrom(random, shared);
}
