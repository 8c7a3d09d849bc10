import { firstValueFrom } from 'rxjs';
import type { AppStore } from '#client/store/app-store.ts';
import { commitParts } from '#client/store/commit-parts.ts';
import { copyOfTask } from '#client/store/copy-tasks.ts';
import { compareOrder } from '#shared/compare-order';
import { orderKeyBetween } from '#shared/order-key';
import type { Project } from '#shared/project';
import type { Change } from '#shared/push-message';
import type { Task } from '#shared/task';

/**
 * Copies a project right after it, in its workspace, with its sections and its open tasks; what is done stays with the original, and so
 * does what stands under it. One action, in several batches where it needs them. Answers the id of the copy.
 */
export async function duplicateProject(
  store: AppStore,
  { project, projects, name }: { project: Project; projects: readonly Project[]; name: string },
): Promise<string> {
  const copyId = store.newId();
  const { color, icon } = project;
  const sectionIds = new Map<string, string>(
    Object.keys(project.sections)
      .filter((id) => project.sectionsGone[id] === undefined)
      .map((id) => [id, store.newId()]),
  );
  const sections = Object.fromEntries(
    [...sectionIds].flatMap(([id, newId]) => {
      const section = project.sections[id];
      return section === undefined ? [] : [[newId, section]];
    }),
  );
  const orderKey = keyAfter(store, { project, projects });
  const create = { name, color, icon, orderKey, sections, createdAt: store.now() };
  const tasks = await readOpenTasks(store, project.id);
  const taskIds = new Map(tasks.map(({ id }) => [id, store.newId()]));
  const copies = tasks.map((task): Change => {
    const place = {
      projectId: copyId,
      parentId: taskIds.get(task.parentId ?? '') ?? null,
      sectionId: sectionIds.get(task.sectionId ?? '') ?? null,
      orderKey: task.orderKey,
    };
    return copyOfTask(store, { task, id: taskIds.get(task.id) ?? store.newId(), place });
  });
  const changes: Change[] = [{ kind: 'project', id: copyId, create }, ...copies];
  const besideIds = new Map([[copyId, project.id]]);
  await commitParts(store, { label: 'project.duplicate', changes, besideIds });
  return copyId;
}

function keyAfter(
  store: AppStore,
  { project, projects }: { project: Project; projects: readonly Project[] },
): string {
  const sorted = [...projects].sort(compareOrder);
  const at = sorted.findIndex(({ id }) => id === project.id);
  const after = sorted[at + 1]?.orderKey ?? null;
  return orderKeyBetween({ before: project.orderKey, after, deviceId: store.deviceId() });
}

/** The open tasks of a project, parents before children; those under a closed or trashed one are left out. */
async function readOpenTasks(store: AppStore, projectId: string): Promise<Task[]> {
  const selector = { trashedAt: null, status: { $in: ['todo', 'in_progress'] } };
  const all = await firstValueFrom(store.live<Task>({ kind: 'task', selector }));
  const found: Task[] = [];
  let level = all.filter((task) => task.parentId === null && task.projectId === projectId);
  const seen = new Set<string>();
  while (level.length > 0) {
    for (const { id } of level) seen.add(id);
    found.push(...level);
    level = all.filter(
      ({ id, parentId }) => parentId !== null && seen.has(parentId) && !seen.has(id),
    );
  }
  return found;
}
