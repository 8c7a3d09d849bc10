import type { AppStore } from '#client/store/app-store.ts';
import { formatCivilDate, fromDayNumber, parseCivilDate, toDayNumber } from '#shared/civil-date';
import { nextOccurrenceId } from '#shared/ids';
import type { Change } from '#shared/push-message';
import { nextOccurrence } from '#shared/recurrence';
import type { Task } from '#shared/task';
import { unpurgedIds } from '#shared/unpurged-ids';
import { changeNow } from './task-change.ts';

/**
 * The changes that bring a recurring task back once it is completed, with all its subtasks open again; none after its
 * last time. Ids of the next occurrence follow from the completed ones, so two devices make one (R8);
 * where that one was purged, the one after it is made instead.
 */
export async function nextOccurrenceChanges(
  store: AppStore,
  { task, subtasks, today }: { task: Task; subtasks: readonly Task[]; today: string },
): Promise<Change[]> {
  const next = nextScheduleOf(task, today);
  if (next === undefined) return [];
  const nextIdOf = await nextIds(store, [task, ...subtasks]);
  const nextTask = { ...task, ...next, id: nextIdOf(task.id) };
  const nextSubtasks = subtasks.map((child): Task => {
    const parentId = child.parentId === null ? null : nextIdOf(child.parentId);
    return { ...child, ...unscheduled, id: nextIdOf(child.id), parentId };
  });
  // It goes on in the other workspace.
  if (await isElsewhere(store, nextTask.id)) return [];
  const changes: Change[] = [];
  for (const occurrence of [nextTask, ...nextSubtasks]) {
    if (!(await isElsewhere(store, occurrence.id))) changes.push(nextChange(store, occurrence));
  }
  return changes;
}

/**
 * Whether a task has moved to another workspace and is there, or further on, as far as this device can see: brought back
 * here it would be there twice (R8). Where that was deleted, nothing stands against it.
 */
async function isElsewhere(store: AppStore, taskId: string): Promise<boolean> {
  const seen = new Set<string>();
  let task = store.current(taskId);
  while (task?.['trashedAt'] && typeof task['movedTo'] === 'string' && !seen.has(task.id)) {
    seen.add(task.id);
    const copyId = task['movedTo'];
    task = store.current(copyId);
    // Not to be seen from here is not gone, unless it is known to be purged.
    if (task === undefined) return !(await store.purgedIds([copyId])).has(copyId);
    if (!task['trashedAt']) return true;
  }
  return false;
}

const unscheduled = {
  startDate: null,
  dueDate: null,
  dueTime: null,
  timeZone: null,
  recurrence: null,
};

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

function nextScheduleOf(task: Task, today: string): Schedule | undefined {
  const { recurrence, dueTime, timeZone } = task;
  if (recurrence === null) return undefined;
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
  const value = { trashedAt: null, movedTo: null };
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
