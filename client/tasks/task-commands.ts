import type { AppStore } from '#client/store/app-store.ts';
import type { StoredBatch } from '#client/store/local-store.ts';
import { limits } from '#shared/limits';
import { moveInto } from '#shared/move-into';
import { orderKeysBetween } from '#shared/order-key';
import type { Change } from '#shared/push-message';
import type { Task, TaskCreation } from '#shared/task';
import { completeTask } from './complete-task.ts';
import { readDescendants, readSiblings } from './task-queries.ts';

/** Where new tasks go: a project or the inbox, and under which task. */
export interface TaskPlace {
  projectId: string | null;
  parentId: string | null;
}

/** The date of a task as a person sets it. */
export type TaskSchedule = Pick<Task, 'dueDate' | 'dueTime' | 'timeZone' | 'recurrence'>;

/** What a command did: the batch that is on disk, or undefined when there was nothing to change. */
export type CommandResult = Promise<StoredBatch | undefined>;

/** The only way tasks are written. Each command is one batch, on disk when its promise resolves. */
export type TaskCommands = ReturnType<typeof createTaskCommands>;

/**
 * Commands on tasks over a store. `base` is the stamp the person saw when the edit began (A14): editors take it with
 * `beginEdit` when they open; commands of one tap take it themselves.
 */
export function createTaskCommands(store: AppStore) {
  const setGroup = async (
    label: string,
    changes: readonly (Change | undefined)[],
  ): CommandResult => {
    const present = changes.filter((change) => change !== undefined);
    return present.length === 0 ? undefined : store.commit({ label, changes: present });
  };
  const change = (taskId: string, group: string, value: object): Change =>
    fieldChange({ taskId, group, value, base: store.baseOf(taskId, group) });

  return {
    /** The `base` for an edit of a group that begins now. */
    beginEdit: (taskId: string, group: string) => store.baseOf(taskId, group),

    /** Adds one task a title at the end of its place; empty titles are left out. Answers the ids of the new tasks. */
    add: async (of: {
      titles: readonly string[];
      place: TaskPlace;
      fields?: Omit<Partial<TaskCreation>, 'title' | 'orderKey'>;
    }): Promise<string[]> => {
      const texts = of.titles.map(splitTitle).filter(({ title }) => title !== '');
      const changes = await creations({
        store,
        texts: texts.slice(0, limits.batchMaxChanges),
        ...of,
      });
      if (changes.length > 0) await store.commit({ label: 'task.add', changes });
      return changes.map(({ id }) => id);
    },

    /** Sets the title. Line breaks become spaces; an empty title changes nothing. */
    rename: async (edit: { taskId: string; title: string; base: string | null }): CommandResult => {
      const { title } = splitTitle(edit.title);
      if (title === '' || title === readTask(store, edit.taskId)?.title) return undefined;
      const { taskId, base } = edit;
      return setGroup('task.rename', [
        fieldChange({ taskId, group: 'title', value: { title }, base }),
      ]);
    },

    /** Sets the notes; `before` is the text the edit began from, against which others' edits are merged. */
    setNotes: async (edit: {
      taskId: string;
      notes: string;
      before: string;
      base: string | null;
    }): CommandResult => {
      const notes = toStorable(edit.notes).slice(0, limits.notesMaxLength);
      if (notes === edit.before) return undefined;
      const { taskId, base, before } = edit;
      const written = {
        ...fieldChange({ taskId, group: 'notes', value: { notes }, base }),
        before,
      };
      return setGroup('task.notes', [written]);
    },

    /** Completes a task with its open subtasks; a recurring one comes back. `today` is the person's date. */
    complete: async (taskId: string, today: string): CommandResult => {
      const task = readTask(store, taskId);
      if (task === undefined || task.status === 'done') return undefined;
      return setGroup('task.complete', await completeTask(store, task, today));
    },

    /** Sets a state other than done. */
    setStatus: async (taskId: string, status: Exclude<Task['status'], 'done'>): CommandResult => {
      const completedAt = status === 'cancelled' ? store.now() : null;
      const label = status === 'todo' ? 'task.reopen' : 'task.status';
      return setGroup(label, [change(taskId, 'status', { status, completedAt })]);
    },

    setPriority: async (taskId: string, priority: Task['priority']): CommandResult => {
      if (readTask(store, taskId)?.priority === priority) return undefined;
      return setGroup('task.priority', [change(taskId, 'priority', { priority })]);
    },

    setSchedule: async (edit: {
      taskId: string;
      schedule: TaskSchedule;
      base: string | null;
    }): CommandResult => {
      const { taskId, schedule, base } = edit;
      const value = { ...schedule };
      return setGroup('task.schedule', [fieldChange({ taskId, group: 'schedule', value, base })]);
    },

    /** Moves a task with everything under it to the end of a project, or of the inbox (null). */
    moveToProject: async (taskId: string, projectId: string | null): CommandResult => {
      const task = readTask(store, taskId);
      if (task === undefined || task.projectId === projectId) return undefined;
      const siblings = await readSiblings(store, { projectId, parentId: null });
      const [orderKey] = keysAtEnd({ store, siblings, count: 1 });
      const subtasks = await readDescendants(store, taskId);
      const value = { projectId, parentId: null, sectionId: null, orderKey };
      const moved = subtasks.map(({ id }) => change(id, 'place', { projectId, sectionId: null }));
      return setGroup(
        'task.move',
        [change(taskId, 'place', value), ...moved].slice(0, limits.batchMaxChanges),
      );
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
      const { projectId, parentId, sectionId } = beside;
      const siblings = await readSiblings(store, { projectId, parentId });
      const others = siblings.filter(({ id }) => id !== task.id);
      const at = others.findIndex(({ id }) => id === beside.id);
      const index = move.side === 'before' ? at : at + 1;
      const rows = moveInto({ siblings, taskId: task.id, index, deviceId: store.deviceId() });
      const changes = rows.map(({ id, orderKey }) =>
        change(
          id,
          'place',
          id === task.id ? { projectId, parentId, sectionId, orderKey } : { orderKey },
        ),
      );
      return setGroup('task.move', changes);
    },

    /** Moves a task with everything under it to the trash. */
    trash: async (taskId: string): CommandResult => {
      const subtasks = await readDescendants(store, taskId);
      const present = subtasks.filter((child) => child.trashedAt === null);
      const value = { trashedAt: store.now() };
      const ids = [taskId, ...present.map(({ id }) => id)].slice(0, limits.batchMaxChanges);
      return setGroup(
        'task.trash',
        ids.map((id) => change(id, 'trash', value)),
      );
    },

    /** Brings a task back, with what was put in the trash together with it. */
    restore: async (taskId: string): CommandResult => {
      const trashedAt = readTask(store, taskId)?.trashedAt;
      if (trashedAt == null) return undefined;
      const together = (await readDescendants(store, taskId)).filter(
        (child) => child.trashedAt === trashedAt,
      );
      const ids = [taskId, ...together.map(({ id }) => id)].slice(0, limits.batchMaxChanges);
      return setGroup(
        'task.restore',
        ids.map((id) => change(id, 'trash', { trashedAt: null })),
      );
    },
  };
}

