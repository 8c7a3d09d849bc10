import { parseCivilDate, toDayNumber } from './civil-date.ts';

/** A place in time as people write it: date `YYYY-MM-DD` and time `HH:MM` on the walls of an IANA time zone. */
export interface WallTime {
  date: string;
  time: string;
  timeZone: string;
}

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/**
 * The instant of a wall time, in milliseconds; undefined if date or time cannot be read. On the night the clocks go
 * forward a time that is skipped counts from before it (02:30 is then 03:30); on the night they go back a time that
 * comes twice is its first one. A zone that this device does not know is taken as UTC.
 */
export function instantOfWallTime({ date, time, timeZone }: WallTime): number | undefined {
  const day = parseCivilDate(date);
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time);
  if (day === undefined || match === null) return undefined;
  const wallMs = toDayNumber(day) * dayMs + (Number(match[1]) * 60 + Number(match[2])) * minuteMs;
  // A zone changes its clocks at most once within two days: one of these offsets holds.
  const before = offsetAt(wallMs - dayMs, timeZone);
  const after = offsetAt(wallMs + dayMs, timeZone);
  const earlier = wallMs - before;
  if (offsetAt(earlier, timeZone) === before) return earlier;
  const later = wallMs - after;
  return offsetAt(later, timeZone) === after ? later : earlier;
}

/** What is added to UTC to get the time on the walls of a zone at an instant, in milliseconds. */
function offsetAt(instantMs: number, timeZone: string): number {
  const format = formatOf(timeZone);
  const parts = new Map(format.formatToParts(instantMs).map(({ type, value }) => [type, value]));
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.get(type));
  const wallMs = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return wallMs - Math.floor(instantMs / 1000) * 1000;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format takes far longer than using it. */
function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const made = makeFormat(timeZone);
  // Of names that are none there may be any number: they are not remembered.
  if (made === undefined)
    return timeZone === 'UTC' ? new Intl.DateTimeFormat('en') : formatOf('UTC');
  formats.set(timeZone, made);
  return made;
}

function makeFormat(timeZone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    return undefined;
  }
}
