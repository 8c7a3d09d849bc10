import * as z from 'zod/mini';
import { limits } from '#shared/limits';
import { parse } from '#shared/parse';
import { forgetDraft, keepDraftText, readDraftText } from '#client/store/draft-storage.ts';
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
/** Nothing was begun. */
export const emptyDraft: QuickAddDraft = { text: '', asText: [] };

/** What this page is about to write to disk, by key. */
const beingAdded = new Map<string, string>();

/** The draft with this key in this tab (see `draft-storage.ts`); empty if there is none that can be read. */
export function readDraft(key: string): QuickAddDraft {
  const text = readDraftText(key);
  if (text === undefined || text === beingAdded.get(key)) return emptyDraft;
  try {
    const parsed = parse(draftSchema, JSON.parse(text));
    return parsed.ok ? parsed.value : emptyDraft;
  } catch {
    return emptyDraft;
  }
}

/** Keeps the draft; an empty one goes. */
export function keepDraft(key: string, draft: QuickAddDraft): void {
  if (draft.text === '') forgetDraft(key);
  else keepDraftText(key, JSON.stringify(draft));
}

/**
 * For a draft that is being added: this page does not show it again, but it stays kept. A page that ends before the task is
 * on disk has it back at its next start. To be told once it is there.
 */
export function keepUntilAdded(key: string): { onAdded: () => void } {
  const text = readDraftText(key);
  if (text === undefined) return { onAdded: () => undefined };
  beingAdded.set(key, text);
  return {
    onAdded: () => {
      if (beingAdded.get(key) === text) beingAdded.delete(key);
      // By now the next one may have been begun.
      if (readDraftText(key) === text) forgetDraft(key);
    },
  };
}
