import type { AppStore } from '#client/store/app-store.ts';
import type { TaskRowData } from './task-rows.ts';
import { withAncestors } from './with-ancestors.ts';

/** More rows than any screen shows at once. */
const rowsKept = 60;

/** Notes which rows a list shows first. */
export async function noteRows(
  store: AppStore,
  of: { rows: readonly TaskRowData[]; path: string; day: string },
): Promise<void> {
  const { path, day } = of;
  const shownIds = of.rows.slice(0, rowsKept).map(({ task }) => task.id);
  // What a subtask is shown in is told by the tasks above it.
  const taskIds = [...new Set(shownIds.flatMap((id) => withAncestors(store, id)))];
  await store.keepFirst({ path, day, taskIds });
}
