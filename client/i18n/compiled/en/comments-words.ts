// Made from catalogs/en/comments.json by `npm run words`; edit that instead.
import type { CommentsWords } from '../types/comments-words.ts';

/** The words of `comments` in the language `en`. */
export const commentsWords: CommentsWords = {
  title: 'Comments',
  placeholder: 'Write a comment …',
  send: 'Send comment',
  added: 'Comment added',
  you: 'You',
  somebody: 'Somebody',
  edited: 'edited',
  waiting: 'Saved on this device, not sent yet',
  edit: 'Edit comment',
};
