import type { CalendarComponent } from './calendar-component.ts';
import type { SeriesBudget } from './calendar-series.ts';
import type { CalendarTime, TimeReader } from './calendar-time.ts';
import type { ImportLeftOutCode, ImportNoticeCode } from './import-plan.ts';

/** One task or event of a calendar, on its way to become a task. */
export interface ReadEntry {
  kind: 'VEVENT' | 'VTODO';
  line: number;
  component: CalendarComponent;
  /** '' for one that has none. */
  uid: string;
  /** Of one time of a series that differs from the others: which one, as it stands in the file. */
  recurrenceId: string;
  projectName: string;
  times: TimeReader;
  budget: SeriesBudget;
  tell: (code: ImportNoticeCode, detail: string) => void;
  /** Counts something that the import does not take, by its reason. */
  leave: (code: ImportLeftOutCode) => void;
}

/** What entries depend on besides themselves. */
export interface EntrySurroundings {
  /** The day it is, `YYYY-MM-DD`. */
  today: string;
  /** Times of its series that are not there or stand as entries of their own: days in the zone of its start. */
  leftOutDays: (start: CalendarTime) => ReadonlySet<string>;
}

/** The first value of a property, '' without one. */
export function entryText({ component }: Pick<ReadEntry, 'component'>, name: string): string {
  return component.values(name)[0]?.text.trim() ?? '';
}

/** The first moment of a property; one that cannot be read is told, and comes back as a line for the notes. */
export function entryTime(
  { component, times, tell }: ReadEntry,
  name: string,
): { time: CalendarTime | undefined; note: string } {
  const value = component.values(name)[0];
  const time = value && times.read(value);
  if (value === undefined) return { time, note: '' };
  if (time !== undefined) {
    // The days of a series are days where its times are given; a day later elsewhere they would be other ones.
    const isSeries = value.text.endsWith('Z') && component.rules('rrule').length > 0;
    return { time: isSeries ? times.inZone(time, 'UTC') : time, note: '' };
  }
  tell('date_kept_as_text', `${name.toUpperCase()} ${value.text}`);
  return { time: undefined, note: `${name.toUpperCase()}: ${value.text}` };
}

/** An instant as documents hold it; undefined for a property that is missing or says none. */
export function entryInstant({ component, times }: ReadEntry, name: string): string | undefined {
  const value = component.values(name)[0];
  if (value === undefined) return undefined;
  // Nearly all are in UTC, and each entry has some: by way of the device's zone they took half of the time of a file.
  const utc = `${value.text.slice(0, -1)}.000Z`;
  if (isUtcInstant(value.text, utc)) return utc;
  const time = times.read(value);
  if (time === undefined || time.time === null) return undefined;
  return new Date(times.instantOf(time)).toISOString();
}

/** Whether it is a moment of the years 1900 to 2999 that exists. */
function isUtcInstant(text: string, instant: string): boolean {
  if (!/^(?:19|2\d)\d\d-.*Z$/.test(text)) return false;
  const ms = Date.parse(instant);
  return !Number.isNaN(ms) && new Date(ms).toISOString() === instant;
}
