import type { AnyDocument } from '#shared/kind-definition';
import { isCreation } from '#shared/push-message';
import { baseMatches, type HeldStamp } from '#shared/stamp';
import type { OutboxRow } from './local-tables.ts';

/** What the batches of a move have last put into a group of a copy; undefined where they did not make the copy. */
export type LastSet = (
  copyId: string,
  group: string,
) => { stamp: HeldStamp; notes: string | undefined } | undefined;

/** Looks that up in the batches of a move; `copies` are as they are held now, by their ids. */
export function lastSetIn(
  rows: readonly OutboxRow[],
  copies: ReadonlyMap<string, AnyDocument>,
): LastSet {
  const last = new Map<string, { stamp: HeldStamp; notes: string | undefined }>();
  for (const { batch } of rows) {
    for (const change of batch.changes) {
      const { notes } = isCreation(change) ? { notes: '', ...change.create } : change.value;
      const set = { stamp: batch.stamp, notes: typeof notes === 'string' ? notes : undefined };
      last.set(`${change.id}/${isCreation(change) ? '*' : change.group}`, set);
    }
  }
  return (copyId, group) => {
    const made = last.get(`${copyId}/*`);
    const held = copies.get(copyId)?.stamps['*'];
    if (made === undefined || held === undefined || !baseMatches(held, made.stamp))
      return undefined;
    return last.get(`${copyId}/${group}`) ?? made;
  };
}
