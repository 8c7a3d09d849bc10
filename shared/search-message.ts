import * as z from 'zod/mini';
import { uuid } from './fields.ts';
import { taskStatus } from './task.ts';

/** Where the server found the words of a question in a task; of several places the first of these. */
export const searchPlaces = ['title', 'labels', 'notes', 'comments'] as const;

const excerpt = z.object({
  text: z.string(),
  ranges: z.array(z.object({ start: z.int(), end: z.int() })),
});

const hit = z.object({
  kind: z.enum(searchPlaces),
  /** From the place that `kind` names, so the title itself for `title`. */
  excerpt,
  task: z.object({
    id: uuid,
    workspaceId: uuid,
    title: z.string(),
    status: taskStatus,
    projectId: z.nullable(uuid),
    dueDate: z.nullable(z.string()),
    completedAt: z.nullable(z.string()),
    trashedAt: z.nullable(z.string()),
  }),
});

/** One task that the server found: what is needed to show a line of it, never its whole notes. */
export type ServerHit = z.infer<typeof hit>;

/**
 * The answer of `GET /api/workspaces/:id/search`, newest tasks first. `next` is what `before` of the next page has to be,
 * null on the last one; a page may hold fewer than asked for, even none, and still have a next one. `isWhole` is false
 * while the server is still making its index of the workspace: older changes are searched already, later ones are not.
 */
export const searchAnswerSchema = z.object({
  hits: z.array(hit),
  next: z.nullable(uuid),
  isWhole: z.boolean(),
});

/** See `searchAnswerSchema`. */
export type ServerSearchAnswer = z.infer<typeof searchAnswerSchema>;
