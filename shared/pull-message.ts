import * as z from 'zod/mini';
import { documentSchema } from './document-message.ts';
import { refusalCode } from './push-message.ts';

/** A checkpoint inside a pull or a whole one: `"<seq>.<id>"` or `"<seq>"`. */
export const checkpointSchema = z
  .string()
  .check(z.regex(/^\d{1,12}(\.[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})?$/));

/** Where a device stands: all documents up to `seq`, or inside a pull all up to (`seq`, `id`). */
export interface Checkpoint {
  seq: number;
  id: string | undefined;
}

/** Reads a checkpoint that passed `checkpointSchema`. */
export function readCheckpoint(text: string): Checkpoint {
  const [seq, id] = text.split('.');
  return { seq: Number(seq), id };
}

/** Writes a checkpoint. */
export function formatCheckpoint({ seq, id }: { seq: number; id?: string | undefined }): string {
  return id === undefined ? String(seq) : `${seq}.${id}`;
}

/** A batch of the asking device that was refused. */
export const refusedBatchSchema = z.object({
  n: z.int(),
  seq: z.int(),
  code: refusalCode,
  pointer: z.optional(z.string()),
});

/** See `refusedBatchSchema`. */
export type RefusedBatch = z.infer<typeof refusedBatchSchema>;

const page = {
  epoch: z.string(),
  documents: z.array(documentSchema),
  next: checkpointSchema,
};

/** A page that is not the last one. */
export const pullPageSchema = z.object({ ...page, done: z.literal(false) });

/**
 * The last page: the answer is now the exact state at entry `head`, `hash` its head hash, `lastN` the highest n
 * of the asking device that the log holds (0: none), `refused` its refused batches that the server still keeps at hand.
 */
export const pullDoneSchema = z.object({
  ...page,
  done: z.literal(true),
  head: z.int(),
  hash: z.string(),
  lastN: z.int(),
  /** Stamp of the batch under `lastN`; a device that has another one there shares its id with a copy (R3). */
  lastStamp: z.optional(z.string()),
  refused: z.array(refusedBatchSchema),
});

/** What a pull answers. Only `done` ends a pull; pages end by count or bytes. */
export const pullAnswerSchema = z.union([pullDoneSchema, pullPageSchema]);

/** See `pullAnswerSchema`. */
export type PullAnswer = z.infer<typeof pullAnswerSchema>;
/** See `pullDoneSchema`. */
export type PullDone = z.infer<typeof pullDoneSchema>;
