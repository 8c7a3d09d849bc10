import * as z from 'zod/mini';
import { boundedText, instant, orderKey, paletteColor, uuid } from './fields.ts';
import { type AnyDocument, fieldGroup, type KindDefinition } from './kind-definition.ts';
import { limits } from './limits.ts';

const name = { name: boundedText({ min: 1, max: limits.nameMaxLength }) };
const query = { query: boundedText({ min: 1, max: limits.filterQueryMaxLength }) };
const look = { color: paletteColor };
const place = { orderKey };
const trash = { trashedAt: z.nullable(instant), movedTo: z.nullable(uuid) };

const creation = z.strictObject({
  ...name,
  ...query,
  ...z.partial(z.strictObject({ ...look, ...place, createdAt: instant })).shape,
});

const allFields = z.object({
  ...name,
  ...query,
  ...look,
  ...place,
  ...trash,
  createdAt: instant,
  createdBy: uuid,
});

/** A saved filter as stored and shown. */
export type SavedFilter = AnyDocument & z.infer<typeof allFields> & { kind: 'saved-filter' };

/**
 * The kind `saved-filter`: a view of tasks by a query. The query is kept as it was typed, also one that this build
 * cannot read, so that a newer language survives an older device (R13).
 */
export const savedFilterKind: KindDefinition = {
  kind: 'saved-filter',
  writer: 'person',
  create: creation,
  defaults: { color: 'gray', orderKey: 'a0', trashedAt: null, movedTo: null },
  groups: {
    name: fieldGroup(name),
    query: fieldGroup(query),
    look: fieldGroup(look),
    place: fieldGroup(place, { quietFields: ['orderKey'] }),
    trash: fieldGroup(trash),
  },
  sets: {},
};
