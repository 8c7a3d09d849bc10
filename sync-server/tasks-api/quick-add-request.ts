import * as z from 'zod/mini';
import { ApiError } from '#shared/api-error';
import { arabicGrammar } from '#shared/arabic-grammar';
import { timeZone } from '#shared/fields';
import { derivedId, type RandomBytes } from '#shared/ids';
import type { AnyDocument } from '#shared/kind-definition';
import { limits } from '#shared/limits';
import { newDocumentId } from '#shared/new-ids';
import { parse } from '#shared/parse';
import { projectKind } from '#shared/project';
import type { Creation } from '#shared/push-message';
import { parseQuickAdd } from '#shared/quick-add';
import { type QuickAddFields, quickAddFields } from '#shared/quick-add-fields';
import type { Named, NamedProject } from '#shared/quick-add-token';
import { labelKind } from '#shared/label';
import { memberKind } from '#shared/workspace';
import type { FreshDocuments } from '../workspaces/fresh-documents.ts';
import type { TaskFieldsInput } from './task-patch.ts';

/** A task as one line, and the labels that it names for the first time. */
export interface ReadLine {
  fields: TaskFieldsInput;
  labels: readonly Creation[];
}

const lineSchema = z.strictObject({
  quickAdd: z.string().check(z.minLength(1), z.maxLength(limits.titleMaxLength)),
  timeZone: z.optional(timeZone),
});
const namedSchema = z.object({
  id: z.string(),
  name: z.string(),
  trashedAt: z.optional(z.nullable(z.string())),
  archivedAt: z.optional(z.nullable(z.string())),
});
const sectionsSchema = z.object({
  sections: z.record(z.string(), z.object({ name: z.string() })),
  sectionsGone: z.record(z.string(), z.literal(true)),
});
const memberSchema = z.object({
  userId: z.string(),
  name: z.string(),
  role: z.nullable(z.string()),
});

/**
 * Reads `quickAdd` as the app reads the line of a new task; days are those of `timeZone`, else of UTC. Fields that the
 * request names beside it win. Dates such as "4/12", which mean two days, stay text. Throws ApiError `invalid` with a
 * pointer to `quickAdd` for a line without a title, and to `timeZone` for a zone that is none.
 */
export async function readQuickAdd(
  documents: FreshDocuments,
  of: {
    workspaceId: string;
    fields: TaskFieldsInput;
    nowMs: number;
    random: RandomBytes;
    /** Makes the ids of labels the same whenever the request is repeated. */
    repeatKey: string | undefined;
  },
): Promise<ReadLine> {
  const { workspaceId, nowMs } = of;
  const { quickAdd: line, timeZone: zone, ...named } = of.fields;
  const checked = parse(
    lineSchema,
    zone === undefined ? { quickAdd: line } : { quickAdd: line, timeZone: zone },
  );
  if (!checked.ok) throw new ApiError('invalid', { errors: checked.errors });
  const text = checked.value.quickAdd;
  const wall = wallClock(nowMs, checked.value.timeZone ?? 'UTC');
  const names = await readNames(documents, workspaceId);
  const context = { ...wall, ...names, grammars: [arabicGrammar] };
  const { title, tokens } = parseQuickAdd(text, context);
  if (title === '') throw invalid('/quickAdd', 'no_title');
  const read = quickAddFields(tokens, context);
  const labels = read.newLabels.map((name): Creation => {
    const id =
      of.repeatKey === undefined
        ? newDocumentId({ nowMs, random: of.random })
        : derivedId('rest-label', workspaceId, of.repeatKey, name.toLowerCase());
    return { kind: labelKind.kind, id, create: { name } };
  });
  return { fields: { ...fieldsOf(title, read, labels), ...named }, labels };
}

function fieldsOf(
  title: string,
  read: QuickAddFields,
  labels: readonly Creation[],
): TaskFieldsInput {
  const { schedule, priority, estimateMinutes, reminders, projectId, sectionId } = read;
  const flags = (ids: readonly string[]) => Object.fromEntries(ids.map((id) => [id, true]));
  const labelIds = [...read.labelIds, ...labels.map(({ id }) => id)];
  return {
    title,
    ...schedule,
    ...(priority === undefined ? {} : { priority }),
    ...(estimateMinutes === undefined ? {} : { estimateMinutes }),
    ...(reminders === undefined ? {} : { reminders }),
    ...(projectId === undefined ? {} : { projectId, sectionId: sectionId ?? null }),
    ...(labelIds.length === 0 ? {} : { labels: flags(labelIds) }),
    ...(read.assigneeIds.length === 0 ? {} : { assignees: flags(read.assigneeIds) }),
  };
}

/** Date and time on the wall of a zone. */
function wallClock(nowMs: number, zone: string) {
  try {
    const format = new Intl.DateTimeFormat('sv-SE', {
      timeZone: zone,
      dateStyle: 'short',
      timeStyle: 'short',
    });
    const [today = '', now = ''] = format.format(nowMs).split(' ');
    return { today, now, timeZone: zone };
  } catch {
    throw invalid('/timeZone', 'time_zone');
  }
}

async function readNames(documents: FreshDocuments, workspaceId: string) {
  const [projects, labels, members] = await Promise.all(
    [projectKind, labelKind, memberKind].map(({ kind }) => readAll(documents, workspaceId, kind)),
  );
  return {
    projects: (projects ?? []).flatMap(namedProject),
    labels: (labels ?? []).flatMap(namedThing),
    people: (members ?? []).flatMap(namedPerson),
  };
}

async function readAll(
  documents: FreshDocuments,
  workspaceId: string,
  kind: string,
): Promise<AnyDocument[]> {
  const all: AnyDocument[] = [];
  for await (const document of documents.list({ workspaceId, kind, afterId: '' }))
    all.push(document);
  return all;
}

/** What is in the trash or put away has no name here. */
function namedThing(document: AnyDocument): Named[] {
  const read = parse(namedSchema, document);
  if (!read.ok) return [];
  const { id, name, trashedAt = null, archivedAt = null } = read.value;
  return trashedAt === null && archivedAt === null ? [{ id, name }] : [];
}

function namedProject(document: AnyDocument): NamedProject[] {
  const read = parse(sectionsSchema, document);
  const sections = read.ok
    ? Object.entries(read.value.sections)
        .filter(([id]) => read.value.sectionsGone[id] !== true)
        .map(([id, { name }]) => ({ id, name }))
    : [];
  return namedThing(document).map((project) => ({ ...project, sections }));
}

function namedPerson(document: AnyDocument): Named[] {
  const read = parse(memberSchema, document);
  if (!read.ok || read.value.role === null || read.value.name === '') return [];
  return [{ id: read.value.userId, name: read.value.name }];
}

function invalid(pointer: string, code: string): ApiError {
  return new ApiError('invalid', { errors: [{ pointer, code }] });
}
