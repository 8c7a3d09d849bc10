// Made from catalogs/en/calendar.json by `npm run words`; edit that instead.

/** The words of `calendar` with what they take. */
export interface CalendarWords {
  readonly span: string;
  readonly month: string;
  readonly week: string;
  readonly previous: {
    readonly month: string;
    readonly week: string;
  };
  readonly next: {
    readonly month: string;
    readonly week: string;
  };
  /** {from} – {to} */
  readonly fromTo: (of: { from: string; to: string }) => string;
  readonly today: string;
  readonly showSide: string;
  readonly hideSide: string;
  readonly side: string;
  /** +{count, number} more */
  readonly more: (of: { count: number }) => string;
  /** {count, plural, =0 {{day}} one {{day}, # task} other {{day}, # tasks}} */
  readonly day: (of: { count: number; day: string }) => string;
  readonly allDay: string;
  readonly overdue: string;
  readonly unscheduled: string;
  readonly unscheduledText: string;
  readonly noneUnscheduled: string;
  readonly dayEmpty: string;
  /** Add task on {day} */
  readonly addOn: (of: { day: string }) => string;
  /** {title}, will repeat */
  readonly ghost: (of: { title: string }) => string;
  readonly ghostMark: string;
  /** Lifted ‘{title}’. Let go over a day, or press Escape. */
  readonly lifted: (of: { title: string }) => string;
  /** Over {day} */
  readonly over: (of: { day: string }) => string;
  /** Cancelled. ‘{title}’ is where it was. */
  readonly cancelled: (of: { title: string }) => string;
  /** Moved ‘{title}’ to {day} */
  readonly moved: (of: { day: string; title: string }) => string;
  /** Moved ‘{title}’ to {day} at {time} */
  readonly movedToTime: (of: { day: string; time: string; title: string }) => string;
  /** Moved ‘{title}’ to {day}. Only this one: it repeats as before. */
  readonly movedOne: (of: { day: string; title: string }) => string;
  /** Moved ‘{title}’ to {day} at {time}. Only this one: it repeats as before. */
  readonly movedOneToTime: (of: { day: string; time: string; title: string }) => string;
}
