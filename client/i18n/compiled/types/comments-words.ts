// Made from catalogs/en/comments.json by `npm run words`; edit that instead.

/** The words of `comments` with what they take. */
export interface CommentsWords {
  readonly title: string;
  readonly placeholder: string;
  readonly send: string;
  readonly added: string;
  readonly you: string;
  readonly somebody: string;
  readonly edited: string;
  readonly waiting: string;
  readonly edit: string;
}
