import * as z from 'zod/mini';
import { boundedText, civilDate, instant, orderKey, timeZone, uuid, wallTime } from './fields.ts';
import { type AnyDocument, fieldGroup, flagSet, type KindDefinition } from './kind-definition.ts';
import { limits } from './limits.ts';

/** The states of a task. `cancelled` counts as closed, like `done`. */
export const taskStatus = z.enum(['todo', 'in_progress', 'done', 'cancelled']);

/** Priorities from least to most pressing. */
export const taskPriority = z.enum(['none', 'low', 'medium', 'high', 'urgent']);

/** When a task comes back: an RFC 5545 rule, counted from the due date or from the day of completion. */
export const taskRecurrence = z.strictObject({
  rule: z
    .string()
    .check(
      z.maxLength(limits.recurrenceRuleMaxLength),
      z.regex(/^FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)(;[A-Z]+=[A-Z0-9,+-]+)*$/),
    ),
  basis: z.enum(['due', 'completion']),
});

/** A reminder: minutes before the due time, or at an instant. */
export const taskReminder = z.union([
  z.strictObject({ minutesBefore: z.int().check(z.minimum(0), z.maximum(525_600)) }),
  z.strictObject({ at: instant }),
]);

const title = { title: boundedText({ min: 1, max: limits.titleMaxLength }) };
const notes = { notes: boundedText({ min: 0, max: limits.notesMaxLength }) };
const status = { status: taskStatus, completedAt: z.nullable(instant) };
const priority = { priority: taskPriority };
const schedule = {
  startDate: z.nullable(civilDate),
  dueDate: z.nullable(civilDate),
  dueTime: z.nullable(wallTime),
  timeZone: z.nullable(timeZone),
  recurrence: z.nullable(taskRecurrence),
};
const place = {
  projectId: z.nullable(uuid),
  parentId: z.nullable(uuid),
  sectionId: z.nullable(uuid),
  orderKey,
};
const estimate = {
  estimateMinutes: z.nullable(z.int().check(z.minimum(1), z.maximum(limits.estimateMaxMinutes))),
};
const reminders = {
  reminders: z.array(taskReminder).check(z.maxLength(limits.remindersPerTaskMax)),
};
const trash = { trashedAt: z.nullable(instant), movedTo: z.nullable(uuid) };
const flags = z.record(uuid, z.literal(true));

const creation = z.strictObject({
  ...title,
  ...z.partial(
    z.strictObject({
      ...notes,
      ...status,
      ...priority,
      ...schedule,
      ...place,
      ...estimate,
      ...reminders,
      createdAt: instant,
      labels: flags.check(
        z.refine((map) => Object.keys(map).length <= limits.labelsPerTaskMax, 'too_big'),
      ),
      assignees: flags.check(
        z.refine((map) => Object.keys(map).length <= limits.assigneesPerTaskMax, 'too_big'),
      ),
    }),
  ).shape,
});

/** The fields of a new task: `title`, and any others; what is left out takes its default. */
export type TaskCreation = z.infer<typeof creation>;

const allFields = z.object({
  ...title,
  ...notes,
  ...status,
  ...priority,
  ...schedule,
  ...place,
  ...estimate,
  ...reminders,
  ...trash,
  createdAt: instant,
  createdBy: uuid,
  labels: flags,
  assignees: flags,
});

/** The fields of a task. */
export type TaskFields = z.infer<typeof allFields>;

/** A task as stored and shown. */
export type Task = AnyDocument & TaskFields & { kind: 'task' };

/** The kind `task`: a thing to do (design §8). */
export const taskKind: KindDefinition = {
  kind: 'task',
  writer: 'person',
  create: creation,
  defaults: {
    notes: '',
    status: 'todo',
    completedAt: null,
    priority: 'none',
    startDate: null,
    dueDate: null,
    dueTime: null,
    timeZone: null,
    recurrence: null,
    projectId: null,
    parentId: null,
    sectionId: null,
    orderKey: 'a0',
    estimateMinutes: null,
    reminders: [],
    trashedAt: null,
    movedTo: null,
    labels: {},
    assignees: {},
  },
  groups: {
    title: fieldGroup(title),
    notes: fieldGroup(notes),
    status: fieldGroup(status, { quietFields: ['completedAt'] }),
    priority: fieldGroup(priority),
    schedule: fieldGroup(schedule),
    place: fieldGroup(place, { quietFields: ['orderKey'] }),
    estimate: fieldGroup(estimate),
    reminders: fieldGroup(reminders),
    trash: fieldGroup(trash),
  },
  sets: {
    label: flagSet({ map: 'labels', maxElements: limits.labelsPerTaskMax }),
    assignee: flagSet({ map: 'assignees', maxElements: limits.assigneesPerTaskMax }),
  },
};
