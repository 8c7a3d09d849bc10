import { formatCivilDate, fromDayNumber, parseCivilDate, toDayNumber } from './civil-date.ts';
import type { QuickAddContext, QuickAddValue } from './quick-add-token.ts';
import type { Span } from './quick-add-words.ts';

const minutesOfUnit = { m: 1, h: 60, d: 1_440, w: 10_080 } as const;
const minutesOfDay = 1_440;
const reminderMaxMinutes = 525_600;

/** Whether a text is a time of day and nothing else can be: not "9", and not "9.30" either. */
export function isClockTime(text: string): boolean {
  return /^(?:\d{1,2}(?:[:.]\d{2})? ?[ap]m|\d{1,2}:\d{2}|noon|midnight)$/.test(text);
}

/** A number in digits or as a word up to twelve; "a" and "an" are one. Undefined for anything else. */
export function readCount(word: string): number | undefined {
  if (/^\d{1,3}$/.test(word)) return Number(word);
  if (word === 'a' || word === 'an') return 1;
  const at = countWords.indexOf(word);
  return at < 0 ? undefined : at + 1;
}

/** "one" to "twelve". */
export const countWords = [
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

/** "in 2 hours", "in half an hour", "in 45 min", from the wall clock on; over midnight it is the next day. */
export function timeIn(
  phrase: string,
  { today, now }: QuickAddContext,
): { dueDate: string; dueTime: string } | undefined {
  const match = /^in (\d{1,3}|[a-z]+|half an) (min|mins|minutes?|hours?|hrs?|h)$/.exec(phrase);
  const date = parseCivilDate(today);
  const clock = /^(\d{2}):(\d{2})$/.exec(now ?? '');
  if (match === null || date === undefined || clock === null) return undefined;
  const [, count = '', unit = ''] = match;
  const perUnit = unit.startsWith('h') ? 60 : 1;
  const times = count === 'half an' ? 0.5 : readCount(count);
  if (times === undefined || times === 0) return undefined;
  const total = Number(clock[1]) * 60 + Number(clock[2]) + Math.round(times * perUnit);
  const minute = total % minutesOfDay;
  const day = toDayNumber(date) + Math.floor(total / minutesOfDay);
  const pad = (part: number) => String(part).padStart(2, '0');
  return {
    dueDate: formatCivilDate(fromDayNumber(day)),
    dueTime: `${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`,
  };
}

/** "remind me 10 min before", "reminder 1 day before". */
export function readReminder({ phrase }: Span): QuickAddValue | undefined {
  const match =
    /^remind(?:er| me)? (\d{1,3}|[a-z]+) ?(m|min|mins|minutes?|h|hrs?|hours?|d|days?|w|weeks?) (?:before|early|earlier|ahead)$/.exec(
      phrase,
    );
  const count = match && readCount(match[1] ?? '');
  const unit = match?.[2]?.charAt(0);
  if (!count || !isUnit(unit)) return undefined;
  const minutesBefore = count * minutesOfUnit[unit];
  return minutesBefore > reminderMaxMinutes ? undefined : { kind: 'reminder', minutesBefore };
}

function isUnit(letter: string | undefined): letter is keyof typeof minutesOfUnit {
  return letter !== undefined && Object.hasOwn(minutesOfUnit, letter);
}
