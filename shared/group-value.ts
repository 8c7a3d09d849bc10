import { groupByName, kindByName, type NamedGroup } from './document-kinds.ts';
import type { AnyDocument } from './kind-definition.ts';
import type { HeldStamp } from './stamp.ts';

/** The value of one field group: field name → value. An element of a flag set is `{present}`. */
export type GroupValue = Record<string, unknown>;

/** The group a change names on a kind, or `undefined` if this build knows no such group. */
export function namedGroup(kind: string, group: string): NamedGroup | undefined {
  const definition = kindByName(kind);
  return definition === undefined ? undefined : groupByName(definition, group);
}

/** What a document holds for a group; an absent record of a set is the empty value. */
export function heldValue(document: AnyDocument, named: NamedGroup): GroupValue {
  if (named.name === 'fields') {
    return Object.fromEntries(named.group.fields.map((field) => [field, document[field] ?? null]));
  }
  const element = readMap(document, named.set.map)[named.elementId];
  if (named.set.holds === 'flag') return { present: element === true };
  return isRecord(element) ? element : {};
}

/** The stamp a document holds for a group: its own, else that of the creation. */
export function heldStamp(document: AnyDocument, group: string): HeldStamp {
  return document.stamps[group] ?? document.stamps['*'] ?? '';
}

/** The document with a group set to `value` (fields not named keep what is held, R13) under `stamp`. */
export function withGroup(
  document: AnyDocument,
  set: { group: string; named: NamedGroup; value: GroupValue; stamp: HeldStamp },
): AnyDocument {
  const stamps = { ...document.stamps, [set.group]: set.stamp };
  if (set.named.name === 'fields') return { ...document, ...set.value, stamps };
  const { set: setGroup, elementId } = set.named;
  const { [elementId]: held, ...others } = readMap(document, setGroup.map);
  if (setGroup.holds === 'record') {
    const element = { ...(isRecord(held) ? held : {}), ...set.value };
    return { ...document, [setGroup.map]: { ...others, [elementId]: element }, stamps };
  }
  const map = set.value['present'] === true ? { ...others, [elementId]: true } : others;
  return { ...document, [setGroup.map]: map, stamps };
}

/** Whether every field that `value` names is held as it says; `except` are fields that do not count. */
export function holdsValue(
  held: GroupValue,
  value: GroupValue,
  except: readonly string[] = [],
): boolean {
  return Object.keys(value).every(
    (field) => except.includes(field) || sameJson(held[field] ?? null, value[field] ?? null),
  );
}

/** Whether two JSON values are the same, whatever the order of their keys. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
    return a.every((item, index) => sameJson(item, b[index]));
  }
  if (!isRecord(a) || !isRecord(b)) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => Object.hasOwn(b, key) && sameJson(a[key], b[key]));
}

function readMap(document: AnyDocument, map: string): Record<string, unknown> {
  const held = document[map];
  return isRecord(held) ? held : {};
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
