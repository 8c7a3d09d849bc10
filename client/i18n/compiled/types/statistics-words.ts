// Made from catalogs/en/statistics.json by `npm run words`; edit that instead.

/** The words of `statistics` with what they take. */
export interface StatisticsWords {
  readonly title: string;
  readonly period: string;
  readonly periods: {
    /** {count, number} days */
    readonly days7: (of: { count: number }) => string;
    /** {count, number} days */
    readonly days30: (of: { count: number }) => string;
    /** {count, number} weeks */
    readonly weeks12: (of: { count: number }) => string;
    /** {count, number} months */
    readonly months12: (of: { count: number }) => string;
  };
  readonly asTables: string;
  readonly reading: string;
  readonly unread: string;
  /** How “{title}” is counted */
  readonly help: (of: { title: string }) => string;
  readonly emptyTitle: string;
  readonly emptyText: string;
  readonly emptyAction: string;
  /** {count, plural, =0 {no tasks} one {# task} other {# tasks}} */
  readonly tasks: (of: { count: number }) => string;
  /** {name}: {value} */
  readonly bar: (of: { name: string; value: string }) => string;
  /** {name}, so far */
  readonly soFar: (of: { name: string }) => string;
  /** Week from {day} */
  readonly weekFrom: (of: { day: string }) => string;
  readonly columns: {
    readonly day: string;
    readonly week: string;
    readonly month: string;
    readonly weekday: string;
    readonly hour: string;
    readonly tasks: string;
    readonly done: string;
    readonly planned: string;
  };
  /** {minutes, number} min */
  readonly minutes: (of: { minutes: number }) => string;
  /** {hours, number} h */
  readonly hours: (of: { hours: number }) => string;
  /** {hours, number} h {minutes, number} min */
  readonly hoursAndMinutes: (of: { hours: number; minutes: number }) => string;
  readonly completed: {
    readonly title: string;
    /** {count, plural, one {task} other {tasks}} */
    readonly word: (of: { count: number }) => string;
    /** {by, number} more than in the {span, select, days7 {7 days before} days30 {30 days before} weeks12 {12 weeks before, up to the same day} other {12 months before, up to the same day}} ({before, number}) */
    readonly more: (of: { before: number; by: number; span: 'days30' | 'days7' | 'other' | 'weeks12' }) => string;
    /** {by, number} fewer than in the {span, select, days7 {7 days before} days30 {30 days before} weeks12 {12 weeks before, up to the same day} other {12 months before, up to the same day}} ({before, number}) */
    readonly fewer: (of: { before: number; by: number; span: 'days30' | 'days7' | 'other' | 'weeks12' }) => string;
    /** As many as in the {span, select, days7 {7 days before} days30 {30 days before} weeks12 {12 weeks before, up to the same day} other {12 months before, up to the same day}} */
    readonly same: (of: { span: 'days30' | 'days7' | 'other' | 'weeks12' }) => string;
    /** None in the {span, select, days7 {7 days before} days30 {30 days before} weeks12 {12 weeks before, up to the same day} other {12 months before, up to the same day}} */
    readonly noneBefore: (of: { span: 'days30' | 'days7' | 'other' | 'weeks12' }) => string;
    readonly help: string;
  };
  readonly streak: {
    readonly title: string;
    /** {count, plural, one {day} other {days}} */
    readonly word: (of: { count: number }) => string;
    readonly safe: string;
    readonly goOn: string;
    readonly begin: string;
    /** Longest: {count, plural, one {# day} other {# days}} */
    readonly longest: (of: { count: number }) => string;
    readonly help: string;
  };
  readonly goal: {
    readonly title: string;
    readonly set: string;
    readonly change: string;
    readonly none: string;
    /** {done, number} of {count, number} */
    readonly progress: (of: { count: number; done: number }) => string;
    /** {span, select, day {{left, plural, one {# more today} other {# more today}}} other {{left, plural, one {# more this week} other {# more this week}}}} */
    readonly left: (of: { left: number; span: 'day' | 'other' }) => string;
    /** {span, select, day {Reached today} other {Reached this week}} */
    readonly reached: (of: { span: 'day' | 'other' }) => string;
    readonly count: string;
    readonly span: string;
    readonly spans: {
      readonly day: string;
      readonly week: string;
    };
    readonly save: string;
    readonly remove: string;
    readonly cancel: string;
    readonly help: string;
  };
  readonly projects: {
    readonly title: string;
    readonly none: string;
    /** {count, plural, one {# other project} other {# other projects}} */
    readonly rest: (of: { count: number }) => string;
    readonly help: string;
  };
  readonly labels: {
    readonly title: string;
    readonly none: string;
    /** {count, plural, one {# other label} other {# other labels}} */
    readonly rest: (of: { count: number }) => string;
    readonly help: string;
  };
  readonly nothing: string;
  readonly weekdays: {
    readonly title: string;
    readonly help: string;
  };
  readonly hoursOfDay: {
    readonly title: string;
    /** {from} to {to} */
    readonly range: (of: { from: string; to: string }) => string;
    readonly help: string;
  };
  readonly deadlines: {
    readonly title: string;
    readonly onTime: string;
    readonly late: string;
    readonly without: string;
    readonly none: string;
    readonly share: string;
    readonly open: string;
    readonly median: string;
    /** {count, plural, one {# minute} other {# minutes}} */
    readonly minutes: (of: { count: number }) => string;
    /** {count, plural, one {# hour} other {# hours}} */
    readonly hours: (of: { count: number }) => string;
    /** {count, plural, one {# day} other {# days}} */
    readonly days: (of: { count: number }) => string;
    readonly help: string;
  };
  readonly open: {
    readonly title: string;
    readonly overdue: string;
    readonly dueSoon: string;
    readonly undated: string;
    readonly oldest: string;
    readonly none: string;
    /** since {day} */
    readonly since: (of: { day: string }) => string;
    readonly help: string;
  };
  readonly planned: {
    readonly title: string;
    readonly ahead: string;
    readonly before: string;
    /** Overdue, besides: {time}. */
    readonly overdue: (of: { time: string }) => string;
    /** {count, plural, one {# planned task has no estimate.} other {# planned tasks have no estimate.}} */
    readonly unknown: (of: { count: number }) => string;
    readonly none: string;
    /** {done} done, {planned} planned */
    readonly both: (of: { done: string; planned: string }) => string;
    /** {time} done */
    readonly done: (of: { time: string }) => string;
    /** {time} planned */
    readonly planned: (of: { time: string }) => string;
    readonly nothing: string;
    readonly help: string;
  };
  readonly everybody: string;
}
