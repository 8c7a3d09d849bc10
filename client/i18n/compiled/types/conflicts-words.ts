// Made from catalogs/en/conflicts.json by `npm run words`; edit that instead.

/** The words of `conflicts` with what they take. */
export interface ConflictsWords {
  readonly useMine: string;
  readonly details: string;
  readonly gone: string;
  /** The task is no longer there. Your change is kept: {field} */
  readonly goneToast: (of: { field: string }) => string;
  readonly copyMine: string;
  readonly copied: string;
  readonly copyFailed: string;
  /** ‘{title}’ — {field}: another change was kept. */
  readonly toast: (of: { field: string; title: string }) => string;
  /** {count, plural, one {# of your changes met another one.} other {# of your changes met another one.}} */
  readonly several: (of: { count: number }) => string;
  /** ‘{title}’ was put in the trash meanwhile. */
  readonly trashed: (of: { title: string }) => string;
  readonly restore: string;
  readonly fields: {
    readonly title: string;
    readonly notes: string;
    readonly status: string;
    readonly priority: string;
    readonly schedule: string;
    readonly place: string;
    readonly estimate: string;
    readonly reminders: string;
    readonly trash: string;
    readonly name: string;
    readonly look: string;
    readonly label: string;
    readonly assignee: string;
    readonly other: string;
  };
  readonly values: {
    readonly todo: string;
    readonly in_progress: string;
    readonly done: string;
    readonly cancelled: string;
    readonly urgent: string;
    readonly high: string;
    readonly medium: string;
    readonly low: string;
    readonly none: string;
  };
  readonly ownRhythm: string;
  readonly empty: string;
}
