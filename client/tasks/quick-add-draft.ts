import * as z from 'zod/mini';
import { limits } from '#shared/limits';
import { parse } from '#shared/parse';
import type { TextRange } from '#shared/quick-add-token';

/** A line that was begun and not added. */
export interface QuickAddDraft {
  text: string;
  asText: readonly TextRange[];
}

const range = z.object({ start: z.int(), end: z.int() });
const draftSchema = z.object({
  text: z.string().check(z.maxLength(limits.titleMaxLength)),
  asText: z.array(range),
});
const prefix = 'taskflow.draft.';
const empty: QuickAddDraft = { text: '', asText: [] };

/** The draft of a person in this tab; empty if there is none or the storage is closed to us. */
export function readDraft(userId: string): QuickAddDraft {
  try {
    const parsed = parse(draftSchema, JSON.parse(sessionStorage.getItem(prefix + userId) ?? '{}'));
    return parsed.ok ? parsed.value : empty;
  } catch {
    return empty;
  }
}

/** Keeps the draft for this tab, also over a reload; an empty one goes. Without storage it lives as long as its line. */
export function keepDraft(userId: string, draft: QuickAddDraft): void {
  try {
    if (draft.text === '') sessionStorage.removeItem(prefix + userId);
    else sessionStorage.setItem(prefix + userId, JSON.stringify(draft));
  } catch {
    // A line that cannot be kept over a reload can still be added.
  }
}
