import type { AppStore } from '#client/store/app-store.ts';
import type { StoredBatch } from '#client/store/local-store.ts';
import { limits } from '#shared/limits';
import type { Change } from '#shared/push-message';

/** What a command did: the batch that is on disk, or undefined when there was nothing to change. */
type CommandResult = Promise<StoredBatch | undefined>;

/** The only way comments are written. */
export type CommentCommands = ReturnType<typeof createCommentCommands>;

/** Commands on comments over a store; each is one batch, on disk when its promise resolves. */
export function createCommentCommands(store: AppStore) {
  const setTrashed = (commentId: string, trashedAt: string | null): Change => ({
    kind: 'comment',
    id: commentId,
    group: 'trash',
    value: { trashedAt },
    base: store.baseOf(commentId, 'trash'),
  });
  return {
    /** The `base` for an edit of a comment that begins now (A14). */
    beginEdit: (commentId: string) => store.baseOf(commentId, 'text'),

    /** Adds a comment to a task, in the workspace of the task; one of blanks only adds nothing. */
    add: async (taskId: string, text: string): CommandResult => {
      const kept = storable(text);
      if (kept === '') return undefined;
      const create = { taskId, text: kept, createdAt: store.now() };
      const changes = [{ kind: 'comment', id: store.newId(), create }];
      return store.commit({ label: 'comment.add', changes, besideId: taskId });
    },

    /** Sets the text of a comment; an empty one changes nothing: that is what the trash is for. */
    edit: async (edit: { commentId: string; text: string; base: string | null }): CommandResult => {
      const { commentId: id, base } = edit;
      const text = storable(edit.text);
      if (text === '' || text === store.current(id)?.['text']) return undefined;
      const changes = [{ kind: 'comment', id, group: 'text', value: { text }, base }];
      return store.commit({ label: 'comment.edit', changes });
    },

    /** Moves a comment to the trash; Undo brings it back. */
    trash: (commentId: string): CommandResult =>
      store.commit({ label: 'comment.trash', changes: [setTrashed(commentId, store.now())] }),
  };
}

/** Text as every store gives it back, without blank ends. */
function storable(text: string): string {
  return text
    .replaceAll('\u0000', '')
    .toWellFormed()
    .trim()
    .slice(0, limits.commentMaxLength)
    .toWellFormed();
}
