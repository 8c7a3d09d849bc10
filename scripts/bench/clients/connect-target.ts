import { benchCreations } from '#scripts/bench/bench-tasks';
import type { BenchTask, LiveTarget } from '#scripts/bench/clients/live-client';
import { createSocketIoTarget } from '#scripts/bench/clients/socket-io-target';
import { registerPerson } from '#scripts/bench/clients/taskflow-person';
import { createTaskflowTarget } from '#scripts/bench/clients/taskflow-target';
import { TaskflowDevice } from '#scripts/bench/clients/taskflow-device';
import { planUpload, upload } from '#scripts/bench/clients/upload-tasks';
import { createWsTarget } from '#scripts/bench/clients/ws-target';
import type { Target } from '#scripts/bench/job';
import type { Creation } from '#shared/push-message';
import { unreachable } from '#shared/unreachable';

/** What the clients of a target share: one task; TaskFlow has `others` more in the same workspace. */
export async function connectTarget(target: Target, others: number): Promise<LiveTarget> {
  const [shared, ...rest] = benchCreations(1 + others);
  if (!shared) throw new Error('no task was generated');
  const task: BenchTask = { title: 'edit 0', ...shared.create, id: shared.id };
  switch (target.name) {
    case 'bare-ws':
      return createWsTarget(target.url, task);
    case 'bare-socket-io':
    case 'bare-mongo':
      return createSocketIoTarget(target.url, task);
    case 'taskflow-embedded':
    case 'taskflow-mongo':
      return connectTaskflow(target.url, shared, rest);
    default:
      return unreachable(target.name);
  }
}

async function connectTaskflow(
  url: string,
  shared: Creation,
  others: readonly Creation[],
): Promise<LiveTarget> {
  const person = await registerPerson(url);
  const author = new TaskflowDevice(person);
  await author.connect();
  await upload(author, planUpload(author, others));
  author.close();
  return createTaskflowTarget(person, shared);
}
