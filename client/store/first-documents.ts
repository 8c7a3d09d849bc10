import * as z from 'zod/mini';
import { parse } from '#shared/parse';

const firstSchema = z.object({
  path: z.string(),
  day: z.string(),
  revs: z.record(z.string(), z.int()),
  ids: z.array(z.string()),
});

/**
 * What a list showed when it was last looked at, so that the next start shows it before it has read the rest: ids only,
 * the documents come from the database. At most 600 ids.
 */
export type FirstDocuments = z.infer<typeof firstSchema>;

/** A part of `localStorage`. */
export type FirstDocumentsStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** The row in which they are kept: one entry per list, the latest first. */
export function firstDocumentsKey(userId: string): string {
  return `taskflow.first.${userId}`;
}

/** All that are kept. What lies there is parsed like any input: it only hints at what to read. */
export function readFirstDocuments(
  storage: FirstDocumentsStorage,
  userId: string,
): readonly FirstDocuments[] {
  try {
    const held: unknown = JSON.parse(storage.getItem(firstDocumentsKey(userId)) ?? '[]');
    const parsed = parse(z.array(firstSchema), held);
    return parsed.ok ? parsed.value : [];
  } catch {
    return [];
  }
}
