import type { GroupValue } from '#shared/group-value';
import { type FieldChange, isCreation } from '#shared/push-message';
import type { HeldStamp } from '#shared/stamp';
import { isEmptyInverse } from './inverse-changes.ts';
import type { OutboxRow, UndoMark } from './local-tables.ts';

/** The changes that undo an action, and which older value each of them puts back. */
export interface UndoPlan {
  changes: readonly FieldChange[];
  standsFor: UndoMark['standsFor'];
}

/**
 * How to undo an action, given all its batches in order: each change applies only if nobody changed the group since
 * (A3), so its base is the stamp of the last batch that set it, or what `resolveBase` says stands for that now.
 * `now` becomes the time of trashing.
 */
export function planUndo(
  rows: readonly OutboxRow[],
  { now, resolveBase }: { now: string; resolveBase: ResolveBase },
): UndoPlan {
  const created = new Set(
    rows.flatMap(({ batch }) => batch.changes.filter(isCreation).map(({ id }) => id)),
  );
  const changes = new Map<string, FieldChange>();
  const standsFor: Record<string, HeldStamp> = {};
  for (const { inverse, batch } of rows) {
    for (const { kind, id, group, value, held, base } of inverse) {
      // A document that the action made goes to the trash as a whole.
      if (created.has(id) && group !== 'trash') continue;
      if (isEmptyInverse({ value })) continue;
      const key = `${id}/${group}`;
      // The earliest inverse knows the value from before the action, the latest batch is what is held now.
      const earliest = changes.get(key)?.value ?? trashedNow(group, value, now);
      standsFor[key] ??= held;
      const resolved = resolveBase({ id, group, base: base ?? batch.stamp });
      changes.delete(key);
      changes.set(key, { kind, id, group, value: earliest, base: resolved, ifBase: true });
    }
  }
  return { changes: [...changes.values()].toReversed(), standsFor };
}

/** The stamp under which a group holds the value that `base` once gave it. */
export type ResolveBase = (of: { id: string; group: string; base: HeldStamp }) => HeldStamp;

function trashedNow(group: string, value: GroupValue, now: string): GroupValue {
  return group === 'trash' && value['trashedAt'] !== null ? { ...value, trashedAt: now } : value;
}
