import type { AppStore } from '#client/store/app-store.ts';
import { formatCivilDate, fromDayNumber, parseCivilDate, toDayNumber } from '#shared/civil-date';
import { nextOccurrenceId } from '#shared/ids';
import type { Change } from '#shared/push-message';
import type { Task } from '#shared/task';
import { unpurgedIds } from '#shared/unpurged-ids';
import { readDescendants } from './read-descendants.ts';
import { changeNow } from './task-change.ts';

/** The changes that complete one task with what is under it; see `completeTask`. */
export async function completeOne(
  store: AppStore,
  { task, today }: { task: Task; today: string },
): Promise<Change[]> {
  const descendants = await readDescendants(store, task.id);
  return completeTask(store, { task, descendants, today });
}

/**
 * The changes that complete a task: itself, its open subtasks, and for a recurring one the next occurrence with its
 * subtasks (`descendants`, those in the trash left out) open again. Ids of the next occurrence follow from the completed ones, so two devices make one (R8);
 * where that one was purged, the one after it is made instead.
 */
export async function completeTask(
  store: AppStore,
  { task, descendants, today }: { task: Task; descendants: readonly Task[]; today: string },
): Promise<Change[]> {
  const subtasks = descendants.filter((child) => child.trashedAt === null);
  const open = subtasks.filter(
    (child) => child.status === 'todo' || child.status === 'in_progress',
  );
  const closing = [task, ...open].map((done) => closeChange(store, done.id));
  const next = await nextOccurrenceOf(task, today);
  if (next === undefined) return closing;
  const nextIdOf = await nextIds(store, [task, ...subtasks]);
  const nextTask = { ...task, ...next, id: nextIdOf(task.id) };
  const nextSubtasks = subtasks.map((child): Task => {
    const parentId = child.parentId === null ? null : nextIdOf(child.parentId);
    return { ...child, ...unscheduled, id: nextIdOf(child.id), parentId };
  });
  return [
    ...closing,
    ...[nextTask, ...nextSubtasks].map((occurrence) => nextChange(store, occurrence)),
  ];
}

const unscheduled = {
  startDate: null,
  dueDate: null,
  dueTime: null,
  timeZone: null,
  recurrence: null,
};

function closeChange(store: AppStore, taskId: string): Change {
  return {
    kind: 'task',
    id: taskId,
    group: 'status',
    value: { status: 'done', completedAt: store.now() },
    base: store.baseOf(taskId, 'status'),
  };
}

/** Gives the id of the next occurrence of each of these tasks. */
async function nextIds(
  store: AppStore,
  tasks: readonly Task[],
): Promise<(taskId: string) => string> {
  const free = await unpurgedIds(
    tasks.map(({ id }) => nextOccurrenceId(id)),
    { next: nextOccurrenceId, findPurged: store.purgedIds },
  );
  return (taskId) => {
    const id = nextOccurrenceId(taskId);
    return free.get(id) ?? id;
  };
}

type Schedule = Pick<Task, 'startDate' | 'dueDate' | 'dueTime' | 'timeZone' | 'recurrence'>;

/** The rules of recurrence are loaded when the first recurring task is completed; they are precached. */
async function nextOccurrenceOf(task: Task, today: string): Promise<Schedule | undefined> {
  const { recurrence, dueTime, timeZone } = task;
  if (recurrence === null) return undefined;
  const { nextOccurrence } = await import('#shared/recurrence');
  const dueDate = task.dueDate ?? today;
  const next = nextOccurrence({ recurrence, dueDate, dueTime, timeZone, completedOn: today });
  if (next === null) return undefined;
  const startDate = shiftDate(task.startDate, daysBetween(dueDate, next.dueDate));
  return { ...next, startDate };
}

/**
 * The change that makes the next occurrence. Undoing a completion puts it in the trash, and a create of an id that exists
 * changes nothing: completed again, the task would not come back, so that one is taken out of the trash (R8).
 */
function nextChange(store: AppStore, occurrence: Task): Change {
  if (!store.current(occurrence.id)?.['trashedAt']) return createNext(store, occurrence);
  const value = { trashedAt: null };
  return changeNow(store, { taskId: occurrence.id, group: 'trash', value });
}

function createNext(store: AppStore, occurrence: Task): Change {
  const { id, title, notes, priority, projectId, parentId, sectionId, orderKey } = occurrence;
  const { startDate, dueDate, dueTime, timeZone, recurrence } = occurrence;
  const { estimateMinutes, labels, assignees } = occurrence;
  return {
    kind: 'task',
    id,
    create: {
      title,
      notes,
      priority,
      projectId,
      sectionId,
      orderKey,
      estimateMinutes,
      labels,
      assignees,
      // A reminder at an instant belongs to the occurrence that is done.
      reminders: occurrence.reminders.filter((reminder) => 'minutesBefore' in reminder),
      createdAt: store.now(),
      startDate,
      dueDate,
      dueTime,
      timeZone,
      recurrence,
      parentId,
    },
  };
}

function daysBetween(from: string, to: string): number {
  const [start, end] = [parseCivilDate(from), parseCivilDate(to)];
  return start === undefined || end === undefined ? 0 : toDayNumber(end) - toDayNumber(start);
}

function shiftDate(date: string | null, days: number): string | null {
  const parsed = date === null ? undefined : parseCivilDate(date);
  return parsed === undefined ? date : formatCivilDate(fromDayNumber(toDayNumber(parsed) + days));
}
