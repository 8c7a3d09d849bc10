import type { AppStore } from '#client/store/app-store.ts';
import { changeNow, type CommandResult, commitChanges } from './task-change.ts';

/** Sets how many minutes a task is thought to take; null for no estimate. */
export function setEstimate(
  store: AppStore,
  { taskId, minutes }: { taskId: string; minutes: number | null },
): CommandResult {
  const value = { estimateMinutes: minutes };
  const changes = [changeNow(store, { taskId, group: 'estimate', value })];
  return commitChanges(store, { label: 'task.estimate', changes });
}
