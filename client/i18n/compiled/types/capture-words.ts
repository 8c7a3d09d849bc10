// Made from catalogs/en/capture.json by `npm run words`; edit that instead.

/** The words of `capture` with what they take. */
export interface CaptureWords {
  readonly title: string;
  readonly hint: string;
  readonly chips: string;
  readonly kinds: {
    readonly due: string;
    readonly time: string;
    readonly repeat: string;
    readonly start: string;
    readonly reminder: string;
    readonly priority: string;
    readonly label: string;
    readonly project: string;
    readonly person: string;
    readonly estimate: string;
  };
  /** {kind}: {words} */
  readonly chip: (of: { kind: string; words: string }) => string;
  /** {kind}: {words}. Make it text */
  readonly makeText: (of: { kind: string; words: string }) => string;
  /** ‘{words}’ is text */
  readonly isText: (of: { words: string }) => string;
  /** Recognised: {chips} */
  readonly recognised: (of: { chips: string }) => string;
  /** {chips}, {chip} */
  readonly andChip: (of: { chip: string; chips: string }) => string;
  /** {name} (new) */
  readonly newLabel: (of: { name: string }) => string;
  /** From {day} */
  readonly from: (of: { day: string }) => string;
  /** {phrase}, from {day} */
  readonly rhythm: (of: { day: string; phrase: string }) => string;
  /** {day} {time} */
  readonly dayAndTime: (of: { day: string; time: string }) => string;
  readonly takes: {
    /** {count, plural, one {# day} other {# days}} */
    readonly days: (of: { count: number }) => string;
    /** {hours, number} h */
    readonly hours: (of: { hours: number }) => string;
    /** {hours, number} h {minutes, number} min */
    readonly hoursAndMinutes: (of: { hours: number; minutes: number }) => string;
    /** {minutes, number} min */
    readonly minutes: (of: { minutes: number }) => string;
  };
  readonly before: {
    /** {count, plural, one {# day before} other {# days before}} */
    readonly days: (of: { count: number }) => string;
    /** {hours, number} h before */
    readonly hours: (of: { hours: number }) => string;
    /** {hours, number} h {minutes, number} min before */
    readonly hoursAndMinutes: (of: { hours: number; minutes: number }) => string;
    /** {minutes, number} min before */
    readonly minutes: (of: { minutes: number }) => string;
  };
  readonly suggestions: {
    readonly labels: string;
    readonly projects: string;
    readonly people: string;
  };
  /** {count, plural, one {# suggestion} other {# suggestions}} */
  readonly suggested: (of: { count: number }) => string;
  /** Create label ‘{name}’ */
  readonly createLabel: (of: { name: string }) => string;
  /** Create project ‘{name}’ */
  readonly createProject: (of: { name: string }) => string;
  readonly keys: {
    readonly add: string;
    readonly addAnother: string;
    readonly close: string;
  };
  /** Task added to {place} */
  readonly addedTo: (of: { place: string }) => string;
  /** {when, select, today {Task added for today} tomorrow {Task added for tomorrow} yesterday {Task added for yesterday} other {Task added for {day}}} */
  readonly addedFor: (of: { day: string; when: 'other' | 'today' | 'tomorrow' | 'yesterday' }) => string;
  readonly cheats: {
    readonly title: string;
    readonly rows: {
      readonly due: {
        readonly typed: string;
        readonly meaning: string;
      };
      readonly repeat: {
        readonly typed: string;
        readonly meaning: string;
      };
      readonly start: {
        readonly typed: string;
        readonly meaning: string;
      };
      readonly priority: {
        readonly typed: string;
        readonly meaning: string;
      };
      readonly label: {
        readonly typed: string;
        readonly meaning: string;
      };
      readonly project: {
        readonly typed: string;
        readonly meaning: string;
      };
      readonly person: {
        readonly typed: string;
        readonly meaning: string;
      };
      readonly estimate: {
        readonly typed: string;
        readonly meaning: string;
      };
      readonly reminder: {
        readonly typed: string;
        readonly meaning: string;
      };
      readonly quotes: {
        readonly typed: string;
        readonly meaning: string;
      };
      readonly lines: {
        readonly typed: string;
        readonly meaning: string;
      };
    };
  };
  readonly paste: {
    /** {count, plural, one {# pasted line} other {# pasted lines}} */
    readonly title: (of: { count: number }) => string;
    readonly text: string;
    readonly lines: string;
    /** {state, select, done {Add ‘{title}’, done} other {Add ‘{title}’}} */
    readonly include: (of: { state: 'done' | 'other'; title: string }) => string;
    /** {state, select, done {Add ‘{title}’, level {level, number}, done} other {Add ‘{title}’, level {level, number}}} */
    readonly includeUnder: (of: { level: number; state: 'done' | 'other'; title: string }) => string;
    readonly all: string;
    readonly none: string;
    /** {count, plural, one {Add # task} other {Add # tasks}} */
    readonly add: (of: { count: number }) => string;
    readonly asOne: string;
    readonly tooLong: string;
    /** {included, number} of {count, number} */
    readonly counted: (of: { count: number; included: number }) => string;
  };
}
