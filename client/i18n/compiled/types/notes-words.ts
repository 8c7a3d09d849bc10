// Made from catalogs/en/notes.json by `npm run words`; edit that instead.

/** The words of `notes` with what they take. */
export interface NotesWords {
  readonly edit: string;
  readonly done: string;
  readonly hint: string;
  readonly changedElsewhere: string;
  readonly bothKept: string;
  readonly see: string;
  readonly hide: string;
  readonly toSubtasks: string;
  /** {count, plural, one {# line turned into subtasks} other {# lines turned into subtasks}} */
  readonly madeSubtasks: (of: { count: number }) => string;
}
