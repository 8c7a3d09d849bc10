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

/** Where they are kept: one entry per list, the latest first, in the storage of the device. */
export interface FirstDocumentsMemory {
  /** What a list showed on this day (`YYYY-MM-DD`; another day puts other tasks into it), or undefined. */
  read(path: string, day: string): FirstDocuments | undefined;
  keep(first: FirstDocuments): void;
}

const listsKept = 6;

/** The memory of one person on this device. What lies there is parsed like any input: it only hints at what to read. */
export function createFirstDocumentsMemory(
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>,
  userId: string,
): FirstDocumentsMemory {
  const key = `taskflow.first.${userId}`;
  const readAll = (): readonly FirstDocuments[] => {
    try {
      const parsed = parse(z.array(firstSchema), JSON.parse(storage.getItem(key) ?? '[]'));
      return parsed.ok ? parsed.value : [];
    } catch {
      return [];
    }
  };
  return {
    read: (path, day) => readAll().find((first) => first.path === path && first.day === day),
    keep(first) {
      const others = readAll().filter(({ path, day }) => path !== first.path && day === first.day);
      try {
        storage.setItem(key, JSON.stringify([first, ...others].slice(0, listsKept)));
      } catch {
        // No room: the next start reads everything before it shows the list, as it would without this memory.
        storage.removeItem(key);
      }
    },
  };
}
