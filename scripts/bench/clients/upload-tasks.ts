import type { TaskflowDevice } from '#scripts/bench/clients/taskflow-device';
import { limits } from '#shared/limits';
import type { Batch, Creation } from '#shared/push-message';

/** Room left in a push and in a batch for everything but the changes. */
const envelopeBytes = 1024;

/** Creations as batches of the largest size, and those as pushes of the largest size, as an import sends them. */
export function planUpload(device: TaskflowDevice, creations: readonly Creation[]): Batch[][] {
  const sized = creations.map((change) => ({ item: change, bytes: byteLength(change) }));
  const batches = cut(sized, limits.batchMaxChanges, limits.batchMaxBytes - envelopeBytes).map(
    (changes) => device.batch(changes),
  );
  const sizedBatches = batches.map((batch) => ({ item: batch, bytes: byteLength(batch) }));
  return cut(sizedBatches, limits.pushMaxBatches, limits.pushMaxBytes - envelopeBytes);
}

/** Pushes a plan, one push in flight. */
export async function upload(device: TaskflowDevice, pushes: readonly Batch[][]): Promise<void> {
  for (const batches of pushes) await device.push(batches);
}

function cut<T>(
  items: readonly { item: T; bytes: number }[],
  maxCount: number,
  maxBytes: number,
): T[][] {
  const pieces: T[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const { item, bytes: size } of items) {
    const piece = pieces.at(-1);
    if (piece && piece.length < maxCount && bytes + size < maxBytes) {
      piece.push(item);
      bytes += size + 1;
    } else {
      pieces.push([item]);
      bytes = size;
    }
  }
  return pieces;
}

function byteLength(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}
