import type { AppStore } from '#client/store/app-store.ts';
import { commitParts } from '#client/store/commit-parts.ts';
import { copyOfTask } from '#client/store/copy-tasks.ts';
import type { StoredBatch } from '#client/store/local-store.ts';
import { orderKeyBetween } from '#shared/order-key';
import type { Change } from '#shared/push-message';
import type { Task } from '#shared/task';
import { readTaskTree, type TaskTree } from './task-tree.ts';

/**
 * Copies tasks, each with everything under it, right after the original; all copies are open, and of its workspace. One
 * action. Answers the ids of the copies of the tasks themselves, in the given order.
 */
export async function duplicateTasks(
  store: AppStore,
  { taskIds }: { taskIds: readonly string[] },
): Promise<{ copyIds: readonly string[]; batch: StoredBatch | undefined }> {
  const tree = await readTaskTree(store);
  const copies = tree.roots(taskIds).map((task) => copyTree(store, { tree, task }));
  const changes = copies.flatMap((copy) => copy.changes);
  const besideIds = new Map(copies.map(({ copyId, originalId }) => [copyId, originalId]));
  const batch = await commitParts(store, { label: 'task.duplicate', changes, besideIds });
  return { copyIds: copies.map(({ copyId }) => copyId), batch };
}

function copyTree(store: AppStore, { tree, task }: { tree: TaskTree; task: Task }) {
  const siblings = tree
    .children(task.parentId)
    .filter(({ projectId }) => task.parentId !== null || projectId === task.projectId);
  const at = siblings.findIndex(({ id }) => id === task.id);
  const after = siblings[at + 1]?.orderKey ?? null;
  const orderKey = orderKeyBetween({ before: task.orderKey, after, deviceId: store.deviceId() });
  const originals = [task, ...tree.descendants(task.id)];
  const copyIdsById = new Map(originals.map(({ id }) => [id, store.newId()]));
  const changes = originals.flatMap((original): Change[] => {
    const id = copyIdsById.get(original.id);
    if (id === undefined) return [];
    const { projectId, sectionId } = original;
    const place =
      original === task
        ? { projectId, sectionId, parentId: task.parentId, orderKey }
        : {
            projectId,
            sectionId,
            parentId: copyIdsById.get(original.parentId ?? '') ?? null,
            orderKey: original.orderKey,
          };
    return [copyOfTask(store, { task: original, id, place })];
  });
  return { copyId: copyIdsById.get(task.id) ?? '', originalId: task.id, changes };
}
