import { demoDocuments } from '#scripts/demo-documents';
import { tasks } from '#scripts/demo-tasks';
import { newDocumentId } from '#shared/new-ids';
import { protocolVersion } from '#shared/protocol-version';
import type { Change } from '#shared/push-message';
import { formatStamp } from '#shared/stamp';

/** What the pictures open by its id. */
export interface DemoIds {
  projectId: string;
  labelId: string;
  filterId: string;
}

/**
 * Makes an account and fills its personal workspace with a few weeks of a life, by ordinary pushes of three devices:
 * some tasks lie in the trash, and one was renamed on two devices without a network.
 * Throws with the server's answer when it refuses.
 */
export async function fillDemoWorkspace(of: {
  url: string;
  account: { email: string; password: string; name: string };
  nowMs: number;
  random: (length: number) => Uint8Array;
}): Promise<DemoIds> {
  const { url, nowMs } = of;
  const { accessToken } = await call(`${url}/api/auth/register`, { body: of.account });
  const listed = await call(`${url}/api/workspaces`, { accessToken });
  const workspaceId = listed.workspaces[0].id;
  const push = async (batch: { deviceId: string; n: number; ms: number; changes: Change[] }) => {
    const { deviceId, n, ms, changes } = batch;
    const stamp = formatStamp({ ms, counter: 0, deviceId });
    const batches = [{ n, v: protocolVersion, stamp, changes }];
    const body = { workspaceId, deviceId, batches };
    const answer = await call(`${url}/api/sync/push`, { accessToken, body });
    if (answer.results[0].outcome !== 'committed') throw new Error(JSON.stringify(answer));
    return stamp;
  };
  const made = demoDocuments(() => newDocumentId(of), nowMs);
  const first = { deviceId: 'demodevice', n: 1, ms: nowMs - 60_000 };
  const base = await push({ ...first, changes: [...made.creations] });
  const changed = (
    task: (typeof tasks)[number],
    group: string,
    value: Record<string, unknown>,
  ) => ({
    kind: 'task',
    id: made.taskIds.get(task) ?? '',
    group,
    value,
    base,
  });
  const trash = { trashedAt: new Date(nowMs).toISOString(), movedTo: null };
  const trashed = tasks.filter(({ isTrashed }) => isTrashed);
  const changes = trashed.map((task) => changed(task, 'trash', trash));
  await push({ ...first, n: 2, ms: nowMs - 50_000, changes });
  for (const [at, deviceId] of ['demophone0', 'demolaptop'].entries()) {
    const renamed = tasks.flatMap((task) => {
      const title = task.renamedOn?.[at];
      return title === undefined ? [] : [changed(task, 'title', { title })];
    });
    await push({ deviceId, n: 1, ms: nowMs - 40_000 + at * 10_000, changes: renamed });
  }
  return {
    projectId: made.projectIds.get('Garden') ?? '',
    labelId: made.labelIds.get('phone') ?? '',
    filterId: made.filterIds.get('Important this week') ?? '',
  };
}

async function call(url: string, of: { accessToken?: string; body?: unknown }) {
  const { accessToken, body } = of;
  const answer = await fetch(url, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      'Content-Type': 'application/json',
      'X-TaskFlow-Protocol': String(protocolVersion),
      ...(accessToken === undefined ? {} : { Authorization: `Bearer ${accessToken}` }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(await answer.text());
  return answer.json();
}
