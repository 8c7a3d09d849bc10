import * as z from 'zod/mini';
import { boundedText, instant, orderKey, paletteColor, uuid } from './fields.ts';
import {
  type AnyDocument,
  fieldGroup,
  flagSet,
  type KindDefinition,
  recordSet,
} from './kind-definition.ts';
import { limits } from './limits.ts';

const name = { name: boundedText({ min: 1, max: limits.nameMaxLength }) };
const look = {
  color: paletteColor,
  icon: z.nullable(z.string().check(z.regex(/^[a-z][a-z0-9-]*$/), z.maxLength(40))),
};
const place = { orderKey };
const archive = { archivedAt: z.nullable(instant) };
const trash = { trashedAt: z.nullable(instant), movedTo: z.nullable(uuid) };
const section = { ...name, orderKey };

const creation = z.strictObject({
  ...name,
  ...z.partial(
    z.strictObject({
      ...look,
      ...place,
      createdAt: instant,
      sections: z
        .record(uuid, z.strictObject(section))
        .check(
          z.refine((map) => Object.keys(map).length <= limits.sectionsPerProjectMax, 'too_big'),
        ),
    }),
  ).shape,
});

/** The fields of a new project. */
export type ProjectCreation = z.infer<typeof creation>;

const allFields = z.object({
  ...name,
  ...look,
  ...place,
  ...archive,
  ...trash,
  createdAt: instant,
  createdBy: uuid,
  sections: z.record(uuid, z.object(section)),
  sectionsGone: z.record(uuid, z.literal(true)),
});

/** A project as stored and shown; a section in `sectionsGone` is not shown, whatever its row says. */
export type Project = AnyDocument & z.infer<typeof allFields> & { kind: 'project' };

/** The kind `project`: a list of tasks with sections (design §8). */
export const projectKind: KindDefinition = {
  kind: 'project',
  writer: 'person',
  create: creation,
  defaults: {
    color: 'gray',
    icon: null,
    orderKey: 'a0',
    archivedAt: null,
    trashedAt: null,
    movedTo: null,
    sections: {},
    sectionsGone: {},
  },
  groups: {
    name: fieldGroup(name),
    look: fieldGroup(look),
    place: fieldGroup(place, { quietFields: ['orderKey'] }),
    archive: fieldGroup(archive),
    trash: fieldGroup(trash),
  },
  sets: {
    section: recordSet(section, { map: 'sections', maxElements: limits.sectionsPerProjectMax }),
    sectionGone: flagSet({ map: 'sectionsGone', maxElements: limits.sectionsPerProjectMax }),
  },
};
