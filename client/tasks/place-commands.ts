import type { AppStore } from '#client/store/app-store.ts';
import { limits } from '#shared/limits';
import { orderKeysBetween } from '#shared/order-key';
import type { Task, TaskCreation } from '#shared/task';
import { type CommandResult, commitChanges, readTask, splitTitle } from './task-change.ts';
import { readSiblings } from './task-queries.ts';

/** Where new tasks go: a project or the inbox, and under which task. */
export interface TaskPlace {
  projectId: string | null;
  parentId: string | null;
  sectionId?: string | null;
}

/** Fields that a new task may have besides its title and place. */
export type NewTaskFields = Omit<Partial<TaskCreation>, 'title' | 'orderKey'>;

/** The command that adds tasks. */
export function createAddCommand(store: AppStore) {
  return {
    /** Adds one task a title at the end of its place; empty titles are left out. Answers the ids of the new tasks. */
    add: async (of: {
      titles: readonly string[];
      place: TaskPlace;
      fields?: NewTaskFields;
    }): Promise<string[]> => {
      const texts = of.titles.map(splitTitle).filter(({ title }) => title !== '');
      const siblings = await readSiblings(store, of.place);
      const kept = texts.slice(0, limits.batchMaxChanges);
      const keys = keysAtEnd({ store, siblings, count: kept.length });
      const changes = kept.map(({ title, notes }, index) => {
        const extra = notes === '' ? {} : { notes };
        const orderKey = keys[index];
        const createdAt = store.now();
        const create = { title, ...extra, ...of.fields, ...of.place, orderKey, createdAt };
        return { kind: 'task', id: store.newId(), create };
      });
      await commitChanges(store, { label: 'task.add', changes });
      return changes.map(({ id }) => id);
    },
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

function keysAtEnd(of: { store: AppStore; siblings: readonly Task[]; count: number }): string[] {
  const before = of.siblings.at(-1)?.orderKey ?? null;
  return orderKeysBetween({ before, after: null, deviceId: of.store.deviceId(), count: of.count });
}
