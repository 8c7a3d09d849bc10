import * as z from 'zod/mini';
import { parse } from '#shared/parse';
import { chosenKinds } from '#shared/notice-kind';

const memorySchema = z.object({
  isOn: z.boolean(),
  isAsked: z.boolean(),
  /** Whether the server has taken this device in: before that the page itself has to tell. */
  isReached: z._default(z.boolean(), false),
  kinds: z.array(z.enum(chosenKinds)),
});

/** What this device remembers of one person's notices: whether they want any, of which kinds, and whether they were asked. */
export type NoticeMemory = z.infer<typeof memorySchema>;

/** A part of `localStorage`. */
export type MemoryStorage = Pick<Storage, 'getItem' | 'setItem'>;

const nothing: NoticeMemory = {
  isOn: false,
  isAsked: false,
  isReached: false,
  kinds: [...chosenKinds],
};

/** The row of one person on this device; a sign-out that clears the device removes it. */
function keyOf(userId: string): string {
  return `taskflow.notices.${userId}`;
}

/** What is remembered; storage that is closed or broken remembers nothing. */
export function readNoticeMemory(storage: MemoryStorage, userId: string): NoticeMemory {
  try {
    const parsed = parse(memorySchema, JSON.parse(storage.getItem(keyOf(userId)) ?? 'null'));
    return parsed.ok ? parsed.value : nothing;
  } catch {
    return nothing;
  }
}

/** Remembers a part, and gives the whole. */
export function keepNoticeMemory(
  storage: MemoryStorage,
  userId: string,
  part: Partial<NoticeMemory>,
): NoticeMemory {
  const memory = { ...readNoticeMemory(storage, userId), ...part };
  try {
    storage.setItem(keyOf(userId), JSON.stringify(memory));
  } catch {
    // Where nothing can be kept, it holds for this visit.
  }
  return memory;
}
