import { firstValueFrom } from 'rxjs';
import type { AppStore } from '#client/store/app-store.ts';
import { moveInto } from '#shared/move-into';
import { compareOrder } from '#shared/compare-order';
import type { Change } from '#shared/push-message';
import type { Task } from '#shared/task';
import { completeOne } from '../complete-task.ts';
import { priorities } from '../priority-flag.tsx';
import { changeNow, type CommandResult, commitChanges, readTask } from '../task-change.ts';
import { readSiblings } from '../task-queries.ts';
import type { TaskView } from '../task-rows.ts';
import { type BoardGrouping, noSection } from './place-in-columns.ts';

/** Where a card goes: a column, and beside which card there; without one its place in the order stays. */
export interface CardMove {
  taskId: string;
  view: TaskView;
  grouping: BoardGrouping;
  columnKey: string;
  beside: { taskId: string; side: 'before' | 'after' } | undefined;
  today: string;
}

/**
 * Moves a card: takes the value of its column and its place among the others, as one action. In Done a recurring task
 * comes back as it does when it is ticked off. Project and parent stay as they are, also beside cards of others.
 */
export async function moveCard(store: AppStore, move: CardMove): CommandResult {
  const task = readTask(store, move.taskId);
  if (task === undefined) return undefined;
  const orderKeysById = await newOrderKeys(store, task, move);
  const places = new Map<string, object>(orderKeysById);
  if (move.grouping === 'section') {
    const sectionId = move.columnKey === noSection ? null : move.columnKey;
    if (sectionId !== task.sectionId) {
      places.set(task.id, { ...places.get(task.id), sectionId });
    }
  }
  const placed = [...places].map(([taskId, value]) =>
    changeNow(store, { taskId, group: 'place', value }),
  );
  const changes = [...(await valueChanges(store, task, move)), ...placed];
  const isCompleted = move.grouping === 'status' && move.columnKey === 'done';
  return commitChanges(store, { label: isCompleted ? 'task.complete' : 'task.move', changes });
}

async function valueChanges(store: AppStore, task: Task, move: CardMove): Promise<Change[]> {
  const { grouping, columnKey } = move;
  const set = (group: string, value: object) => [
    changeNow(store, { taskId: task.id, group, value }),
  ];
  if (grouping === 'priority') {
    const priority = priorities.find((value) => value === columnKey);
    return priority === undefined || priority === task.priority
      ? []
      : set('priority', { priority });
  }
  if (grouping === 'section' || task.status === columnKey) return [];
  if (columnKey === 'done') return completeOne(store, { task, today: move.today });
  return set('status', { status: columnKey, completedAt: null });
}

/** Only what has to change; empty where a view or column has an order of its own. */
async function newOrderKeys(
  store: AppStore,
  task: Task,
  move: CardMove,
): Promise<[string, { orderKey: string }][]> {
  const { beside, view } = move;
  const isSortedByTime = move.grouping === 'status' && move.columnKey === 'done';
  if (beside === undefined || view.name === 'today' || isSortedByTime) return [];
  const siblings = await readOrder(store, view);
  const others = siblings.filter(({ id }) => id !== task.id);
  const at = others.findIndex(({ id }) => id === beside.taskId);
  if (at < 0) return [];
  const index = beside.side === 'before' ? at : at + 1;
  const rows = moveInto({ siblings, taskId: task.id, index, deviceId: store.deviceId() });
  return rows.map(({ id, orderKey }) => [id, { orderKey }]);
}

/** The order in which a view stands; in All the tasks of all projects, so that a move there disturbs none of them. */
async function readOrder(store: AppStore, view: TaskView): Promise<readonly Task[]> {
  if (view.name === 'project') {
    return readSiblings(store, { projectId: view.projectId, parentId: null });
  }
  if (view.name === 'inbox') return readSiblings(store, { projectId: null, parentId: null });
  const selector = { parentId: null, trashedAt: null };
  const tasks = await firstValueFrom(store.live<Task>({ kind: 'task', selector }));
  return [...tasks].sort(compareOrder);
}
