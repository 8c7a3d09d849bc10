import * as z from 'zod/mini';
import { limits } from './limits.ts';

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const instantPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
const datePattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const timePattern = /^([01]\d|2[0-3]):[0-5]\d$/;
const timeZonePattern = /^[A-Za-z][A-Za-z0-9_+\-/]*$/;

/** A string as it can be stored and come back the same: no lone surrogate, no NUL. */
function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes('\u0000');
}

/** Text of bounded length (UTF-16 code units) that survives every store byte for byte; with a minimum it is not blank. */
export function boundedText({ min, max }: { min: number; max: number }) {
  const isText = (text: string) =>
    isStorable(text) && (text.length < min || min === 0 || text.trim() !== '');
  return z.string().check(z.minLength(min), z.maxLength(max), z.refine(isText, 'text'));
}

/** A lower-case UUID of any version. */
export const uuid = z.string().check(z.regex(uuidPattern));

/** Device id: 10 characters [0-9a-z], made once per device and workspace. */
export const deviceIdSchema = z.string().check(z.regex(/^[0-9a-z]{10}$/));

/** An instant: ISO 8601 in UTC with milliseconds, e.g. `2026-11-22T09:30:00.000Z`. */
export const instant = z.string().check(
  z.regex(instantPattern),
  z.refine((text) => !Number.isNaN(Date.parse(text)), 'instant'),
);

/** A calendar date that exists, `YYYY-MM-DD`, years 1900–2999. It means the same day everywhere. */
export const civilDate = z.string().check(z.refine(isCivilDate, 'date'));

/** A wall-clock time, `HH:MM`, 24 hours. */
export const wallTime = z.string().check(z.regex(timePattern));

/** An IANA time-zone name by its form; whether the device knows it is the device's matter. */
export const timeZone = z
  .string()
  .check(z.regex(timeZonePattern), z.maxLength(limits.timeZoneMaxLength));

/** A fractional order key; lists are sorted by (key, id) as plain strings. */
export const orderKey = z
  .string()
  .check(z.regex(/^[0-9A-Za-z~-]+$/), z.maxLength(limits.orderKeyMaxLength));

/** A name of a colour of the palette, never a raw colour, so that themes can keep contrast. */
export const paletteColor = z.enum([
  'gray',
  'red',
  'orange',
  'amber',
  'green',
  'teal',
  'blue',
  'indigo',
  'violet',
  'pink',
]);

function isCivilDate(text: string): boolean {
  const match = datePattern.exec(text);
  if (match === null) return false;
  const [year, month, day] = match.slice(1).map(Number);
  if (year === undefined || month === undefined || day === undefined) return false;
  if (year < 1900 || year > 2999 || month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}
