import type { StatisticsWords } from '#client/i18n/compiled/types/statistics-words.ts';
import type { Formats } from '#client/i18n/formats.ts';
import type { Bar } from './chart-bars.ts';
import type { Statistics } from './compute-statistics.ts';
import { dateOfDay, isWithin, type Period } from './period.ts';

/** A bar of a chart, and the name that its line in the table has. */
export interface NamedBar extends Bar {
  name: string;
}

/** What bars are written with. */
export interface BarWriting {
  words: StatisticsWords;
  formats: Formats;
}

/** The buckets of a period as bars; the last one holds today and may grow. */
export function periodBars(
  { period, buckets }: Pick<Statistics, 'period' | 'buckets'>,
  of: BarWriting & { today: number },
): NamedBar[] {
  const { words } = of;
  return buckets.map(({ from, to, count }, index) => {
    const isCurrent = isWithin(of.today, { from, to });
    const date = dateOfDay(from);
    const name = isCurrent
      ? words.soFar({ name: nameOf(period, date, of) })
      : nameOf(period, date, of);
    const fromEnd = buckets.length - 1 - index;
    return {
      key: date,
      name,
      isCurrent,
      label: labelOf(period, date, { ...of, fromEnd }),
      isMinor: isMinorLabel(period, fromEnd),
      text: words.bar({ name, value: words.tasks({ count }) }),
      value: of.formats.number(count),
      values: [{ value: count }],
    };
  });
}

/** The day of the week of a date in few letters; Arabic calls whole names short, which would run into each other. */
export function shortWeekday(date: string, formats: Formats): string {
  const short = formats.date(date, { weekday: 'short' });
  return short.length <= 4 ? short : formats.date(date, { weekday: 'narrow' });
}

function nameOf({ unit }: Period, date: string, { formats, words }: BarWriting): string {
  if (unit === 'month') return formats.date(date, { month: 'long', year: 'numeric' });
  if (unit === 'week')
    return words.weekFrom({ day: formats.date(date, { day: 'numeric', month: 'long' }) });
  return formats.date(date, { weekday: 'long', day: 'numeric', month: 'long' });
}

/** Of thirty days only every seventh has a label, counted back from today. */
function labelOf(
  { name, unit }: Period,
  date: string,
  { formats, fromEnd }: BarWriting & { fromEnd: number },
): string | undefined {
  if (name === 'days7') return shortWeekday(date, formats);
  if (unit === 'month') return formats.date(date, { month: 'short' });
  if (name === 'days30' && fromEnd % 7 !== 0) return undefined;
  return formats.date(date, { day: 'numeric', month: 'short' });
}

function isMinorLabel({ name }: Period, fromEnd: number): boolean {
  if (name === 'days7') return false;
  if (name === 'days30') return fromEnd % 14 !== 0;
  return fromEnd % 3 !== 0;
}
