// Made from catalogs/en/dates.json by `npm run words`; edit that instead.

/** The words of `dates` with what they take. */
export interface DatesWords {
  readonly start: string;
  readonly deadline: string;
  readonly which: string;
  /** Starts {when} */
  readonly starts: (of: { when: string }) => string;
  /** Started {when} */
  readonly started: (of: { when: string }) => string;
  readonly startsHint: string;
  readonly startAfterDeadline: string;
  readonly setStart: string;
  readonly setDeadline: string;
}
