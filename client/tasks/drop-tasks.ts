import { organiseWords } from '#client/i18n/compiled/en/organise-words.ts';
import { workspacesWords } from '#client/i18n/compiled/en/workspaces-words.ts';
import type { Language } from '#client/i18n/language.ts';
import { readArea } from '#client/i18n/read-area.ts';
import type { AppStore } from '#client/store/app-store.ts';
import { placeTasks } from './move-tasks.ts';
import type { TaskRowData } from './task-rows.ts';
import type { RowDrop } from './use-row-drag.ts';
import type { TaskActions } from './use-task-actions.ts';

/** The list in which tasks are dropped. */
export interface DropContext {
  store: AppStore;
  language: Language;
  /** As they were before the move: afterwards the list may or may not have been shown anew. */
  rows: readonly TaskRowData[];
  actions: TaskActions;
  announce: (text: string) => void;
  moved: (of: { title: string; position: number; count: number }) => string;
}

/** Moves a task one step among its siblings, or to an end of them. */
export async function reorderTask(
  { taskId, to }: { taskId: string; to: 'up' | 'down' | 'top' | 'bottom' },
  context: DropContext,
): Promise<void> {
  const drop = besideWhich(context.rows, taskId, to);
  if (drop !== undefined) await dropTasks(drop, context);
}

/** Puts dropped tasks where they were let go, and tells screen readers where that is; what cannot be is said to all. */
export async function dropTasks(drop: RowDrop, of: DropContext): Promise<void> {
  const { rows, actions } = of;
  const [taskId] = drop.taskIds;
  const title = rows.find(({ task }) => task.id === taskId)?.task.title;
  const others = rows.filter(({ task }) => !drop.taskIds.includes(task.id));
  const besideAt = others.findIndex(({ task }) => task.id === drop.besideId);
  const position = besideAt + (drop.side === 'before' ? 1 : 2);
  const { language } = of;
  const outcome = await placeTasks(of.store, drop);
  if (outcome.name === 'too-deep') {
    const { move } = await readArea(language, 'organise', organiseWords);
    actions.refuse(move.tooDeep);
  }
  if (outcome.name === 'elsewhere') {
    actions.refuse((await readArea(language, 'workspaces', workspacesWords)).underElsewhere);
  }
  if (outcome.name !== 'moved' || title === undefined) return;
  await actions.quietly(Promise.resolve(outcome.batch));
  of.announce(of.moved({ title, position, count: rows.length }));
}

/** The sibling beside which a step up or down, or to an end, puts a task; undefined where there is none. */
function besideWhich(
  rows: readonly TaskRowData[],
  taskId: string,
  to: 'up' | 'down' | 'top' | 'bottom',
): RowDrop | undefined {
  const moved = rows.find(({ task }) => task.id === taskId);
  if (moved === undefined) return undefined;
  const { projectId, parentId } = moved.task;
  const siblings = rows.filter(
    ({ task, depth }) =>
      depth === moved.depth && task.projectId === projectId && task.parentId === parentId,
  );
  const at = siblings.findIndex(({ task }) => task.id === taskId);
  const steps = { up: at - 1, down: at + 1, top: 0, bottom: siblings.length - 1 };
  const besideId = siblings[steps[to]]?.task.id;
  if (besideId === undefined || besideId === taskId) return undefined;
  return { taskIds: [taskId], besideId, side: to === 'up' || to === 'top' ? 'before' : 'after' };
}
