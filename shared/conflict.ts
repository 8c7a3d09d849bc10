import * as z from 'zod/mini';
import { instant, uuid } from './fields.ts';
import { type AnyDocument, fieldGroup, type KindDefinition } from './kind-definition.ts';

/** Why a value lost: another wrote the same group, the text overlapped, the place made a cycle, or the document is gone. */
export const conflictReason = z.enum([
  'concurrent',
  'text',
  'place',
  'trashed',
  'missing',
  'purged',
]);

/** See `conflictReason`. */
export type ConflictReason = z.infer<typeof conflictReason>;

const loss = {
  documentKind: z.string(),
  documentId: uuid,
  group: z.string(),
  value: z.record(z.string(), z.unknown()),
  reason: conflictReason,
  authorId: z.nullable(uuid),
  stamp: z.string(),
  winnerId: z.nullable(uuid),
  heldStamp: z.string(),
};
const trash = { trashedAt: z.nullable(instant), movedTo: z.nullable(uuid) };

const creation = z.strictObject({ ...loss, createdAt: z.optional(instant) });
const allFields = z.object({ ...loss, ...trash, createdAt: instant, createdBy: uuid });

/** A conflict as stored and shown; reviewing it puts it in the trash. */
export type Conflict = AnyDocument & z.infer<typeof allFields> & { kind: 'conflict' };

/** The kind `conflict`: keeps what lost; it syncs like everything else, so it can be brought back offline. */
export const conflictKind: KindDefinition = {
  kind: 'conflict',
  writer: 'server',
  create: creation,
  defaults: { trashedAt: null, movedTo: null },
  groups: { trash: fieldGroup(trash) },
  sets: {},
};
