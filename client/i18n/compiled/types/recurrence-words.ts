// Made from catalogs/en/recurrence.json by `npm run words`; edit that instead.

/** The words of `recurrence` with what they take. */
export interface RecurrenceWords {
  readonly phrase: string;
  readonly phrasePlaceholder: string;
  readonly unread: string;
  /** A rule from elsewhere, kept as it is: {rule} */
  readonly ownRule: (of: { rule: string }) => string;
  readonly every: string;
  readonly interval: string;
  readonly unit: string;
  readonly units: {
    /** {count, plural, one {day} other {days}} */
    readonly DAILY: (of: { count: number }) => string;
    /** {count, plural, one {week} other {weeks}} */
    readonly WEEKLY: (of: { count: number }) => string;
    /** {count, plural, one {month} other {months}} */
    readonly MONTHLY: (of: { count: number }) => string;
    /** {count, plural, one {year} other {years}} */
    readonly YEARLY: (of: { count: number }) => string;
  };
  readonly weekdays: string;
  readonly on: string;
  readonly monthDays: string;
  readonly monthDay: {
    /** day {day, number} */
    readonly day: (of: { day: number }) => string;
    readonly last: string;
    /** {which, select, first {the first {weekday}} second {the second {weekday}} third {the third {weekday}} fourth {the fourth {weekday}} fifth {the fifth {weekday}} other {the last {weekday}}} */
    readonly weekday: (of: { weekday: string; which: 'fifth' | 'first' | 'fourth' | 'other' | 'second' | 'third' }) => string;
  };
  readonly yearDay: {
    /** day {day, number} of {month} */
    readonly day: (of: { day: number; month: string }) => string;
    /** the last day of {month} */
    readonly last: (of: { month: string }) => string;
    /** {which, select, first {the first {weekday} of {month}} second {the second {weekday} of {month}} third {the third {weekday} of {month}} fourth {the fourth {weekday} of {month}} fifth {the fifth {weekday} of {month}} other {the last {weekday} of {month}}} */
    readonly weekday: (of: { month: string; weekday: string; which: 'fifth' | 'first' | 'fourth' | 'other' | 'second' | 'third' }) => string;
  };
  readonly ends: string;
  readonly never: string;
  readonly until: string;
  readonly after: string;
  readonly lastDate: string;
  readonly times: string;
  readonly basis: string;
  readonly bases: {
    readonly due: string;
    readonly completion: string;
  };
  /** {count, plural, one {Next: {dates}} other {Next #: {dates}}} */
  readonly next: (of: { count: number; dates: string }) => string;
  readonly noMore: string;
  readonly shortened: string;
  readonly completionText: string;
  /** Times are those of {zone}. */
  readonly inZone: (of: { zone: string }) => string;
}
