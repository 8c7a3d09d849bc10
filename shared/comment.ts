import * as z from 'zod/mini';
import { boundedText, instant, uuid } from './fields.ts';
import { type AnyDocument, fieldGroup, type KindDefinition } from './kind-definition.ts';
import { limits } from './limits.ts';

const about = { taskId: uuid };
const text = { text: boundedText({ min: 1, max: limits.commentMaxLength }) };
const trash = { trashedAt: z.nullable(instant), movedTo: z.nullable(uuid) };

const creation = z.strictObject({ ...about, ...text, createdAt: z.optional(instant) });
const allFields = z.object({ ...about, ...text, ...trash, createdAt: instant, createdBy: uuid });

/** A comment as stored and shown; `text` is Markdown. */
export type Comment = AnyDocument & z.infer<typeof allFields> & { kind: 'comment' };

/**
 * The kind `comment`: what somebody says about a task. The task it is about is written once, with its creation; a task
 * that is not there hides its comments, as a trashed one does (R7, R8).
 */
export const commentKind: KindDefinition = {
  kind: 'comment',
  writer: 'person',
  create: creation,
  defaults: { trashedAt: null, movedTo: null },
  groups: { text: fieldGroup(text), trash: fieldGroup(trash) },
  sets: {},
};
