import type { AppStore } from '#client/store/app-store.ts';
import { readTask } from '../task-change.ts';
import type { TaskActions } from '../use-task-actions.ts';

/** Completes an open task and opens a closed one again, with words and Undo. */
export function toggleDone(of: {
  store: AppStore;
  actions: TaskActions;
  today: string;
  taskId: string;
}): void {
  const { store, actions, today, taskId } = of;
  const status = readTask(store, taskId)?.status;
  if (status === undefined || !actions.allows([taskId])) return;
  const isClosed = status === 'done' || status === 'cancelled';
  const { complete, setStatus } = actions.commands;
  void actions.tell(isClosed ? setStatus(taskId, 'todo') : complete(taskId, today));
}
