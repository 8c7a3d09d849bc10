import { type DemoDay, type DemoTask, filters, labels, projects, tasks } from '#scripts/demo-tasks';
import { formatCivilDate, fromDayNumber, weekdayOf } from '#shared/civil-date';
import { orderKeysBetween } from '#shared/order-key';
import type { ProjectCreation } from '#shared/project';
import type { Creation } from '#shared/push-message';
import type { TaskCreation } from '#shared/task';

const deviceId = 'demodevice';
const dayMs = 86_400_000;
const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** The documents of the demo as one batch creates them, and the ids that others need. */
export interface DemoDocuments {
  creations: readonly Creation[];
  projectIds: ReadonlyMap<string, string>;
  labelIds: ReadonlyMap<string, string>;
  filterIds: ReadonlyMap<string, string>;
  taskIds: ReadonlyMap<DemoTask, string>;
}

/** Projects, labels, filters and tasks of the demo on the day of `nowMs` (UTC), each under a new id. */
export function demoDocuments(newId: () => string, nowMs: number): DemoDocuments {
  const creations: Creation[] = [];
  const add: Add = (kind, create) => {
    const id = newId();
    creations.push({ kind, id, create });
    return id;
  };
  const { projectIds, sectionIds } = addProjects(newId, add);
  const labelIds = new Map(
    keyed(Object.entries(labels)).map(([[name, color], orderKey]) => [
      name,
      add('label', { name, color, orderKey }),
    ]),
  );
  const filterIds = new Map(
    keyed(filters).map(([filter, orderKey]) => [
      filter.name,
      add('saved-filter', { ...filter, orderKey }),
    ]),
  );
  const taskIds = new Map<DemoTask, string>();
  for (const [task, orderKey] of keyed(tasks)) {
    const projectId = projectIds.get(task.project ?? '') ?? null;
    const sectionId = sectionIds.get(`${task.project}/${task.section}`) ?? null;
    const ownLabels = (task.labels ?? []).map((name) => [labelIds.get(name), true]);
    const create: TaskCreation = {
      title: task.title,
      orderKey,
      projectId,
      sectionId,
      ...fieldsOf(task, nowMs),
      labels: Object.fromEntries(ownLabels),
    };
    const id = add('task', create);
    taskIds.set(task, id);
    for (const text of task.comments ?? []) add('comment', { taskId: id, text });
    for (const [sub, subKey] of keyed(task.subtasks ?? [])) {
      const place = { projectId, sectionId, parentId: id, orderKey: subKey };
      const fields = fieldsOf({ ...sub, ...(sub.isDone ? { doneDaysAgo: 1 } : {}) }, nowMs);
      add('task', { title: sub.title, ...place, ...fields });
    }
  }
  return { creations, projectIds, labelIds, filterIds, taskIds };
}

type Add = (kind: string, create: Creation['create']) => string;

/** Sections are known by `<project>/<section>`. */
function addProjects(newId: () => string, add: Add) {
  const projectIds = new Map<string, string>();
  const sectionIds = new Map<string, string>();
  for (const [[name, { color, icon, sections }], orderKey] of keyed(Object.entries(projects))) {
    const held: NonNullable<ProjectCreation['sections']> = {};
    for (const [section, sectionKey] of keyed(sections)) {
      const id = newId();
      sectionIds.set(`${name}/${section}`, id);
      held[id] = { name: section, orderKey: sectionKey };
    }
    const create: ProjectCreation = { name, color, icon, orderKey, sections: held };
    projectIds.set(name, add('project', create));
  }
  return { projectIds, sectionIds };
}

function fieldsOf(task: DemoTask, nowMs: number): Partial<TaskCreation> {
  const { priority, notes, start, day, time, repeat, minutes, remindMinutesBefore } = task;
  const dateOf = (demoDay: DemoDay) => formatCivilDate(fromDayNumber(dayNumberOf(demoDay, nowMs)));
  return {
    ...(priority === undefined ? {} : { priority }),
    ...(notes === undefined ? {} : { notes }),
    ...(start === undefined ? {} : { startDate: dateOf(start) }),
    ...(day === undefined ? {} : { dueDate: dateOf(day) }),
    ...(time === undefined ? {} : { dueTime: time, timeZone: 'UTC' }),
    ...(repeat === undefined ? {} : { recurrence: { rule: repeat, basis: 'due' as const } }),
    ...(minutes === undefined ? {} : { estimateMinutes: minutes }),
    ...(remindMinutesBefore === undefined
      ? {}
      : { reminders: [{ minutesBefore: remindMinutesBefore }] }),
    ...statusOf(task, nowMs),
  };
}

function statusOf({ status, doneDaysAgo }: DemoTask, nowMs: number): Partial<TaskCreation> {
  if (doneDaysAgo !== undefined) {
    const completedAt = new Date(nowMs - doneDaysAgo * dayMs).toISOString();
    return { status: 'done', completedAt };
  }
  return status === undefined ? {} : { status };
}

/** A weekday is the next one after today. */
function dayNumberOf(day: DemoDay, nowMs: number): number {
  const today = Math.floor(nowMs / dayMs);
  if (typeof day === 'number') return today + day;
  const [name = '', weeks = '0'] = day.split('+');
  const ahead = (weekdays.indexOf(name) - weekdayOf(today) + 7) % 7;
  return today + (ahead === 0 ? 7 : ahead) + Number(weeks);
}

/** Each with its order key. */
function keyed<T>(items: readonly T[]): [T, string][] {
  const keys = orderKeysBetween({ before: null, after: null, deviceId, count: items.length });
  return items.map((item, at) => [item, keys[at] ?? 'a0']);
}
