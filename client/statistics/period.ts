import {
  daysInMonth,
  formatCivilDate,
  fromDayNumber,
  parseCivilDate,
  toDayNumber,
  weekdayOf,
} from '#shared/civil-date';

/** The periods that can be looked at, in the order they are offered; each ends with today, or the week or month it is in. */
export const periodNames = ['days7', 'days30', 'weeks12', 'months12'] as const;

/** See `periodNames`. */
export type PeriodName = (typeof periodNames)[number];

/** Some days in a row: day numbers, `from` among them and `to` not. */
export interface DayRange {
  from: number;
  to: number;
}

/** What is looked at: `buckets` follow each other without gap or overlap, and today is in the last one. */
export interface Period {
  name: PeriodName;
  unit: 'day' | 'week' | 'month';
  buckets: readonly DayRange[];
  /** All days of the buckets, those of the last one that are still to come too. */
  days: DayRange;
  /** What it is compared with: as many days, weeks or months right before, as far into the last one as today is. */
  before: DayRange;
}

const weekCount = 12;
const monthCount = 12;

/** The period of a name that ends with `today` (a day number); weeks start on a day from 0 = Monday to 6 = Sunday. */
export function periodOf(name: PeriodName, of: { today: number; weekStart: number }): Period {
  switch (name) {
    case 'days7':
      return daysPeriod(name, of.today, 7);
    case 'days30':
      return daysPeriod(name, of.today, 30);
    case 'weeks12':
      return weeksPeriod(of);
    default:
      return monthsPeriod(of.today);
  }
}

/** The first day of the week that a day is in. */
export function startOfWeek(day: number, weekStart: number): number {
  return day - ((weekdayOf(day) - weekStart + 7) % 7);
}

/** Whether a day is one of a range. */
export function isWithin(day: number, { from, to }: DayRange): boolean {
  return day >= from && day < to;
}

/** The number of a date, `YYYY-MM-DD`; undefined if there is no such day. */
export function dayNumberOf(date: string): number | undefined {
  const parsed = parseCivilDate(date);
  return parsed === undefined ? undefined : toDayNumber(parsed);
}

/** A day number as `YYYY-MM-DD`. */
export function dateOfDay(day: number): string {
  return formatCivilDate(fromDayNumber(day));
}

function daysPeriod(name: PeriodName, today: number, count: number): Period {
  const from = today - count + 1;
  return {
    name,
    unit: 'day',
    buckets: Array.from({ length: count }, (_, at) => ({ from: from + at, to: from + at + 1 })),
    days: { from, to: today + 1 },
    before: { from: from - count, to: from },
  };
}

function weeksPeriod({ today, weekStart }: { today: number; weekStart: number }): Period {
  const days = weekCount * 7;
  const from = startOfWeek(today, weekStart) - days + 7;
  return {
    name: 'weeks12',
    unit: 'week',
    buckets: Array.from({ length: weekCount }, (_, at) => ({
      from: from + at * 7,
      to: from + at * 7 + 7,
    })),
    days: { from, to: from + days },
    before: { from: from - days, to: today - days + 1 },
  };
}

function monthsPeriod(today: number): Period {
  const { year, month, day } = fromDayNumber(today);
  const current = year * 12 + month - 1;
  const starts = Array.from({ length: monthCount + 1 }, (_, at) =>
    startOfMonth(current - monthCount + 1 + at),
  );
  const buckets = starts.slice(1).map((to, at) => ({ from: starts[at] ?? to, to }));
  const days = { from: starts[0] ?? today, to: starts.at(-1) ?? today + 1 };
  const yearBefore = current - monthCount;
  const lastDay = daysInMonth(Math.floor(yearBefore / 12), (yearBefore % 12) + 1);
  const before = {
    from: startOfMonth(current - 2 * monthCount + 1),
    to: startOfMonth(yearBefore) + Math.min(day, lastDay),
  };
  return { name: 'months12', unit: 'month', buckets, days, before };
}

/** Months are counted from year 0: 12 a year. */
function startOfMonth(month: number): number {
  return toDayNumber({ year: Math.floor(month / 12), month: (month % 12) + 1, day: 1 });
}
