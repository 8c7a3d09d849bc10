import type { AppStore } from '#client/store/app-store.ts';
import { commitParts } from '#client/store/commit-parts.ts';
import type { StoredBatch } from '#client/store/local-store.ts';
import { moveInto } from '#shared/move-into';
import type { Project } from '#shared/project';

/** Moves a project to a place among those in use (0 the first), given in their order; undefined where it stands there. */
export function moveProject(
  store: AppStore,
  of: { projects: readonly Project[]; projectId: string; index: number },
): Promise<StoredBatch | undefined> {
  const { projects: siblings, projectId: taskId, index } = of;
  const rows = moveInto({ siblings, taskId, index, deviceId: store.deviceId() });
  const changes = rows.map(({ id, orderKey }) => ({
    kind: 'project',
    id,
    group: 'place',
    value: { orderKey },
    base: store.baseOf(id, 'place'),
  }));
  return commitParts(store, { label: 'project.move', changes });
}
