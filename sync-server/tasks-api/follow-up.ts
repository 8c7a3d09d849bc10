import { nextOccurrenceId } from '#shared/ids';
import type { Creation } from '#shared/push-message';
import { nextOccurrence } from '#shared/recurrence';
import type { Task } from '#shared/task';
import type { TaskFieldsInput } from './task-patch.ts';

/**
 * The creation of the next occurrence, when a patch completes a recurring task; its id follows from the completed task,
 * so that a device which completes it at the same time makes the same one (R8). Days are counted in UTC.
 */
export function followUp(task: Task, patch: TaskFieldsInput, nowMs: number): Creation[] {
  const isCompleted = patch['status'] === 'done' && task.status !== 'done';
  const { recurrence, dueDate, dueTime, timeZone } = task;
  if (!isCompleted || recurrence === null || dueDate === null) return [];
  const completedOn = new Date(nowMs).toISOString().slice(0, 10);
  const next = nextOccurrence({ recurrence, dueDate, dueTime, timeZone, completedOn });
  if (next === null) return [];
  const { title, notes, priority, projectId, parentId, sectionId, orderKey } = task;
  const { estimateMinutes, reminders, labels, assignees } = task;
  return [
    {
      kind: task.kind,
      id: nextOccurrenceId(task.id),
      create: {
        title,
        notes,
        priority,
        projectId,
        parentId,
        sectionId,
        orderKey,
        estimateMinutes,
        reminders,
        labels,
        assignees,
        ...next,
      },
    },
  ];
}
