import * as z from 'zod/mini';
import { uuid } from './fields.ts';
import { taskPriority, taskRecurrence, taskStatus } from './task.ts';

const named = z.object({ id: uuid, name: z.string(), color: z.string() });

const comment = z.object({
  id: uuid,
  text: z.string(),
  createdAt: z.string(),
  createdBy: uuid,
  /** The name of who said it, also of one who left; null where nobody knows it. */
  author: z.nullable(z.string()),
});

/**
 * The answer of `GET /api/workspaces/:id/search/:taskId`: a task that was found with everything about it, as it stands now,
 * to be read where the task itself is not yet. What it names and the server does not have is left out. `comments` are the
 * newest, oldest first; `olderComments` counts those before them. `isWhole` is false while the server is still making its
 * index of the workspace: comments may be missing then, nothing else.
 */
export const foundTaskSchema = z.object({
  task: z.object({
    id: uuid,
    workspaceId: uuid,
    title: z.string(),
    notes: z.string(),
    status: taskStatus,
    priority: taskPriority,
    startDate: z.nullable(z.string()),
    dueDate: z.nullable(z.string()),
    dueTime: z.nullable(z.string()),
    recurrence: z.nullable(z.object(taskRecurrence.shape)),
    createdAt: z.string(),
    completedAt: z.nullable(z.string()),
    trashedAt: z.nullable(z.string()),
  }),
  /** Null: the inbox. */
  project: z.nullable(z.object({ ...named.shape, icon: z.nullable(z.string()) })),
  parentTitle: z.nullable(z.string()),
  labels: z.array(named),
  comments: z.array(comment),
  olderComments: z.int(),
  isWhole: z.boolean(),
});

/** See `foundTaskSchema`. */
export type FoundTask = z.infer<typeof foundTaskSchema>;