/** A title of one line; what does not fit into 500 characters is not lost but becomes notes. */
export function splitTitle(text: string): { title: string; notes: string } {
  const line = toStorable(text)
    .replaceAll(/\s*[\r\n]+\s*/g, ' ')
    .trim();
  if (line.length <= limits.titleMaxLength) return { title: line, notes: '' };
  const title = line.slice(0, limits.titleMaxLength - 1).toWellFormed();
  return { title: `${title}…`, notes: line };
}

async function creations(of: {
  store: AppStore;
  texts: readonly { title: string; notes: string }[];
  place: TaskPlace;
  fields?: object;
}) {
  const { store, texts, place } = of;
  const siblings = await readSiblings(store, place);
  const keys = keysAtEnd({ store, siblings, count: texts.length });
  return texts.map(({ title, notes }, index) => ({
    kind: 'task',
    id: store.newId(),
    create: {
      title,
      ...(notes === '' ? {} : { notes }),
      ...of.fields,
      ...place,
      orderKey: keys[index],
      createdAt: store.now(),
    },
  }));
}

function keysAtEnd(of: { store: AppStore; siblings: readonly Task[]; count: number }): string[] {
  const before = of.siblings.at(-1)?.orderKey ?? null;
  return orderKeysBetween({ before, after: null, deviceId: of.store.deviceId(), count: of.count });
}

function fieldChange(of: { taskId: string; group: string; value: object; base: string | null }) {
  return { kind: 'task', id: of.taskId, group: of.group, value: { ...of.value }, base: of.base };
}

/** A task as shown now, whatever else has that id. */
function readTask(store: AppStore, taskId: string): Task | undefined {
  const document = store.current(taskId);
  return document !== undefined && isTask(document) ? document : undefined;
}

function isTask(document: { kind: string }): document is Task {
  return document.kind === 'task';
}

function toStorable(text: string): string {
  return text.replaceAll('\u0000', '').toWellFormed();
}
