import type { AppStore } from '#client/store/app-store.ts';
import type { TaskCreation } from '#shared/task';
import { type CommandResult, readTask } from './task-change.ts';

/** Where new tasks go: a project or the inbox, and under which task. */
export interface TaskPlace {
  projectId: string | null;
  parentId: string | null;
  sectionId?: string | null;
}

/** Fields that a new task may have besides its title and place. */
export type NewTaskFields = Omit<Partial<TaskCreation>, 'title' | 'orderKey'>;

/** Tasks to add at the end of a place; titles that are empty are left out. */
export interface NewTitles {
  titles: readonly string[];
  place: TaskPlace;
  fields?: NewTaskFields;
}

/** The command that adds tasks; what it does is loaded ahead, in the first idle moment after the list. */
export function createAddCommand(store: AppStore) {
  return {
    /** Adds one task a title. Answers the ids of the new tasks. */
    add: async (of: NewTitles): Promise<string[]> =>
      (await import('./add-titles.ts')).addTitles(store, of),
  };
}

/** Commands on where tasks stand; what they do is loaded when the first task is moved. */
export function createMoveCommands(store: AppStore) {
  const load = () => import('./move-tasks.ts');
  return {
    /** Moves a task with everything under it to the end of a project, or of the inbox (null). */
    moveToProject: async (taskId: string, projectId: string | null): CommandResult => {
      if (readTask(store, taskId)?.projectId === projectId) return undefined;
      const { moveTasks } = await load();
      const place = { projectId, sectionId: null, parentId: null };
      return (await moveTasks(store, { taskIds: [taskId], place })).batch;
    },

    /** Puts a task right before or after another one, into its place: same project, parent and section. */
    placeBeside: async (move: {
      taskId: string;
      besideId: string;
      side: 'before' | 'after';
    }): CommandResult => {
      const { placeTasks } = await load();
      return (await placeTasks(store, { ...move, taskIds: [move.taskId] })).batch;
    },
  };
}

/** Commands on the trash; what they do is loaded when the first task goes there. */
export function createTrashCommands(store: AppStore) {
  const load = () => import('./trash-tasks.ts');
  return {
    /** Moves a task with everything under it to the trash. */
    trash: async (taskId: string): CommandResult => (await load()).trashTask(store, taskId),

    /** Brings a task back, with what was put in the trash together with it. */
    restore: async (taskId: string): CommandResult => (await load()).restoreTask(store, taskId),
  };
}
