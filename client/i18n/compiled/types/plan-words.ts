// Made from catalogs/en/plan.json by `npm run words`; edit that instead.

/** The words of `plan` with what they take. */
export interface PlanWords {
  /** {count, plural, one {# overdue} other {# overdue}} */
  readonly overdue: (of: { count: number }) => string;
  readonly toToday: string;
  readonly toOther: string;
  readonly toTomorrow: string;
  readonly toNextWeek: string;
  readonly moved: {
    /** {count, plural, one {# task moved to today} other {# tasks moved to today}} */
    readonly today: (of: { count: number }) => string;
    /** {count, plural, one {# task moved to tomorrow} other {# tasks moved to tomorrow}} */
    readonly tomorrow: (of: { count: number }) => string;
    /** {count, plural, one {# task moved to next week} other {# tasks moved to next week}} */
    readonly nextWeek: (of: { count: number }) => string;
  };
  readonly today: string;
  readonly tomorrow: string;
  readonly later: string;
  readonly done: string;
  /** {count, plural, one {# task} other {# tasks}} */
  readonly count: (of: { count: number }) => string;
  /** Add task on {day} */
  readonly addOn: (of: { day: string }) => string;
  /** Moved ‘{title}’ to {day} */
  readonly movedToDay: (of: { day: string; title: string }) => string;
}
