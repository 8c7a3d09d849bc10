import type { QuickAddFields } from '#shared/quick-add-fields';
import type { NewTask } from './add-tasks.ts';
import type { AddPlace } from './quick-add-form.tsx';

/** A task of a title and what was read out of its line; what the line does not name is that of the place. */
export function newTaskOf(of: { title: string; fields: QuickAddFields; place: AddPlace }): NewTask {
  const { title, fields, place } = of;
  const labelIds = place.labelId === null ? fields.labelIds : [...fields.labelIds, place.labelId];
  const { schedule, priority, estimateMinutes, reminders } = fields;
  const flags = (ids: readonly string[]) =>
    Object.fromEntries(ids.map((id): [string, true] => [id, true]));
  return {
    title,
    notes: '',
    depth: 0,
    isDone: false,
    projectId: fields.projectId ?? place.projectId,
    sectionId: fields.projectId === undefined ? place.sectionId : (fields.sectionId ?? null),
    newLabels: fields.newLabels,
    fields: {
      ...(schedule ?? (place.dueDate === null ? {} : { dueDate: place.dueDate })),
      ...(priority === undefined || priority === 'none' ? {} : { priority }),
      ...(estimateMinutes === undefined ? {} : { estimateMinutes }),
      ...(reminders === undefined ? {} : { reminders }),
      ...(labelIds.length === 0 ? {} : { labels: flags(labelIds) }),
      ...(fields.assigneeIds.length === 0 ? {} : { assignees: flags(fields.assigneeIds) }),
    },
  };
}
