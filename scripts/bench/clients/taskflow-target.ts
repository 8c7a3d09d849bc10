import type { LiveClient, LiveTarget } from '#scripts/bench/clients/live-client';
import { TaskflowDevice } from '#scripts/bench/clients/taskflow-device';
import type { TaskflowPerson } from '#scripts/bench/clients/taskflow-person';
import type { Batch, Creation } from '#shared/push-message';

/** Devices of one person, each with a socket of its own, that share one task of the person's workspace. */
export async function createTaskflowTarget(
  person: TaskflowPerson,
  shared: Creation,
): Promise<LiveTarget> {
  const author = new TaskflowDevice(person);
  await author.connect();
  const batch = author.batch([shared]);
  await author.push([batch]);
  author.close();
  return { connect: (onTitle) => connect(person, { id: shared.id, batch }, onTitle) };
}

async function connect(
  person: TaskflowPerson,
  shared: { id: string; batch: Batch },
  onTitle?: (title: string) => void,
): Promise<LiveClient> {
  const device = new TaskflowDevice(person);
  let base = shared.batch.stamp;
  await device.connect((event) => {
    if (!onTitle) return;
    const changed = event.documents?.find(({ id }) => id === shared.id);
    if (changed && 'title' in changed) onTitle(String(changed['title']));
  });
  return {
    edit: (title) => {
      const change = { kind: 'task', id: shared.id, group: 'title', value: { title }, base };
      const batch = device.batch([change]);
      base = batch.stamp;
      return device.push([batch]);
    },
    create: ({ id, ...create }) =>
      device.push([device.batch([{ kind: 'task', id: String(id), create }])]),
    close: () => device.close(),
  };
}
