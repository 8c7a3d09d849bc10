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

/** The draft with this key in this tab (see `draft-storage.ts`); empty if there is none that can be read. */
export function readDraft(key: string): QuickAddDraft {
  try {
    const parsed = parse(draftSchema, JSON.parse(readDraftText(key) ?? '{}'));
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
