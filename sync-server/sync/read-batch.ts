import { groupByName, kindByName } from '#shared/document-kinds';
import { limits } from '#shared/limits';
import { type InputError, jsonPointer, parse } from '#shared/parse';
import {
  type Batch,
  batchSchema,
  type Change,
  isCreation,
  type PushRequest,
  type RefusalCode,
} from '#shared/push-message';

/** A batch as judged on its own: fit to be merged, or refused with the reason and where. Both go into the log (R4). */
export type ReadBatch =
  | { name: 'fit'; batch: Batch }
  | { name: 'unfit'; n: number; stamp: string; code: RefusalCode; pointer: string };

/** By what a batch is known, fit or not. */
export function identityOf(batch: ReadBatch): { n: number; stamp: string } {
  return batch.name === 'fit' ? batch.batch : batch;
}

/**
 * Reads one batch of a push. Its identity (n, v, stamp) has been read with the envelope; whatever else is wrong
 * refuses this batch alone, so that a bad batch among good ones blocks nothing.
 */
export function readBatch(input: PushRequest['batches'][number]): ReadBatch {
  const { n, stamp } = input;
  const unfit = (code: RefusalCode, pointer: string): ReadBatch => {
    return { name: 'unfit', n, stamp, code, pointer };
  };
  if (isTooLarge(input)) return unfit('limit', '');
  if (Array.isArray(input['changes']) && input['changes'].length > limits.batchMaxChanges) {
    return unfit('limit', '/changes');
  }
  const parsed = parse(batchSchema, input);
  if (!parsed.ok) return unfit('invalid', firstPointer(parsed.errors));
  const error = firstChangeError(parsed.value.changes);
  return error === undefined ? { name: 'fit', batch: parsed.value } : unfit('invalid', error);
}

/** What is wrong with changes that have the right shape: kinds, groups and values; pointers start at `/changes`. */
export function changeErrors(changes: readonly Change[]): InputError[] {
  const seen = new Set<string>();
  return changes.flatMap((change, index) => {
    const path = ['changes', index];
    const key = isCreation(change) ? change.id : `${change.id} ${change.group}`;
    if (seen.has(key)) return [{ pointer: jsonPointer(path), code: 'repeated' }];
    seen.add(key);
    return valueErrors(change).map(({ pointer, code }) => {
      return { pointer: jsonPointer(path) + pointer, code };
    });
  });
}

/** Over 256 KiB as JSON, or nested so deep that it cannot be written at all. */
function isTooLarge(input: unknown): boolean {
  try {
    return Buffer.byteLength(JSON.stringify(input)) > limits.batchMaxBytes;
  } catch (error) {
    if (error instanceof RangeError) return true;
    throw error;
  }
}

function firstChangeError(changes: readonly Change[]): string | undefined {
  return changeErrors(changes)[0]?.pointer;
}

function valueErrors(change: Change): InputError[] {
  const kind = kindByName(change.kind);
  if (kind === undefined) return [{ pointer: '/kind', code: 'value' }];
  if (isCreation(change)) return prefixed(parse(kind.create, change.create), '/create');
  const named = groupByName(kind, change.group);
  if (named === undefined) return [{ pointer: '/group', code: 'value' }];
  const schema = named.name === 'fields' ? named.group.value : named.set.value;
  return prefixed(parse(schema, change.value), '/value');
}

function prefixed(parsed: ReturnType<typeof parse>, prefix: string): InputError[] {
  if (parsed.ok) return [];
  return parsed.errors.map(({ pointer, code }) => ({ pointer: prefix + pointer, code }));
}

function firstPointer(errors: readonly InputError[]): string {
  return errors[0]?.pointer ?? '';
}
