import type { QuickAddFields } from '#shared/quick-add-fields';
import type { NewTask } from './add-tasks.ts';
import type { AddPlace } from './add-place.ts';

/** A task of a title and what was read out of its line; what the line does not name is that of the place. */
export function newTaskOf(of: { title: string; fields: QuickAddFields; place: AddPlace }): NewTask {
  const { title, fields, place } = of;
  const { priority: heldPriority, ...more } = place.more;
  const { schedule, estimateMinutes, reminders, priority = heldPriority } = fields;
  const isElsewhere = fields.projectId !== undefined && fields.projectId !== place.projectId;
  return {
    title,
    notes: '',
    depth: 0,
    isDone: false,
    projectId: fields.projectId ?? place.projectId,
    parentId: isElsewhere ? null : place.parentId,
    sectionId: fields.projectId === undefined ? place.sectionId : (fields.sectionId ?? null),
    newLabels: fields.newLabels,
    fields: {
      ...(schedule ?? (place.dueDate === null ? {} : { dueDate: place.dueDate })),
      ...more,
      ...(priority === undefined || priority === 'none' ? {} : { priority }),
      ...(estimateMinutes === undefined ? {} : { estimateMinutes }),
      ...(reminders === undefined ? {} : { reminders }),
      ...flags('labels', more, fields.labelIds),
      ...flags('assignees', more, fields.assigneeIds),
    },
  };
}

/** The set that the place has, with more elements; nothing if it has none. */
function flags(
  name: 'labels' | 'assignees',
  { [name]: held }: Pick<AddPlace['more'], 'labels' | 'assignees'>,
  ids: readonly string[],
): Partial<Pick<NewTask['fields'], 'labels' | 'assignees'>> {
  const all = { ...held, ...Object.fromEntries(ids.map((id): [string, true] => [id, true])) };
  return Object.keys(all).length === 0 ? {} : { [name]: all };
}
