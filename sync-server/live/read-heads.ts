import type { Storage } from '../storage/port.ts';

/** The newest durable state of a workspace, in the words of the `head` event. */
export interface WorkspaceHead {
  epoch: string;
  head: number;
  hash: string;
}

/** Heads and epochs read from the log and the directory, never from a cache; unknown workspaces are left out. */
export type ReadHeads = (workspaceIds: readonly string[]) => Promise<Map<string, WorkspaceHead>>;

/** Reads heads through the storage port. */
export function createReadHeads(storage: Storage): ReadHeads {
  return async (workspaceIds) => {
    if (workspaceIds.length === 0) return new Map();
    const [heads, epochs] = await Promise.all([
      storage.changeLog.heads({ workspaceIds }),
      storage.directory.epochs(workspaceIds),
    ]);
    return new Map(
      [...epochs].map(([workspaceId, epoch]) => {
        const head = heads.get(workspaceId);
        return [workspaceId, { epoch, head: head?.seq ?? 0, hash: head?.hash ?? '0'.repeat(16) }];
      }),
    );
  };
}
