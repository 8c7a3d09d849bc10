import { isPurged } from '#shared/kind-definition';
import { type OwnBatch, readOwnBatches } from './own-batches.ts';
import type { WorkspaceView } from './workspace-view.ts';

type Spaces = readonly Pick<WorkspaceView, 'database'>[];

/** Which of these ids hold a tombstone in any of the workspaces. */
export async function purgedIdsIn(
  spaces: Spaces,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const found = await Promise.all(spaces.map(({ database }) => database.readDocuments(ids)));
  const purged = found.flat().filter(isPurged);
  return new Set(purged.map(({ id }) => id));
}

/** `readOwnBatches` of all of the workspaces. */
export async function ownBatchesIn(spaces: Spaces, id: string): Promise<OwnBatch[]> {
  const found = await Promise.all(
    spaces.map(({ database }) => readOwnBatches(database.tables, id)),
  );
  return found.flat();
}
