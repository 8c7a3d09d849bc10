import type { TaskCreation } from '#shared/task';
import type { TaskView } from './task-rows.ts';

/** Where new tasks go, and what they have besides what their line says. */
export interface AddPlace {
  projectId: string | null;
  sectionId: string | null;
  /** The task under which they stand. */
  parentId: string | null;
  dueDate: string | null;
  more: Pick<TaskCreation, 'status' | 'priority' | 'labels' | 'assignees'>;
}

/** Tasks without a project or anything else. */
export const inboxPlace: AddPlace = {
  projectId: null,
  sectionId: null,
  parentId: null,
  dueDate: null,
  more: {},
};

/** What a task begins with that is added in a view, so that it is seen there. */
export function placeOf(
  view: TaskView,
  part: { sectionId: string | null; dueDate: string | null },
): AddPlace {
  switch (view.name) {
    case 'project':
      return { ...inboxPlace, ...part, projectId: view.projectId };
    case 'label':
      return { ...inboxPlace, ...part, more: { labels: { [view.labelId]: true } } };
    case 'filter': {
      const { projectId = null, dueDate = null, ...more } = view.newTask;
      return { ...inboxPlace, projectId, dueDate, more };
    }
    default:
      return { ...inboxPlace, ...part };
  }
}
