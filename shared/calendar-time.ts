import type { CalendarValue } from './calendar-component.ts';
import type { FindZone } from './calendar-zones.ts';
import { civilDate } from './fields.ts';
import { parse } from './parse.ts';
import { instantOfWallTime } from './wall-time.ts';
import { wallOfInstant } from './zone-wall.ts';

/** A day, or a moment of it, as a calendar means it: `zone` null is the time on the wall wherever one is. */
export interface CalendarTime {
  date: string;
  /** `HH:MM`; null for a whole day. */
  time: string | null;
  zone: string | null;
}

/** How a calendar's times are read on this device. */
export interface TimeReader {
  /** Undefined for what is no time, or no day between the years 1900 and 2999. */
  read: (value: CalendarValue) => CalendarTime | undefined;
  /** In milliseconds; a whole day begins at midnight on this device. */
  instantOf: (time: CalendarTime) => number;
  /** The same moment in another zone; days and times without a zone stay as they are. */
  inZone: (time: CalendarTime, zone: string | null) => CalendarTime;
  /** The moment at an instant, as this device would write it. */
  atInstant: (instantMs: number) => CalendarTime | undefined;
}

/** Times in UTC become those of the device; told is each zone that had to be guessed, or is not known. */
export function createTimeReader(of: {
  deviceZone: string;
  findZone: FindZone;
  tell: (code: 'zone_guessed' | 'zone_unknown', detail: string) => void;
}): TimeReader {
  const { deviceZone, findZone, tell } = of;
  const instantOf = ({ date, time, zone }: CalendarTime) =>
    instantOfWallTime({ date, time: time ?? '00:00', timeZone: zone ?? deviceZone }) ?? 0;
  const atZone = (instantMs: number, zone: string) => {
    const wall = wallOfInstant(instantMs, zone);
    return wall !== undefined && isDate(wall.date) ? { ...wall, zone } : undefined;
  };
  const zoneOf = (tzid: string) => {
    if (tzid === '') return null;
    const found = findZone(tzid);
    if (found === undefined) tell('zone_unknown', tzid);
    else if (found.isGuess) tell('zone_guessed', `${tzid} → ${found.zone}`);
    return found?.zone ?? null;
  };
  return {
    read: (value) => {
      const match = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d):(?:\d\d)?(Z?))?/.exec(value.text);
      const [, date = '', time, utc] = match ?? [];
      if (!isDate(date)) return undefined;
      if (value.type === 'date' || time === undefined) {
        return value.text.length > 13 ? undefined : { date, time: null, zone: null };
      }
      if (!/^(?:[01]\d|2[0-3]):[0-5]\d$/.test(time)) return undefined;
      if (utc === 'Z') return atZone(Date.parse(`${date}T${time}:00Z`), deviceZone);
      return { date, time, zone: zoneOf(value.parameter('tzid')) };
    },
    instantOf,
    inZone: (time, zone) => {
      if (time.time === null || time.zone === null || time.zone === zone) return time;
      return atZone(instantOf(time), zone ?? deviceZone) ?? time;
    },
    atInstant: (instantMs) => atZone(instantMs, deviceZone),
  };
}

/** Seconds of a duration such as `-PT15M`; undefined for what is none. */
export function durationSeconds(text: string): number | undefined {
  const match = /^([+-]?)P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(
    text,
  );
  if (match === null) return undefined;
  const [weeks, days, hours, minutes, seconds] = match.slice(2).map((part) => Number(part ?? 0));
  const total =
    (((weeks ?? 0) * 7 + (days ?? 0)) * 24 + (hours ?? 0)) * 3600 +
    (minutes ?? 0) * 60 +
    (seconds ?? 0);
  if (total > 10 ** 9) return undefined;
  return match[1] === '-' ? -total : total;
}

function isDate(text: string): boolean {
  return parse(civilDate, text).ok;
}
