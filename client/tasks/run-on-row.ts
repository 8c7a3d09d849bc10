import type { ListShortcut } from '#client/keys/shortcuts.ts';
import { priorities } from './priority-flag.tsx';
import type { RowCallbacks } from './task-row.tsx';
import type { TaskRowData } from './task-rows.ts';
import type { TaskActions } from './use-task-actions.ts';

/** Where a step through the list leads; undefined for what is no step. */
export function nextIndex(
  id: ListShortcut,
  { index, count }: { index: number; count: number },
): number | undefined {
  if (id === 'first') return 0;
  if (id === 'last') return count - 1;
  if (!/(next|previous)$/.test(id)) return undefined;
  const isInList = (document.activeElement?.closest('[role="grid"]') ?? null) !== null;
  if (!isInList) return Math.max(index, 0);
  return Math.min(Math.max(index + (id.endsWith('next') ? 1 : -1), 0), count - 1);
}

/** Whether the list itself does it; the rest is for the tools. */
export function runOnRow(
  id: ListShortcut,
  { row, on, actions }: { row: TaskRowData; on: RowCallbacks; actions: TaskActions },
): boolean {
  const taskId = row.task.id;
  const priority = priorities.find((value) => id === `priority-${value}`);
  if (priority !== undefined) void actions.quietly(actions.commands.setPriority(taskId, priority));
  else if (id === 'open') on.open(taskId);
  else if (id === 'peek') on.peek(taskId);
  else if (id === 'rename') on.edit(taskId, 'title');
  else if (id === 'schedule' || id === 'deadline') on.edit(taskId, id);
  else if (id === 'done') on.toggleDone(taskId);
  else if (id === 'trash') void actions.tell(actions.commands.trash(taskId));
  else if (id === 'move-up') on.reorder(taskId, 'up');
  else if (id === 'move-down') on.reorder(taskId, 'down');
  else return false;
  return true;
}

/** Whether a shortcut is for all selected tasks; the others are about the active row, or lead from row to row. */
export function isTool(id: ListShortcut): boolean {
  const isForOne = id === 'open' || id === 'peek' || id === 'rename' || id.startsWith('select');
  return !isForOne && id !== 'move-up' && id !== 'move-down';
}
