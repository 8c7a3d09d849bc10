/** Where a device keeps what is not sent yet. */
export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** What was typed as a comment and not sent, by task; it is there again after a reload, offline or not. */
export interface CommentDrafts {
  read: (taskId: string) => string;
  /** An empty text forgets the draft. */
  write: (taskId: string, text: string) => void;
}

const draftsMax = 100;

/** Drafts of one person on this device; sign-out removes their row. A full or broken storage loses drafts only. */
export function createCommentDrafts(storage: DraftStorage, userId: string): CommentDrafts {
  const key = `taskflow.drafts.${userId}`;
  const all = (): [string, string][] => {
    try {
      const stored: unknown = JSON.parse(storage.getItem(key) ?? '{}');
      if (typeof stored !== 'object' || stored === null) return [];
      return Object.entries(stored).flatMap(([taskId, text]): [string, string][] =>
        typeof text === 'string' ? [[taskId, text]] : [],
      );
    } catch {
      return [];
    }
  };
  return {
    read: (taskId) => all().find(([id]) => id === taskId)?.[1] ?? '',
    write: (taskId, text) => {
      const others = all().filter(([id]) => id !== taskId);
      const drafts: [string, string][] = text === '' ? others : [...others, [taskId, text]];
      try {
        if (drafts.length === 0) storage.removeItem(key);
        else storage.setItem(key, JSON.stringify(Object.fromEntries(drafts.slice(-draftsMax))));
      } catch {
        // The text is still on the screen; only a reload would lose it.
      }
    },
  };
}
