import type { AppStore } from '#client/store/app-store.ts';
import { formatCivilDate, fromDayNumber, parseCivilDate, toDayNumber } from '#shared/civil-date';
import { nextOccurrenceId } from '#shared/ids';
import { limits } from '#shared/limits';
import type { Change } from '#shared/push-message';
import type { Task } from '#shared/task';
import { changeNow } from './task-change.ts';
import { readDescendants } from './task-queries.ts';

/**
 * The changes that complete a task: itself, its open subtasks, and for a recurring one the next occurrence with its
 * subtasks open again. Ids of the next occurrence follow from the completed ones, so two devices make one (R8).
 */
export async function completeTask(store: AppStore, task: Task, today: string): Promise<Change[]> {
  const subtasks = (await readDescendants(store, task.id)).filter(
    (child) => child.trashedAt === null,
  );
  const open = subtasks.filter(
    (child) => child.status === 'todo' || child.status === 'in_progress',
  );
  const closing = [task, ...open].map((done) => closeChange(store, done.id));
  const next = await nextOccurrenceOf(task, today);
  if (next === undefined) return closing.slice(0, limits.batchMaxChanges);
  const changes = [...closing, nextChange(store, task, { ...next, parentId: task.parentId })];
  for (const child of subtasks) {
    const parentId = child.parentId === null ? null : nextOccurrenceId(child.parentId);
    changes.push(nextChange(store, child, { ...unscheduled, parentId }));
  }
  return changes.slice(0, limits.batchMaxChanges);
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
function nextChange(
  store: AppStore,
  task: Task,
  changed: Schedule & { parentId: string | null },
): Change {
  const taskId = nextOccurrenceId(task.id);
  if (!store.current(taskId)?.['trashedAt']) return createNext(store, task, changed);
  return changeNow(store, { taskId, group: 'trash', value: { trashedAt: null } });
}

function createNext(
  store: AppStore,
  task: Task,
  changed: Schedule & { parentId: string | null },
): Change {
  const { title, notes, priority, projectId, sectionId, orderKey, estimateMinutes } = task;
  return {
    kind: 'task',
    id: nextOccurrenceId(task.id),
    create: {
      title,
      notes,
      priority,
      projectId,
      sectionId,
      orderKey,
      estimateMinutes,
      labels: task.labels,
      assignees: task.assignees,
      // A reminder at an instant belongs to the occurrence that is done.
      reminders: task.reminders.filter((reminder) => 'minutesBefore' in reminder),
      createdAt: store.now(),
      ...changed,
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
