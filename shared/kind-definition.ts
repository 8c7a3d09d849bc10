import * as z from 'zod/mini';
import type { HeldStamp } from './stamp.ts';

/** Fields that only make sense together and so change, win and lose together. */
export interface FieldGroup {
  fields: readonly string[];
  /** The value of a change: any of the group's fields, at least one; `null` clears where the field allows it. */
  value: z.core.$ZodType;
  /** Fields whose difference alone is not worth a conflict document (R5). */
  quietFields: readonly string[];
  /** Who may write it in a batch: people by their role, or only the server's own commands. */
  writer: 'person' | 'server';
}

/** A set: one field group per element, shown in the document as the map `map` from element id to its value. */
export interface SetGroup {
  map: string;
  /** `flag`: value `{present}`, held as `true`. `record`: the value itself is held. */
  holds: 'flag' | 'record';
  /** What an element's value consists of; a record that lacks one of them is not an element yet. */
  fields: readonly string[];
  value: z.core.$ZodType;
  maxElements: number;
}

/** Everything generic code needs to know of a kind. */
export interface KindDefinition {
  kind: string;
  /** The `create` of a creation; fields left out take `defaults`. */
  create: z.core.$ZodType;
  defaults: Readonly<Record<string, unknown>>;
  groups: Readonly<Record<string, FieldGroup>>;
  /** Set groups by the part of the group name before the slash: `label` of `label/<labelId>`. */
  sets: Readonly<Record<string, SetGroup>>;
  writer: 'person' | 'server';
}

/** A document as pulled, stored and shown: common part, then the fields of its kind (design §8). */
export interface AnyDocument {
  kind: string;
  id: string;
  workspaceId: string;
  seq: number;
  stamps: Record<string, HeldStamp>;
  [field: string]: unknown;
}

/** What remains of a purged document. */
export interface PurgedDocument {
  kind: string;
  id: string;
  workspaceId: string;
  seq: number;
  purged: true;
}

/** Either form in which a document travels. */
export type StoredForm = AnyDocument | PurgedDocument;

/** Whether only the tombstone is left. */
export function isPurged(document: StoredForm): document is PurgedDocument {
  return 'purged' in document && document.purged === true;
}

type Shape = Readonly<Record<string, z.ZodMiniType>>;

/** Builds a field group from the kind's field schemas: the change's value names any of them, at least one. */
export function fieldGroup(
  shape: Shape,
  options: { quietFields?: readonly string[]; writer?: 'person' | 'server' } = {},
): FieldGroup {
  return {
    fields: Object.keys(shape),
    value: z.partial(z.strictObject(shape)).check(z.refine(namesAField, 'empty')),
    quietFields: options.quietFields ?? [],
    writer: options.writer ?? 'person',
  };
}

/** A set of flags, such as labels or assignees: each element is a group `{present}`. */
export function flagSet({ map, maxElements }: { map: string; maxElements: number }): SetGroup {
  return {
    map,
    holds: 'flag',
    fields: ['present'],
    value: z.strictObject({ present: z.boolean() }),
    maxElements,
  };
}

/** A set of records, such as the sections of a project. */
export function recordSet(
  shape: Shape,
  { map, maxElements }: { map: string; maxElements: number },
): SetGroup {
  return {
    map,
    holds: 'record',
    fields: Object.keys(shape),
    value: z.partial(z.strictObject(shape)).check(z.refine(namesAField, 'empty')),
    maxElements,
  };
}

function namesAField(value: object): boolean {
  return Object.keys(value).length > 0;
}
