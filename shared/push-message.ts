import * as z from 'zod/mini';
import { deviceIdSchema, uuid } from './fields.ts';
import { limits } from './limits.ts';
import { heldStampSchema, stampSchema } from './stamp.ts';

const kindName = z.string().check(z.regex(/^[a-zA-Z][a-zA-Z-]{0,39}$/));
const groupName = z.string().check(z.regex(/^[a-zA-Z]{1,40}(\/[0-9a-f-]{36})?$/));
const record = z.record(z.string(), z.unknown());

/**
 * One field group of one document set to a value. `base` is the stamp of the value its author saw when the edit
 * began. `before`: only for `notes`, the text the edit began from. `ifBase`: undo, applied only on that base.
 */
export const fieldChangeSchema = z.strictObject({
  kind: kindName,
  id: uuid,
  group: groupName,
  value: record,
  base: z.nullable(heldStampSchema),
  before: z.optional(z.string().check(z.maxLength(limits.notesMaxLength))),
  ifBase: z.optional(z.literal(true)),
});

/** The creation of a document; fields left out take the defaults of the kind. */
export const creationSchema = z.strictObject({ kind: kindName, id: uuid, create: record });

/** A change: one field group of one document set to a value, or the creation of a document. */
export const changeSchema = z.union([creationSchema, fieldChangeSchema]);

/** See `fieldChangeSchema`. */
export type FieldChange = z.infer<typeof fieldChangeSchema>;
/** See `creationSchema`. */
export type Creation = z.infer<typeof creationSchema>;
/** See `changeSchema`. */
export type Change = FieldChange | Creation;

/** Batches are numbered n = 1, 2, 3 … without gaps per device and workspace. */
const batchNumber = z.int().check(z.minimum(1), z.maximum(Number.MAX_SAFE_INTEGER));

/** What makes a batch answerable at all: without it the whole push is refused as unreadable. */
const batchIdentity = { n: batchNumber, v: z.int().check(z.minimum(1)), stamp: stampSchema };

/** All changes of one user action: atomic everywhere. `action` ties the batches of one larger action (UUID). */
export const batchSchema = z.strictObject({
  ...batchIdentity,
  action: z.optional(uuid),
  changes: z.array(changeSchema).check(z.minLength(1), z.maxLength(limits.batchMaxChanges)),
});

/** See `batchSchema`. */
export type Batch = z.infer<typeof batchSchema>;

/** A push whose envelope can be read; each batch is judged on its own, so one bad batch refuses only itself. */
export const pushRequestSchema = z.strictObject({
  workspaceId: uuid,
  deviceId: deviceIdSchema,
  epoch: z.optional(z.string().check(z.minLength(1), z.maxLength(64))),
  batches: z
    .array(z.looseObject(batchIdentity))
    .check(z.minLength(1), z.maxLength(limits.pushMaxBatches)),
});

/** See `pushRequestSchema`. */
export type PushRequest = z.infer<typeof pushRequestSchema>;

/** Why a batch was refused: no right to it, a value that breaks its schema, or a size beyond `limits`. */
export const refusalCode = z.enum(['forbidden', 'invalid', 'limit']);

/** See `refusalCode`. */
export type RefusalCode = z.infer<typeof refusalCode>;

/** The answer for one batch. `forked`: another batch holds this n, this one was not committed (R3). */
export const batchResultSchema = z.object({
  n: batchNumber,
  outcome: z.enum(['committed', 'refused', 'forked']),
  seq: z.int(),
  code: z.optional(refusalCode),
  pointer: z.optional(z.string()),
  repeated: z.optional(z.literal(true)),
  /** Indexes of `ifBase` changes that were dropped because somebody had changed the group since. */
  dropped: z.optional(z.array(z.int())),
});

/** See `batchResultSchema`. */
export type BatchResult = z.infer<typeof batchResultSchema>;

/** The answer to a push: one result per batch, in order. No documents: data has two doors only, event and pull. */
export const pushAnswerSchema = z.object({
  epoch: z.string(),
  head: z.int(),
  results: z.array(batchResultSchema),
});

/** See `pushAnswerSchema`. */
export type PushAnswer = z.infer<typeof pushAnswerSchema>;

/** Whether a change creates a document. */
export function isCreation(change: Change): change is Creation {
  return 'create' in change;
}
