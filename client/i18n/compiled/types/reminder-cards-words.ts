// Made from catalogs/en/reminder-cards.json by `npm run words`; edit that instead.

/** The words of `reminder-cards` with what they take. */
export interface ReminderCardsWords {
  readonly region: string;
  readonly one: string;
  /** {count, plural, one {# reminder} other {# reminders}} */
  readonly several: (of: { count: number }) => string;
  /** {count, plural, one {# reminder while you were away} other {# reminders while you were away}} */
  readonly missed: (of: { count: number }) => string;
  /** {heading}: {titles} */
  readonly spoken: (of: { heading: string; titles: string }) => string;
  readonly done: string;
  readonly open: string;
  readonly snooze: string;
  readonly snoozes: {
    /** For {count, plural, one {# minute} other {# minutes}} */
    readonly minutes: (of: { count: number }) => string;
    readonly hour: string;
    /** Until tomorrow, {time} */
    readonly tomorrow: (of: { time: string }) => string;
  };
  /** Close the reminder of ‘{title}’ */
  readonly dismiss: (of: { title: string }) => string;
}
