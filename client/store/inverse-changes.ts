import { kindByName, type NamedGroup } from '#shared/document-kinds';
import { type GroupValue, heldStamp, heldValue, holdsValue, namedGroup } from '#shared/group-value';
import type { AnyDocument } from '#shared/kind-definition';
import { type Change, type Creation, type FieldChange, isCreation } from '#shared/push-message';
import type { Inverse } from './local-tables.ts';

/**
 * What takes each change back, from what is shown before it is made: the values held for the fields it names, and
 * the trash for a creation. That of a change which alters nothing names no field: it only tells whose stamp was replaced.
 */
export function inverseChanges(
  changes: readonly Change[],
  current: (id: string) => AnyDocument | undefined,
): Inverse[] {
  return changes.flatMap((change) => {
    const document = current(change.id);
    if (isCreation(change)) return document === undefined ? inverseOfCreation(change) : [];
    return document === undefined ? [] : inverseOfField(change, document);
  });
}

/** Whether there is nothing to put back: the change had set what was held. */
export function isEmptyInverse({ value }: Pick<Inverse, 'value'>): boolean {
  return Object.keys(value).length === 0;
}

function inverseOfCreation({ kind, id }: Creation): Inverse[] {
  if (kindByName(kind)?.groups['trash'] === undefined) return [];
  return [{ kind, id, group: 'trash', value: { trashedAt: '', movedTo: null }, held: '' }];
}

function inverseOfField(change: FieldChange, document: AnyDocument): Inverse[] {
  const { kind, id, group } = change;
  const named = namedGroup(kind, group);
  if (named === undefined) return [];
  const held = heldValue(document, named);
  const stamp = heldStamp(document, group);
  if (holdsValue(held, change.value)) return [{ kind, id, group, value: {}, held: stamp }];
  if (isNewRecord(named, held)) return inverseOfRecord(change, document);
  const names = Object.keys(change.value);
  const value = Object.fromEntries(
    names.flatMap((name) => (held[name] === undefined ? [] : [[name, held[name]]])),
  );
  return [{ kind, id, group, value, held: stamp }];
}

function isNewRecord(named: NamedGroup, held: GroupValue): boolean {
  return named.name === 'element' && named.set.holds === 'record' && Object.keys(held).length === 0;
}

/** A record such as a section cannot be unmade: it is marked as gone by the flag set beside it. */
function inverseOfRecord({ kind, id, group }: FieldChange, document: AnyDocument): Inverse[] {
  const goneGroup = group.replace('/', 'Gone/');
  if (namedGroup(kind, goneGroup) === undefined) return [];
  const base = heldStamp(document, goneGroup);
  return [{ kind, id, group: goneGroup, value: { present: true }, held: base, base }];
}
