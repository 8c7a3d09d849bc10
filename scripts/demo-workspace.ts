import { formatCivilDate, fromDayNumber } from '#shared/civil-date';
import { newDocumentId } from '#shared/new-ids';
import { orderKeysBetween } from '#shared/order-key';
import type { ProjectCreation } from '#shared/project';
import { protocolVersion } from '#shared/protocol-version';
import type { Creation } from '#shared/push-message';
import { formatStamp } from '#shared/stamp';
import type { TaskCreation } from '#shared/task';

const deviceId = 'demodevice';
const dayMs = 86_400_000;

/** What a task of the demo says; `day` counts from today. */
interface DemoTask {
  title: string;
  project?: keyof typeof projects;
  priority?: TaskCreation['priority'];
  day?: number;
  time?: string;
  repeat?: string;
  notes?: string;
  status?: TaskCreation['status'];
  labels?: readonly (keyof typeof labels)[];
  subtasks?: readonly { title: string; isDone: boolean }[];
}

const projects = {
  Garden: 'green',
  Home: 'blue',
  Work: 'violet',
  'Trip to Lisbon': 'amber',
} as const;
const labels = { errands: 'teal', phone: 'pink', waiting: 'orange' } as const;

const tasks: readonly DemoTask[] = [
  {
    title: 'Send the November report',
    project: 'Work',
    priority: 'urgent',
    day: 0,
    time: '16:00',
    status: 'in_progress',
  },
  {
    title: 'Call the landlord about the heating',
    project: 'Home',
    priority: 'high',
    day: -1,
    labels: ['phone'],
  },
  { title: 'Water the plants', project: 'Home', day: 0, repeat: 'FREQ=DAILY;INTERVAL=3' },
  {
    title: 'Bring the lemon tree inside before the frost',
    project: 'Garden',
    priority: 'medium',
    day: 0,
  },
  {
    title: 'Pay the deposit for the apartment',
    project: 'Trip to Lisbon',
    priority: 'high',
    day: 0,
  },
  { title: 'Buy stamps', day: 0, labels: ['errands'] },
  { title: 'Read chapter 7 for Thursday', day: 0, priority: 'low' },
  { title: 'Weekly review', project: 'Work', day: 0, time: '17:30', repeat: 'FREQ=WEEKLY' },
  { title: 'Return the library books', labels: ['errands'], day: 2 },
  { title: 'Ask Mika about Saturday', labels: ['phone'] },
  { title: 'Renew the passport', priority: 'medium', day: 12 },
  {
    title: 'Build the raised bed',
    project: 'Garden',
    priority: 'high',
    day: 5,
    labels: ['waiting'],
    notes:
      'Larch, 120 × 80 × 45 cm, lined with pond foil.\n\nFrom the bottom: branches, turf upside down, leaves, half-rotten compost, then good soil. It sinks by a third in the first year.',
    subtasks: [
      { title: 'Measure the corner by the fence', isDone: true },
      { title: 'Draw it and count the boards', isDone: true },
      { title: 'Order larch boards', isDone: false },
      { title: 'Line it with pond foil', isDone: false },
    ],
  },
  { title: 'Plant garlic', project: 'Garden', day: 1, notes: 'Cloves 5 cm deep, pointed end up.' },
  { title: 'Empty the rain barrels', project: 'Garden', priority: 'medium', day: 3 },
  { title: 'Order seeds: tomatoes, beans, nasturtium', project: 'Garden', day: 40 },
  { title: 'Turn the compost', project: 'Garden', day: 9, repeat: 'FREQ=MONTHLY' },
  { title: 'Sharpen the shears', project: 'Garden', status: 'done' },
  { title: 'Book the night train', project: 'Trip to Lisbon', status: 'done' },
  { title: 'Print the tickets', project: 'Trip to Lisbon', day: 6 },
  { title: 'Replace the smoke detector batteries', project: 'Home', status: 'done' },
  { title: 'Prepare the workshop in Leipzig', project: 'Work', priority: 'medium', day: 8 },
];

