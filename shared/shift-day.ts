import { formatCivilDate, fromDayNumber, parseCivilDate, toDayNumber } from './civil-date.ts';

/** The day so many days after another one, both `YYYY-MM-DD`; a text that is no day stays as it is. */
export function shiftDay(date: string, days: number): string {
  const day = parseCivilDate(date);
  return day === undefined ? date : formatCivilDate(fromDayNumber(toDayNumber(day) + days));
}

/** How many days lie between two days, `YYYY-MM-DD`; 0 if one of them is none. */
export function daysBetween(from: string, to: string): number {
  const [a, b] = [parseCivilDate(from), parseCivilDate(to)];
  return a === undefined || b === undefined ? 0 : toDayNumber(b) - toDayNumber(a);
}
