// Made from catalogs/en/task-marks.json by `npm run words`; edit that instead.

/** The words of `task-marks` with what they take. */
export interface TaskMarksWords {
  readonly hasReminder: string;
  /** {count, plural, one {# comment} other {# comments}} */
  readonly comments: (of: { count: number }) => string;
}
