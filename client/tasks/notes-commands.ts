import type { AppStore } from '#client/store/app-store.ts';
import { readTicks } from '#client/ui/read-markdown.ts';
import { type TaskLine, taskLines } from '#client/ui/tick-markdown.ts';
import { limits } from '#shared/limits';
import { orderKeysBetween } from '#shared/order-key';
import type { Creation } from '#shared/push-message';
import type { Task } from '#shared/task';
import { commitChanges, fieldChange, readTask, splitTitle } from './task-change.ts';
import { lastSibling } from './task-queries.ts';

/** Commands that read the notes of a task as Markdown; they load with what shows it. */
export function createNotesCommands(store: AppStore) {
  return {
    /**
     * Makes a subtask of every line of a task list in the notes, takes those lines out, and answers how many there
     * were. A ticked one becomes a completed subtask, an indented one hangs below its line, text under a line becomes notes.
     */
    turnIntoSubtasks: async (taskId: string): Promise<number> => {
      const task = readTask(store, taskId);
      const blocks = task === undefined ? [] : readTaskBlocks(task.notes);
      const kept = blocks.slice(0, limits.batchMaxChanges - 1);
      if (task === undefined || kept.length === 0) return 0;
      const value = { notes: withoutBlocks(task.notes, kept) };
      const base = store.baseOf(taskId, 'notes');
      const change = {
        ...fieldChange({ taskId, group: 'notes', value, base }),
        before: task.notes,
      };
      const created = await createSubtasks(store, { task, blocks: kept });
      const label = 'task.notes-to-subtasks';
      await commitChanges(store, { label, changes: [change, ...created] });
      return created.length;
    },
  };
}

/** A task of a list with the text that belongs to it. */
interface TaskBlock extends TaskLine {
  notes: string;
}

/** The task lines of a text that are not examples in code, each with the deeper text right under it. */
function readTaskBlocks(text: string): TaskBlock[] {
  const lines = taskLines(text);
  const ticks = readTicks(text);
  const real = lines.length === ticks.length ? lines : lines.filter((line) => isTask(text, line));
  return real.filter(({ title }) => title !== '').map((line) => withNotes(text, line));
}

function isTask(text: string, { at, isTicked }: TaskLine): boolean {
  const other = text.slice(0, at) + (isTicked ? ' ' : 'x') + text.slice(at + 1);
  return readTicks(other).join() !== readTicks(text).join();
}

function withNotes(text: string, line: TaskLine): TaskBlock {
  const notes: string[] = [];
  let { end } = line;
  for (const next of text.slice(line.end).split(/(?<=\n)/)) {
    const indent = next.length - next.trimStart().length;
    if (next.trim() === '' || indent <= line.indent || taskLines(next).length > 0) break;
    notes.push(next.trim());
    end += next.length;
  }
  return { ...line, end, notes: notes.join('\n') };
}

function withoutBlocks(text: string, blocks: readonly TaskBlock[]): string {
  let kept = '';
  let from = 0;
  for (const { start, end } of blocks) {
    kept += text.slice(from, start);
    from = end;
  }
  return (kept + text.slice(from)).replaceAll(/\n{3,}/g, '\n\n').trim();
}

async function createSubtasks(
  store: AppStore,
  { task, blocks }: { task: Task; blocks: readonly TaskBlock[] },
): Promise<Creation[]> {
  const last = await lastSibling(store, { projectId: task.projectId, parentId: task.id });
  const before = last?.orderKey ?? null;
  const count = blocks.length;
  const orderKeys = orderKeysBetween({ before, after: null, deviceId: store.deviceId(), count });
  const levelsLeft = limits.subtaskDepthMax - levelOf(store, task);
  const above: { id: string; indent: number }[] = [];
  return blocks.map((block, index) => {
    const id = store.newId();
    while ((above.at(-1)?.indent ?? -1) >= block.indent) above.pop();
    // Deeper than tasks may hang, it becomes a sibling of what it stood under.
    const parentId = above.slice(0, Math.max(0, levelsLeft - 1)).at(-1)?.id ?? task.id;
    above.push({ id, indent: block.indent });
    const { title, notes } = splitTitle(block.title);
    const text = [notes, block.notes].filter((part) => part !== '').join('\n');
    return {
      kind: 'task',
      id,
      create: {
        title,
        projectId: task.projectId,
        sectionId: task.sectionId,
        parentId,
        orderKey: orderKeys[index],
        createdAt: store.now(),
        ...(text === '' ? {} : { notes: text }),
        ...(block.isTicked ? { status: 'done', completedAt: store.now() } : {}),
      },
    };
  });
}

/** How many tasks a task hangs below. */
function levelOf(store: AppStore, task: Task): number {
  let level = 0;
  let parent = task.parentId === null ? undefined : readTask(store, task.parentId);
  while (parent !== undefined && level < limits.subtaskDepthMax) {
    level += 1;
    parent = parent.parentId === null ? undefined : readTask(store, parent.parentId);
  }
  return level;
}
