import { type LanguageCode, languages, localeFor } from './languages.ts';

/** How one language writes numbers, dates and lists. All of it is the browser's own Intl. */
export interface Formats {
  readonly direction: 'ltr' | 'rtl';
  /** What Intl is asked for. */
  readonly locale: string;
  /** A number as people write it, e.g. `1,204`. */
  number: (value: number) => string;
  /** The plural form of a number, e.g. `one` or `other`. */
  form: (value: number) => Intl.LDMLPluralRule;
  /** Names one after the other, e.g. `Monday, Tuesday`. */
  list: (names: readonly string[]) => string;
  /** How long ago something was, e.g. `yesterday` for 1 and `day`, `now` for 0 and `second`. */
  ago: (amount: number, unit: Intl.RelativeTimeFormatUnit) => string;
  /** Text that may run in the other direction than what it is put into, kept apart from it by invisible marks. */
  text: (value: string) => string;
  /** A civil date, `YYYY-MM-DD`. It means the same day everywhere, so it is written as if it were in UTC. */
  date: (date: string, options: Intl.DateTimeFormatOptions) => string;
  /** A civil time, `HH:MM`. */
  time: (time: string) => string;
  /** An instant in ISO 8601, written in the time zone of the device. */
  instant: (at: string, options: Intl.DateTimeFormatOptions) => string;
}

/** Letters of scripts that run from the right. */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** The formats of a language on a device that speaks some, the one it likes best first. */
export function createFormats(
  code: LanguageCode,
  ofDevice: readonly string[] = globalThis.navigator?.languages ?? [],
): Formats {
  const { direction } = languages[code];
  const locale = localeFor(code, ofDevice);
  // Each takes milliseconds to make: only when it is asked for.
  let numbers: Intl.NumberFormat | undefined;
  let rules: Intl.PluralRules | undefined;
  // Making one takes longer than anything else that a row of a list does.
  const made = new Map<string, Intl.DateTimeFormat>();
  const dateFormat = (options: Intl.DateTimeFormatOptions) => {
    const key = JSON.stringify(options);
    const format = made.get(key) ?? new Intl.DateTimeFormat(locale, options);
    made.set(key, format);
    return format;
  };
  return {
    direction,
    locale,
    number: (value) => (numbers ??= new Intl.NumberFormat(locale)).format(value),
    form: (value) => (rules ??= new Intl.PluralRules(locale)).select(value),
    list: (names) => new Intl.ListFormat(locale, { type: 'unit', style: 'short' }).format(names),
    ago: (amount, unit) =>
      new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(-amount, unit),
    // Among words that run from the left, text without other letters needs no marks; screen readers and tests see none.
    // What has such marks inside is a phrase of our own: the marks look for their direction outside of them only.
    text: (value) => {
      if (direction === 'ltr' && !rightToLeft.test(value)) return value;
      return `${direction === 'rtl' && value.includes('\u2068') ? '\u2067' : '\u2068'}${value}\u2069`;
    },
    date: (date, options) =>
      dateFormat({ ...options, timeZone: 'UTC' }).format(Date.parse(`${date}T00:00:00.000Z`)),
    time: (time) =>
      dateFormat({ timeStyle: 'short', timeZone: 'UTC' }).format(Date.parse(`2000-01-01T${time}Z`)),
    instant: (at, options) => dateFormat(options).format(Date.parse(at)),
  };
}
