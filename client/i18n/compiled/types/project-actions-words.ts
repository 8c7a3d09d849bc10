// Made from catalogs/en/project-actions.json by `npm run words`; edit that instead.

/** The words of `project-actions` with what they take. */
export interface ProjectActionsWords {
  readonly archive: string;
  readonly unarchive: string;
  readonly archived: string;
  readonly archivedText: string;
  readonly duplicate: string;
  /** {name} (copy) */
  readonly copyName: (of: { name: string }) => string;
  readonly moveUp: string;
  readonly moveDown: string;
  /** Moved {name}, {position, number} of {count, number} */
  readonly moved: (of: { count: number; name: string; position: number }) => string;
  readonly addSection: string;
  readonly emptyTitle: string;
  readonly emptyText: string;
  /** {count, plural, one {# open} other {# open}} */
  readonly open: (of: { count: number }) => string;
}
