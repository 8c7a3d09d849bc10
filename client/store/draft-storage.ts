const prefix = 'taskflow.draft.';

/**
 * The text of a draft in this tab, or undefined if there is none or the storage is closed to us. `key`: the id of its
 * person, and behind a slash that of the task it is for, if it is for one.
 */
export function readDraftText(key: string): string | undefined {
  try {
    return sessionStorage.getItem(prefix + key) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps the draft for this tab, also over a reload. Without storage it lives as long as its line. */
export function keepDraftText(key: string, text: string): void {
  try {
    sessionStorage.setItem(prefix + key, text);
  } catch {
    // A line that cannot be kept over a reload can still be added.
  }
}

/** Takes a draft away: it was added. */
export function forgetDraft(key: string): void {
  try {
    sessionStorage.removeItem(prefix + key);
  } catch {
    // Where nothing can be kept, nothing is.
  }
}

/** Takes all drafts of a person away, who signs out. */
export function forgetDraftsOf(userId: string): void {
  try {
    for (const key of Object.keys(sessionStorage)) {
      const [ownerId] = key.startsWith(prefix) ? key.slice(prefix.length).split('/') : [];
      if (ownerId === userId) sessionStorage.removeItem(key);
    }
  } catch {
    // Where nothing can be kept, nothing is.
  }
}
