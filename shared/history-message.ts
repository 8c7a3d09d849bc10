import * as z from 'zod/mini';
import { deviceIdSchema, instant } from './fields.ts';

/** What became of a change: it stands, it said what was held already, it lost to another, or its undo came too late. */
const changeOutcome = z.enum(['applied', 'unchanged', 'lost', 'dropped']);

const fields = z.record(z.string(), z.unknown());

/**
 * One change of the log to one document: its creation (`create` holds the fields as its entry left them), a field group set
 * to a `value` (`was`: what it replaced, where it replaced something), or the purge. Of what was purged, values are blank (R7).
 */
export const historyChangeSchema = z.union([
  z.object({ create: fields, outcome: changeOutcome }),
  z.object({
    group: z.string(),
    value: fields,
    was: z.optional(fields),
    outcome: changeOutcome,
  }),
  z.object({ purged: z.literal(true), outcome: changeOutcome }),
]);

/** See `historyChangeSchema`. */
export type HistoryChange = z.infer<typeof historyChangeSchema>;

/**
 * What one batch changed of the document. `at`: when the server committed it, never below that of an entry before; `madeAt`:
 * when its author did it by the batch's stamp, never after `at`. `deviceId` and `n` name the batch.
 */
export const historyEntrySchema = z.object({
  seq: z.int(),
  at: instant,
  madeAt: instant,
  deviceId: deviceIdSchema,
  n: z.int(),
  userId: z.string(),
  changes: z.array(historyChangeSchema),
});

/** See `historyEntrySchema`. */
export type HistoryEntry = z.infer<typeof historyEntrySchema>;

/** A page of a document's history, newest first. `next` is the `before` of the page after it, null where there is no more. */
export const historyPageSchema = z.object({
  entries: z.array(historyEntrySchema),
  next: z.nullable(z.int()),
});

/** See `historyPageSchema`. */
export type HistoryPage = z.infer<typeof historyPageSchema>;
