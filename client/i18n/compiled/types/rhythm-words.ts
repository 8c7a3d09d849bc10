// Made from catalogs/en/rhythm.json by `npm run words`; edit that instead.

/** The words of `rhythm` with what they take. */
export interface RhythmWords {
  /** {interval, plural, =1 {every day} one {every # day} other {every # days}} */
  readonly daily: (of: { interval: number }) => string;
  /** {interval, plural, =1 {every week} one {every # week} other {every # weeks}} */
  readonly weekly: (of: { interval: number }) => string;
  /** {interval, plural, =1 {every {days}} one {every # week on {days}} other {every # weeks on {days}}} */
  readonly weeklyOn: (of: { days: string; interval: number }) => string;
  /** {interval, plural, =1 {every weekday} one {every # week from Monday to Friday} other {every # weeks from Monday to Friday}} */
  readonly workdays: (of: { interval: number }) => string;
  /** {interval, plural, =1 {every month} one {every # month} other {every # months}} */
  readonly monthly: (of: { interval: number }) => string;
  /** {interval, plural, =1 {every month on {days}} one {every # month on {days}} other {every # months on {days}}} */
  readonly monthlyOn: (of: { days: string; interval: number }) => string;
  /** {interval, plural, =1 {every year} one {every # year} other {every # years}} */
  readonly yearly: (of: { interval: number }) => string;
  /** {interval, plural, =1 {every year on {days}} one {every # year on {days}} other {every # years on {days}}} */
  readonly yearlyOn: (of: { days: string; interval: number }) => string;
  readonly monthDay: {
    /** day {day, number} */
    readonly day: (of: { day: number }) => string;
    readonly last: string;
    /** {which, select, first {the first {weekday}} second {the second {weekday}} third {the third {weekday}} fourth {the fourth {weekday}} fifth {the fifth {weekday}} other {the last {weekday}}} */
    readonly weekday: (of: { weekday: string; which: 'fifth' | 'first' | 'fourth' | 'other' | 'second' | 'third' }) => string;
    /** {which, select, first {the first weekday} second {the second weekday} third {the third weekday} fourth {the fourth weekday} fifth {the fifth weekday} other {the last weekday}} */
    readonly workday: (of: { which: 'fifth' | 'first' | 'fourth' | 'other' | 'second' | 'third' }) => string;
  };
  /** {day} of {month} */
  readonly ofMonth: (of: { day: string; month: string }) => string;
  /** {rhythm} until {date} */
  readonly until: (of: { date: string; rhythm: string }) => string;
  /** {rhythm}, {count, plural, one {once} other {# times}} */
  readonly times: (of: { count: number; rhythm: string }) => string;
  /** {rhythm}, counted from completion */
  readonly fromCompletion: (of: { rhythm: string }) => string;
}
