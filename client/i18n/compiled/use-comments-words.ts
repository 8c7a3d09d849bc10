// Made from catalogs/*/comments.json by `npm run words`; edit that instead.
import { useArea } from '../use-area.ts';
import { commentsWords } from './en/comments-words.ts';
import type { CommentsWords } from './types/comments-words.ts';

/** The words of `comments` in the person's language. */
export function useCommentsWords(): CommentsWords {
  return useArea('comments', commentsWords);
}
