import * as z from 'zod/mini';
import { uuid } from '#shared/fields';
import { heldStamp } from '#shared/group-value';
import type { FieldGroup, SetGroup } from '#shared/kind-definition';
import { type InputError, jsonPointer, parse } from '#shared/parse';
import type { FieldChange } from '#shared/push-message';
import { type Task, taskKind } from '#shared/task';

/** Flat fields of a task as a program sends them: field → value. */
export type TaskFieldsInput = Readonly<Record<string, unknown>>;

/** Changes to one task, or everything that is wrong with the request. */
export type PatchVerdict =
  | { name: 'changes'; changes: FieldChange[] }
  | { name: 'invalid'; errors: InputError[] };

const groupByField = new Map<string, string>(
  Object.entries(taskKind.groups).flatMap(([name, group]) =>
    group.fields.map((field) => [field, name] as const),
  ),
);
const setByMap = new Map<string, { name: string; set: SetGroup }>(
  Object.entries(taskKind.sets).map(([name, set]) => [set.map, { name, set }]),
);
/** Written by commands of their own, or by nobody. */
const closedFields: ReadonlySet<string> = new Set(['movedTo']);

/**
 * Turns flat fields into changes of field groups on what is held now: the base of each is the stamp held, so that an
 * edit made meanwhile wins or loses by the same rules as between two devices (R5). `labels` and `assignees` name the
 * whole set. Fields that follow from others are filled in (see `followingFields`).
 */
export function patchTask(task: Task, patch: TaskFieldsInput, nowMs: number): PatchVerdict {
  const names = Object.keys(patch);
  if (names.length === 0) return { name: 'invalid', errors: [{ pointer: '', code: 'empty' }] };
  const unknown = names.filter((field) => !isKnown(field));
  const groups = groupFields({ ...followingFields(patch, nowMs), ...patch });
  const errors = [
    ...unknown.map((field) => ({ pointer: jsonPointer([field]), code: 'unknown_field' })),
    ...[...groups].flatMap(([name, value]) => groupErrors(taskKind.groups[name], value)),
    ...names.flatMap((field) => setErrors(field, patch[field])),
  ];
  if (errors.length > 0) return { name: 'invalid', errors };
  const changes = [
    ...[...groups].map(([group, value]) => changeGroup(task, group, value)),
    ...names.flatMap((field) => setChanges(task, field, patch[field])),
  ];
  return { name: 'changes', changes };
}

/**
 * Fields that a person's device would set along: the time of completion with the status, and no section or parent of
 * the project that a task leaves. What the request names itself stands.
 */
export function followingFields(fields: TaskFieldsInput, nowMs: number): TaskFieldsInput {
  const following: Record<string, unknown> = {};
  if ('status' in fields) {
    const isClosed = fields['status'] === 'done' || fields['status'] === 'cancelled';
    following['completedAt'] = isClosed ? new Date(nowMs).toISOString() : null;
  }
  if ('projectId' in fields) Object.assign(following, { sectionId: null, parentId: null });
  return following;
}

function isKnown(field: string): boolean {
  return (groupByField.has(field) && !closedFields.has(field)) || setByMap.has(field);
}

function groupFields(fields: TaskFieldsInput): Map<string, Record<string, unknown>> {
  const groups = new Map<string, Record<string, unknown>>();
  for (const [field, value] of Object.entries(fields)) {
    const name = groupByField.get(field);
    if (name === undefined || closedFields.has(field)) continue;
    groups.set(name, { ...groups.get(name), [field]: value });
  }
  return groups;
}

function groupErrors(group: FieldGroup | undefined, value: Record<string, unknown>): InputError[] {
  if (group === undefined) return [];
  const parsed = parse(group.value, value);
  return parsed.ok ? [] : parsed.errors;
}

function setErrors(field: string, value: unknown): InputError[] {
  const named = setByMap.get(field);
  if (named === undefined) return [];
  const parsed = parse(flags, value);
  if (!parsed.ok) return parsed.errors.map((error) => under(field, error));
  const isTooMany = Object.keys(parsed.value).length > named.set.maxElements;
  return isTooMany ? [{ pointer: jsonPointer([field]), code: 'too_big' }] : [];
}

const flags = z.record(uuid, z.literal(true));

function under(field: string, { pointer, code }: InputError): InputError {
  return { pointer: jsonPointer([field]) + pointer, code };
}

/** The change of one group on what is held now. */
export function changeGroup(
  task: Task,
  group: string,
  value: Record<string, unknown>,
): FieldChange {
  const change = { kind: task.kind, id: task.id, group, value, base: heldStamp(task, group) };
  return group === 'notes' ? { ...change, before: task.notes } : change;
}

function setChanges(task: Task, field: string, value: unknown): FieldChange[] {
  const named = setByMap.get(field);
  const wanted = parse(flags, value);
  const held = parse(flags, task[field]);
  if (named === undefined || !wanted.ok || !held.ok) return [];
  const element = (id: string, present: boolean) =>
    changeGroup(task, `${named.name}/${id}`, { present });
  return [
    ...Object.keys(wanted.value)
      .filter((id) => held.value[id] !== true)
      .map((id) => element(id, true)),
    ...Object.keys(held.value)
      .filter((id) => wanted.value[id] !== true)
      .map((id) => element(id, false)),
  ];
}
