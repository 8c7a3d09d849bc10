import type { GroupValue } from '#shared/group-value';
import type { AnyDocument, StoredForm } from '#shared/kind-definition';
import { limits } from '#shared/limits';
import { parentIdOf } from './workspace-state.ts';

/**
 * Whether putting a document under `place.parentId` would make a cycle or a sixth level (R8). A missing parent
 * breaks nothing: the reference is kept and shown as the top level.
 */
export function wouldBreakTree(of: {
  document: AnyDocument;
  place: GroupValue;
  read: (id: string) => StoredForm | undefined;
  childIds: (id: string) => Iterable<string>;
}): boolean {
  const { document, place, read, childIds } = of;
  const parentId = place['parentId'];
  if (typeof parentId !== 'string') return false;
  const depth = depthBelowTop(parentId, { untilId: document.id, read });
  if (depth === 'cycle') return true;
  return (
    depth + 1 + height(document.id, childIds, limits.subtaskDepthMax + 1) > limits.subtaskDepthMax
  );
}

/** How many ancestors a task has; `cycle` when `untilId` is among it and them, or when they run in a circle. */
function depthBelowTop(
  startId: string,
  of: { untilId: string; read: (id: string) => StoredForm | undefined },
): number | 'cycle' {
  let depth = 0;
  let id = startId;
  while (depth <= limits.subtaskDepthMax) {
    if (id === of.untilId) return 'cycle';
    const parentId = parentIdOf(of.read(id));
    if (parentId === null) return depth;
    id = parentId;
    depth += 1;
  }
  return depth;
}

/** How many levels hang below a task, at most `bound`. */
function height(id: string, childIds: (id: string) => Iterable<string>, bound: number): number {
  if (bound === 0) return 0;
  let highest = 0;
  for (const childId of childIds(id))
    highest = Math.max(highest, 1 + height(childId, childIds, bound - 1));
  return highest;
}
