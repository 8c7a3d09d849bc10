import type { Storage } from '../storage/port.ts';
import type { TrashPurge } from './purge-trash.ts';

const pageWorkspaces = 100;

/** One round over all workspaces, one after the other. What fails in one is told and tried again in the next round. */
export async function sweepTrash(of: {
  storage: Pick<Storage, 'directory'>;
  trash: Pick<TrashPurge, 'sweep'>;
  trashKeptMs: number;
  tombstonesKeptMs: number;
  onFailed: (workspaceId: string, error: unknown) => void;
}): Promise<void> {
  const { trashKeptMs, tombstonesKeptMs } = of;
  for (let afterId = ''; ; ) {
    const page = { afterId, limit: pageWorkspaces };
    const workspaceIds = await of.storage.directory.workspaceIds(page);
    for (const workspaceId of workspaceIds) {
      const swept = of.trash.sweep({ workspaceId, trashKeptMs, tombstonesKeptMs });
      await swept.catch((error: unknown) => of.onFailed(workspaceId, error));
    }
    const last = workspaceIds.at(-1);
    if (last === undefined) return;
    afterId = last;
  }
}
