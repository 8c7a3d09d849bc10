import * as z from 'zod/mini';
import { boundedText, instant, orderKey, paletteColor, uuid } from './fields.ts';
import { type AnyDocument, fieldGroup, type KindDefinition } from './kind-definition.ts';
import { limits } from './limits.ts';

const name = { name: boundedText({ min: 1, max: limits.nameMaxLength }) };
const look = { color: paletteColor };
const place = { orderKey };
const trash = { trashedAt: z.nullable(instant), movedTo: z.nullable(uuid) };

const creation = z.strictObject({
  ...name,
  ...z.partial(z.strictObject({ ...look, ...place, createdAt: instant })).shape,
});

const allFields = z.object({
  ...name,
  ...look,
  ...place,
  ...trash,
  createdAt: instant,
  createdBy: uuid,
});

/** A label as stored and shown. */
export type Label = AnyDocument & z.infer<typeof allFields> & { kind: 'label' };

/** The kind `label`: a word that tasks of any project can carry. */
export const labelKind: KindDefinition = {
  kind: 'label',
  writer: 'person',
  create: creation,
  defaults: { color: 'gray', orderKey: 'a0', trashedAt: null, movedTo: null },
  groups: {
    name: fieldGroup(name),
    look: fieldGroup(look),
    place: fieldGroup(place, { quietFields: ['orderKey'] }),
    trash: fieldGroup(trash),
  },
  sets: {},
};
