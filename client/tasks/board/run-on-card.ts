import type { ListShortcut } from '#client/keys/shortcuts.ts';
import { priorities } from '../priority-flag.tsx';
import type { PlannerShortcut } from '../planner/use-planner-keys.ts';
import type { TaskActions } from '../use-task-actions.ts';
import type { CardCallbacks } from './board-card.tsx';
import type { BoardColumn } from './place-in-columns.ts';
import type { CardMoves } from './use-card-moves.ts';

/** The card to which a step leads; undefined for what is no step, and where there is none. Empty columns are stepped over. */
export function stepTo(
  id: PlannerShortcut,
  of: { columns: readonly BoardColumn[]; columnIndex: number; index: number },
): string | undefined {
  const { columns, columnIndex, index } = of;
  const cards = columns[columnIndex]?.cards ?? [];
  const at = (wanted: number) => cards[Math.min(Math.max(wanted, 0), cards.length - 1)]?.task.id;
  if (id === 'next') return at(index + 1);
  if (id === 'previous') return at(index - 1);
  if (id === 'first') return at(0);
  if (id === 'last') return at(cards.length - 1);
  if (id !== 'left' && id !== 'right') return undefined;
  const beyond =
    id === 'right'
      ? columns.slice(columnIndex + 1)
      : columns.slice(0, Math.max(0, columnIndex)).reverse();
  const column = beyond.find((other) => other.cards.length > 0);
  return column?.cards[Math.min(index, column.cards.length - 1)]?.task.id;
}

/** Runs a shortcut on a card; answers whether it meant anything there. */
export function runOnCard(
  id: PlannerShortcut,
  of: { taskId: string; on: CardCallbacks; moves: CardMoves; actions: TaskActions },
): boolean {
  const { taskId, on, moves, actions } = of;
  const run = {
    open: () => on.open(taskId),
    peek: () => on.peek(taskId),
    rename: () => on.edit(taskId, 'title'),
    schedule: () => on.edit(taskId, 'schedule'),
    deadline: () => on.edit(taskId, 'deadline'),
    done: () => on.toggleDone(taskId),
    trash: () => void actions.tell(actions.commands.trash(taskId)),
    'move-up': () => moves.reorder(taskId, 'up'),
    'move-down': () => moves.reorder(taskId, 'down'),
    'move-left': () => moves.sideways(taskId, -1),
    'move-right': () => moves.sideways(taskId, 1),
  };
  if (isKeyOf(run, id)) {
    run[id]();
    return true;
  }
  const tool = tools.find((value) => id === value);
  if (tool !== undefined) {
    on.ask(tool, taskId);
    return true;
  }
  const priority = priorities.find((value) => id === `priority-${value}`);
  if (priority === undefined) return false;
  void actions.quietly(actions.commands.setPriority(taskId, priority));
  return true;
}

/** What a board can ask for; on it `l` leads to the next column. */
const tools = [
  'repeat',
  'labels',
  'move',
  'duplicate',
  'indent',
  'outdent',
] as const satisfies readonly ListShortcut[];

function isKeyOf<T extends object>(object: T, key: PropertyKey): key is keyof T {
  return key in object;
}
