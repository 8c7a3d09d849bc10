// Made from catalogs/en/schedule.json by `npm run words`; edit that instead.

/** The words of `schedule` with what they take. */
export interface ScheduleWords {
  readonly time: string;
  readonly nextWeek: string;
  readonly repeat: {
    readonly none: string;
    readonly daily: string;
    readonly weekdays: string;
    readonly weekly: string;
    readonly monthly: string;
    readonly yearly: string;
    readonly custom: string;
  };
  readonly previousMonth: string;
  readonly nextMonth: string;
}
