const prefix = 'taskflow.draft.';

/** The text of a person's draft in this tab, or undefined if there is none or the storage is closed to us. */
export function readDraftText(userId: string): string | undefined {
  try {
    return sessionStorage.getItem(prefix + userId) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps the draft for this tab, also over a reload. Without storage it lives as long as its line. */
export function keepDraftText(userId: string, text: string): void {
  try {
    sessionStorage.setItem(prefix + userId, text);
  } catch {
    // A line that cannot be kept over a reload can still be added.
  }
}

/** Takes the draft away: it was added, or its person signs out. */
export function forgetDraft(userId: string): void {
  try {
    sessionStorage.removeItem(prefix + userId);
  } catch {
    // Where nothing can be kept, nothing is.
  }
}
