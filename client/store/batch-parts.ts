import { limits } from '#shared/limits';
import type { Change } from '#shared/push-message';

/** Room left for what is around the changes of a batch: n, stamp, action. */
const batchHeadBytes = 1024;

/** Changes in their order, in as few parts as fit into one batch each. */
export function batchParts<T extends Change>(changes: readonly T[]): T[][] {
  const parts: T[][] = [];
  let bytes = 0;
  for (const change of changes) {
    const changeBytes = new TextEncoder().encode(JSON.stringify(change)).length + 1;
    const part = parts.at(-1);
    const isFull =
      part === undefined ||
      part.length >= limits.batchMaxChanges ||
      bytes + changeBytes > limits.batchMaxBytes - batchHeadBytes;
    if (isFull) {
      parts.push([change]);
      bytes = changeBytes;
    } else {
      part.push(change);
      bytes += changeBytes;
    }
  }
  return parts;
}
