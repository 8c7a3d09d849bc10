// Made from catalogs/en/undo.json by `npm run words`; edit that instead.

/** The words of `undo` with what they take. */
export interface UndoWords {
  /** Undone: {action} */
  readonly undone: (of: { action: string }) => string;
  /** Redone: {action} */
  readonly redone: (of: { action: string }) => string;
  /** Changed since, so left as it is: {action} */
  readonly changedSince: (of: { action: string }) => string;
  /** Deleted for good, so nothing was changed: {action} */
  readonly gone: (of: { action: string }) => string;
  readonly nothing: string;
  readonly nothingToRedo: string;
}