/**
 * Fills the personal workspace of an account with a few days of a life, by one ordinary push.
 * Gives the id of the project `Garden`. Throws with the server's answer when it refuses.
 */
export async function fillDemoWorkspace(of: {
  url: string;
  email: string;
  password: string;
  nowMs: number;
  random: (length: number) => Uint8Array;
}): Promise<{ projectId: string }> {
  const { url, email, password, nowMs } = of;
  const { accessToken } = await call(`${url}/api/auth/login`, { body: { email, password } });
  const listed = await call(`${url}/api/workspaces`, { accessToken });
  const workspaceId = listed.workspaces[0].id;
  const newId = () => newDocumentId(of);
  const { changes, projectId } = demoDocuments(newId, nowMs);
  const stamp = formatStamp({ ms: nowMs, counter: 0, deviceId });
  const batch = { n: 1, v: protocolVersion, stamp, changes };
  const body = { workspaceId, deviceId, batches: [batch] };
  const answer = await call(`${url}/api/sync/push`, { accessToken, body });
  if (answer.results[0].outcome !== 'committed') throw new Error(JSON.stringify(answer));
  return { projectId };
}

function demoDocuments(newId: () => string, nowMs: number) {
  const projectIds = new Map<string, string>();
  const labelIds = new Map<string, string>();
  const changes: Creation[] = [];
  for (const [name, orderKey] of keyed(Object.keys(projects))) {
    const id = newId();
    projectIds.set(name, id);
    const color = projects[name as keyof typeof projects];
    const create: ProjectCreation = { name, color, orderKey };
    changes.push({ kind: 'project', id, create });
  }
  for (const [name, orderKey] of keyed(Object.keys(labels))) {
    const id = newId();
    labelIds.set(name, id);
    const color = labels[name as keyof typeof labels];
    changes.push({ kind: 'label', id, create: { name, color, orderKey } });
  }
  for (const [task, orderKey] of keyed(tasks)) {
    const id = newId();
    const projectId = projectIds.get(task.project ?? '') ?? null;
    const ownLabels = (task.labels ?? []).map((name) => [labelIds.get(name), true]);
    const create: TaskCreation = {
      title: task.title,
      orderKey,
      projectId,
      ...optionalFields(task, nowMs),
      labels: Object.fromEntries(ownLabels),
    };
    changes.push({ kind: 'task', id, create });
    for (const [subtask, subKey] of keyed(task.subtasks ?? [])) {
      const status = subtask.isDone ? closed(nowMs) : {};
      const sub: TaskCreation = {
        title: subtask.title,
        projectId,
        parentId: id,
        orderKey: subKey,
        ...status,
      };
      changes.push({ kind: 'task', id: newId(), create: sub });
    }
  }
  return { changes, projectId: projectIds.get('Garden') ?? '' };
}

function optionalFields(task: DemoTask, nowMs: number): Partial<TaskCreation> {
  const { priority, notes, day, time, repeat } = task;
  const today = Math.floor(nowMs / dayMs);
  return {
    ...(priority === undefined ? {} : { priority }),
    ...(notes === undefined ? {} : { notes }),
    ...(day === undefined ? {} : { dueDate: formatCivilDate(fromDayNumber(today + day)) }),
    ...(time === undefined ? {} : { dueTime: time, timeZone: 'UTC' }),
    ...(repeat === undefined ? {} : { recurrence: { rule: repeat, basis: 'due' as const } }),
    ...statusFields(task.status, nowMs),
  };
}

function statusFields(status: DemoTask['status'], nowMs: number): Partial<TaskCreation> {
  if (status === undefined) return {};
  return status === 'done' ? closed(nowMs) : { status };
}

function closed(nowMs: number): Pick<TaskCreation, 'status' | 'completedAt'> {
  return { status: 'done', completedAt: new Date(nowMs - dayMs / 2).toISOString() };
}

/** Each with its order key. */
function keyed<T>(items: readonly T[]): [T, string][] {
  const keys = orderKeysBetween({ before: null, after: null, deviceId, count: items.length });
  return items.map((item, at) => [item, keys[at] ?? 'a0']);
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
