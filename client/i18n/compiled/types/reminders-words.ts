// Made from catalogs/en/reminders.json by `npm run words`; edit that instead.

/** The words of `reminders` with what they take. */
export interface RemindersWords {
  readonly add: string;
  /** Remove: {what} */
  readonly remove: (of: { what: string }) => string;
  readonly atDue: string;
  /** {count, plural, one {# minute before} other {# minutes before}} */
  readonly minutes: (of: { count: number }) => string;
  /** {count, plural, one {# hour before} other {# hours before}} */
  readonly hours: (of: { count: number }) => string;
  /** {count, plural, one {# day before} other {# days before}} */
  readonly days: (of: { count: number }) => string;
  readonly amount: string;
  readonly unit: string;
  readonly units: {
    readonly minutes: string;
    readonly hours: string;
    readonly days: string;
  };
  readonly atTime: string;
  readonly needsDate: string;
  /** A date without a time counts as {time}. */
  readonly dayCounts: (of: { time: string }) => string;
  /** Comes {when} */
  readonly comes: (of: { when: string }) => string;
}
