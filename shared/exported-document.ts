import * as z from 'zod/mini';
import { kindByName } from './document-kinds.ts';
import { uuid } from './fields.ts';
import { type GroupValue, sameJson } from './group-value.ts';
import { derivedId } from './ids.ts';
import type { GroupSetting } from './import-plan.ts';
import type { ImportRows } from './import-rows.ts';
import type { Creation } from './push-message.ts';

/** One document of an export as it will be made again. */
export interface ImportedDocument {
  line: number;
  creation: Creation;
  settings: GroupSetting[];
}

/** Where a document goes, and where to tell of it. */
interface Destination {
  workspaceId: string;
  isSameWorkspace: boolean;
  line: number;
  rows: ImportRows;
}

/** The kinds that an import makes: what people write themselves. */
export const importedKinds: readonly string[] = [
  'task',
  'project',
  'label',
  'comment',
  'saved-filter',
];
/** What a server or device keeps beside the fields of a kind; never taken from a file. */
const systemFields = new Set(['kind', 'id', 'workspaceId', 'seq', 'stamps', 'createdBy']);
/** Fields with a group of their own that no creation can carry. */
const settingFields = new Set(['trashedAt', 'movedTo', 'archivedAt', 'sectionsGone']);
const referenceFields: readonly string[] = ['projectId', 'parentId', 'sectionId', 'taskId'];
const referenceMaps: readonly string[] = ['labels', 'sections'];

const documentShape = z.looseObject({ kind: z.string(), id: uuid });

/** Reads one entry of `documents`; undefined if nothing of it is imported, which has then been told. */
export function readExportedDocument(
  input: unknown,
  into: Destination,
): ImportedDocument | undefined {
  const { line, rows } = into;
  const parsed = z.safeParse(documentShape, input);
  if (!parsed.success) {
    rows.fail(line, 'document_invalid', JSON.stringify(input));
    return undefined;
  }
  const document = parsed.data;
  if (!importedKinds.includes(document.kind)) {
    rows.tell(line, 'kind_left_out', document.kind);
    return undefined;
  }
  const { kind } = document;
  const id = newIdOf(document.id, into);
  return {
    line,
    creation: { kind, id, create: creationFields(document, into) },
    settings: settingsOf(document).map((setting) => ({ kind, id, ...setting })),
  };
}

function creationFields(document: z.infer<typeof documentShape>, into: Destination): GroupValue {
  const definition = kindByName(document.kind);
  const create: GroupValue = {};
  for (const [field, value] of Object.entries(document)) {
    if (systemFields.has(field) || settingFields.has(field)) continue;
    if (sameJson(value, definition?.defaults[field])) continue;
    if (!isFieldOf(definition, field)) {
      into.rows.tell(into.line, 'unknown_field', field);
    } else if (field === 'assignees' && !into.isSameWorkspace) {
      if (isRecord(value) && Object.keys(value).length > 0) {
        into.rows.tell(into.line, 'assignees_left_out', Object.keys(value).join(', '));
      }
    } else {
      create[field] = withNewIds(
        field,
        field === 'sections' ? openSections(document) : value,
        into,
      );
    }
  }
  return create;
}

/** Sections without those that were removed: their rows stay in the document only for who still writes to them. */
function openSections({ sections, sectionsGone }: z.infer<typeof documentShape>): unknown {
  if (!isRecord(sections) || !isRecord(sectionsGone)) return sections;
  return Object.fromEntries(Object.entries(sections).filter(([id]) => sectionsGone[id] !== true));
}

function isFieldOf(definition: ReturnType<typeof kindByName>, field: string): boolean {
  if (definition === undefined) return false;
  if (field === 'createdAt' || Object.hasOwn(definition.defaults, field)) return true;
  return Object.values(definition.groups).some((group) => group.fields.includes(field));
}

function withNewIds(field: string, value: unknown, into: Destination): unknown {
  if (into.isSameWorkspace) return value;
  if (referenceFields.includes(field) && typeof value === 'string') return newIdOf(value, into);
  if (!referenceMaps.includes(field) || !isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([id, element]) => [newIdOf(id, into), element]),
  );
}

function newIdOf(id: string, { workspaceId, isSameWorkspace }: Destination): string {
  return isSameWorkspace ? id : derivedId('import', workspaceId, id);
}

/** What was in the trash or archived comes back as such; where it had moved to means nothing here. */
function settingsOf(document: z.infer<typeof documentShape>) {
  const { trashedAt, archivedAt } = document;
  return [
    ...(typeof trashedAt === 'string' ? [{ group: 'trash', value: { trashedAt } }] : []),
    ...(typeof archivedAt === 'string' ? [{ group: 'archive', value: { archivedAt } }] : []),
  ];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
