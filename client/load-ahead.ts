/**
 * Loads, while the page has nothing better to do, what the first action after the list may need: its first use then
 * never waits, and works if the network goes meanwhile. Where a file cannot be had now, its use asks for it again.
 */
export async function loadAhead(whenIdle: () => Promise<void>): Promise<void> {
  for (const load of soonNeeded) {
    await whenIdle();
    await load().catch(() => undefined);
  }
}

const soonNeeded: readonly (() => Promise<unknown>)[] = [
  () => import('#client/tasks/complete-task.ts'),
  () => import('#client/tasks/quick-add-form.tsx'),
  () => import('#client/tasks/move-tasks.ts'),
  () => import('#client/tasks/drop-tasks.ts'),
  () => import('#client/tasks/trash-tasks.ts'),
  () => import('#client/store/later-steps.ts'),
  () => import('#client/tell-undo.ts'),
  () => import('#client/ui/toast-stack.tsx'),
  () => import('#client/tell-not-saved.ts'),
  () => import('#client/tasks/next-occurrence.ts'),
  () => import('#client/tasks/task-panel-place.tsx'),
  () => import('#client/tasks/project-items.tsx'),
  () => import('#client/tasks/add-task-tools.tsx'),
];
