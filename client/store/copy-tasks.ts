import type { Change } from '#shared/push-message';
import type { Task } from '#shared/task';
import type { AppStore } from './app-store.ts';

/** Where the copy of a task stands. */
export type CopyPlace = Pick<Task, 'projectId' | 'parentId' | 'sectionId' | 'orderKey'>;

/**
 * The creation of a copy: open, not yet done, with everything else of the task but reminders at an instant, which
 * belong to the original.
 */
export function copyOfTask(
  store: AppStore,
  { task, id, place }: { task: Task; id: string; place: CopyPlace },
): Change {
  const { title, notes, priority, estimateMinutes, labels, assignees } = task;
  const { startDate, dueDate, dueTime, timeZone, recurrence } = task;
  const { projectId, parentId, sectionId, orderKey } = place;
  return {
    kind: 'task',
    id,
    create: {
      title,
      notes,
      priority,
      estimateMinutes,
      labels,
      assignees,
      startDate,
      dueDate,
      dueTime,
      timeZone,
      recurrence,
      reminders: task.reminders.filter((reminder) => 'minutesBefore' in reminder),
      projectId,
      parentId,
      sectionId,
      orderKey,
      createdAt: store.now(),
    },
  };
}
