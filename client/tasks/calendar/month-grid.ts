import {
  daysInMonth,
  formatCivilDate,
  fromDayNumber,
  parseCivilDate,
  toDayNumber,
  weekdayOf,
} from '#shared/civil-date';
import { addDays } from '../due-date.ts';

/** What a calendar shows at once. */
export type CalendarSpan = 'month' | 'week';

/** The seven days of the week that holds a date; weeks start on a day from 0 = Monday to 6 = Sunday. */
export function weekOf(date: string, weekStart: number): string[] {
  const start = addDays(date, -((weekdayOf(dayNumberOf(date)) - weekStart + 7) % 7));
  return Array.from({ length: 7 }, (_, day) => addDays(start, day));
}

/** The weeks that hold the days of a month, four to six of them. */
export function weeksOfMonth(date: string, weekStart: number): string[][] {
  const { year, month } = partsOf(date);
  const last = formatCivilDate({ year, month, day: daysInMonth(year, month) });
  const weeks: string[][] = [];
  let week = weekOf(`${date.slice(0, 8)}01`, weekStart);
  while ((week[0] ?? last) <= last && weeks.length < 6) {
    weeks.push(week);
    week = weekOf(addDays(week[6] ?? last, 1), weekStart);
  }
  return weeks;
}

/** The same day of another month, or its last day where the month is shorter. */
export function addMonths(date: string, months: number): string {
  const { year, month, day } = partsOf(date);
  const index = year * 12 + month - 1 + months;
  const moved = { year: Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1 };
  const lastDay = daysInMonth(moved.year, moved.month);
  return formatCivilDate({ ...moved, day: Math.min(day, lastDay) });
}

function partsOf(date: string) {
  return parseCivilDate(date) ?? fromDayNumber(0);
}

function dayNumberOf(date: string): number {
  return toDayNumber(partsOf(date));
}
