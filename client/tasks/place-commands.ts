import type { AppStore } from '#client/store/app-store.ts';
import { limits } from '#shared/limits';
import { moveInto } from '#shared/move-into';
import { orderKeysBetween } from '#shared/order-key';
import type { Task, TaskCreation } from '#shared/task';
import {
  changeNow,
  type CommandResult,
  commitChanges,
  readTask,
  splitTitle,
} from './task-change.ts';
import { readDescendants, readSiblings } from './task-queries.ts';

/** Where new tasks go: a project or the inbox, and under which task. */
export interface TaskPlace {
  projectId: string | null;
  parentId: string | null;
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

/** Commands on where tasks stand. */
export function createMoveCommands(store: AppStore) {
  const setPlace = (taskId: string, value: object) =>
    changeNow(store, { taskId, group: 'place', value });
  return {
    /** Moves a task with everything under it to the end of a project, or of the inbox (null). */
    moveToProject: async (taskId: string, projectId: string | null): CommandResult => {
      const task = readTask(store, taskId);
      if (task === undefined || task.projectId === projectId) return undefined;
      const siblings = await readSiblings(store, { projectId, parentId: null });
      const [orderKey] = keysAtEnd({ store, siblings, count: 1 });
      const subtasks = await readDescendants(store, taskId);
      const moved = subtasks.map(({ id }) => setPlace(id, { projectId, sectionId: null }));
      const value = { projectId, parentId: null, sectionId: null, orderKey };
      const changes = [setPlace(taskId, value), ...moved];
      return commitChanges(store, { label: 'task.move', changes });
    },

    /** Puts a task right before or after another one, into its place: same project, parent and section. */
    placeBeside: async (move: {
      taskId: string;
      besideId: string;
      side: 'before' | 'after';
    }): CommandResult => {
      const beside = readTask(store, move.besideId);
      const task = readTask(store, move.taskId);
      if (beside === undefined || task === undefined || beside.id === task.id) return undefined;
      const subtasks = await readDescendants(store, task.id);
      // A task under itself would be in no list; the server would refuse the place as well (R8).
      if (subtasks.some(({ id }) => id === beside.id)) return undefined;
      const { projectId, parentId, sectionId } = beside;
      const siblings = await readSiblings(store, { projectId, parentId });
      const others = siblings.filter(({ id }) => id !== task.id);
      const at = others.findIndex(({ id }) => id === beside.id);
      const index = move.side === 'before' ? at : at + 1;
      const rows = moveInto({ siblings, taskId: task.id, index, deviceId: store.deviceId() });
      const place = { projectId, parentId, sectionId };
      const moved = rows.map(({ id, orderKey }) =>
        setPlace(id, id === task.id ? { ...place, orderKey } : { orderKey }),
      );
      const isOtherProject = task.projectId !== projectId;
      const followers = isOtherProject ? subtasks : [];
      const followed = followers.map(({ id }) => setPlace(id, { projectId, sectionId: null }));
      return commitChanges(store, { label: 'task.move', changes: [...moved, ...followed] });
    },
  };
}

/** Commands on the trash. */
export function createTrashCommands(store: AppStore) {
  const setTrashed = (taskIds: readonly string[], trashedAt: string | null) =>
    taskIds.map((taskId) => changeNow(store, { taskId, group: 'trash', value: { trashedAt } }));
  return {
    /** Moves a task with everything under it to the trash. */
    trash: async (taskId: string): CommandResult => {
      const subtasks = await readDescendants(store, taskId);
      const present = subtasks.filter(({ trashedAt }) => trashedAt === null);
      const taskIds = [taskId, ...present.map(({ id }) => id)];
      return commitChanges(store, {
        label: 'task.trash',
        changes: setTrashed(taskIds, store.now()),
      });
    },

    /** Brings a task back, with what was put in the trash together with it. */
    restore: async (taskId: string): CommandResult => {
      const trashedAt = readTask(store, taskId)?.trashedAt ?? null;
      if (trashedAt === null) return undefined;
      const subtasks = await readDescendants(store, taskId);
      const together = subtasks.filter((child) => child.trashedAt === trashedAt);
      const taskIds = [taskId, ...together.map(({ id }) => id)];
      return commitChanges(store, { label: 'task.restore', changes: setTrashed(taskIds, null) });
    },
  };
}

function keysAtEnd(of: { store: AppStore; siblings: readonly Task[]; count: number }): string[] {
  const before = of.siblings.at(-1)?.orderKey ?? null;
  return orderKeysBetween({ before, after: null, deviceId: of.store.deviceId(), count: of.count });
}
