import { parseRecurrenceRule, type RecurrenceRule, type RuleDay } from '#shared/recurrence-rule';
import type { RhythmWords } from './compiled/types/rhythm-words.ts';
import type { Formats } from './formats.ts';

/** What a rhythm is put in words with. */
export interface RhythmSpeaking {
  words: RhythmWords;
  formats: Formats;
}

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth'] as const;
/** A month that begins on a Monday. */
const someMonday = '2001-01-01';

/**
 * How a task comes back, as a phrase to stand in a sentence: `every 2 weeks on Friday`, `every month on the last day
 * until 1 May 2027`. Undefined for what is no recurrence, and for a rule that says more than there are words for.
 */
export function describeRhythm(recurrence: unknown, of: RhythmSpeaking): string | undefined {
  const { rule: text, basis } = readParts(recurrence);
  const rule = parseRecurrenceRule(text);
  const plain = rule && (describeDays(rule, of) ?? undefined);
  if (rule === undefined || plain === undefined) return undefined;
  const { words, formats } = of;
  const whole = basis === 'completion' ? words.fromCompletion({ rhythm: plain }) : plain;
  if (rule.count > 0) return words.times({ rhythm: whole, count: rule.count });
  if (rule.until === '') return whole;
  const date = formats.date(rule.until, { day: 'numeric', month: 'short', year: 'numeric' });
  return words.until({ rhythm: whole, date });
}

function readParts(recurrence: unknown): { rule: string; basis: unknown } {
  if (typeof recurrence !== 'object' || recurrence === null) return { rule: '', basis: '' };
  const rule = 'rule' in recurrence && typeof recurrence.rule === 'string' ? recurrence.rule : '';
  return { rule, basis: 'basis' in recurrence ? recurrence.basis : '' };
}

function describeDays(rule: RecurrenceRule, of: RhythmSpeaking): string | undefined {
  const { interval, byDay, byMonth, byMonthDay, bySetPos } = rule;
  const { words, formats } = of;
  const isPlain = [byDay, byMonth, byMonthDay, bySetPos].every((list) => list.length === 0);
  if (rule.freq === 'DAILY') return isPlain ? words.daily({ interval }) : undefined;
  if (rule.freq === 'WEEKLY') {
    if (isPlain) return words.weekly({ interval });
    if (byMonth.length > 0 || bySetPos.length > 0) return undefined;
    if (isWorkWeek(byDay)) return words.workdays({ interval });
    const days = byDay.map(({ weekday }) => weekdayName(weekday, formats));
    return words.weeklyOn({ interval, days: formats.list(days) });
  }
  if (rule.freq === 'MONTHLY') {
    if (isPlain) return words.monthly({ interval });
    const days = byMonth.length === 0 ? monthDays(rule, of) : undefined;
    return days && words.monthlyOn({ interval, days: formats.list(days) });
  }
  if (isPlain) return words.yearly({ interval });
  const days = yearDays(rule, of);
  return days && words.yearlyOn({ interval, days: formats.list(days) });
}

/** "day 15", "the last day", "the third Friday": undefined where one of them has no word. */
function monthDays(rule: RecurrenceRule, of: RhythmSpeaking): string[] | undefined {
  const { byDay, byMonthDay, bySetPos } = rule;
  const { monthDay } = of.words;
  if (byDay.length > 0 && byMonthDay.length > 0) return undefined;
  if (bySetPos.length > 0) {
    const known = isWorkWeek(byDay) && bySetPos.every(hasOrdinal);
    return known ? bySetPos.map((at) => monthDay.workday({ which: ordinalOf(at) })) : undefined;
  }
  if (byDay.length > 0) {
    if (!byDay.every(({ ordinal }) => hasOrdinal(ordinal))) return undefined;
    return byDay.map(({ ordinal, weekday }) =>
      monthDay.weekday({ which: ordinalOf(ordinal), weekday: weekdayName(weekday, of.formats) }),
    );
  }
  if (byMonthDay.some((day) => day < -1)) return undefined;
  return byMonthDay.map((day) => (day === -1 ? monthDay.last : monthDay.day({ day })));
}

function yearDays(rule: RecurrenceRule, of: RhythmSpeaking): string[] | undefined {
  const { byMonth, byMonthDay } = rule;
  if (byMonth.length === 0) return undefined;
  const isDate = byMonthDay.length > 0 && byMonthDay.every((day) => day > 0);
  if (isDate) {
    return byMonth.flatMap((month) =>
      byMonthDay.map((day) => {
        const date = `2000-${twoDigits(month)}-${twoDigits(day)}`;
        return of.formats.date(date, { day: 'numeric', month: 'long' });
      }),
    );
  }
  const days = monthDays(rule, of);
  return (
    days &&
    byMonth.flatMap((number) => {
      const month = of.formats.date(`2000-${twoDigits(number)}-01`, { month: 'long' });
      return days.map((day) => of.words.ofMonth({ day, month }));
    })
  );
}

function isWorkWeek(days: readonly RuleDay[]): boolean {
  const held = new Set(days.map(({ weekday }) => weekday));
  return days.length === 5 && [0, 1, 2, 3, 4].every((day) => held.has(day));
}

function hasOrdinal(ordinal: number): boolean {
  return ordinal === -1 || (ordinal >= 1 && ordinal <= ordinals.length);
}

function ordinalOf(ordinal: number) {
  return ordinals[ordinal - 1] ?? 'other';
}

/** 0 is Monday. */
function weekdayName(weekday: number, formats: Formats): string {
  return formats.date(`${someMonday.slice(0, -1)}${weekday + 1}`, { weekday: 'long' });
}

function twoDigits(part: number): string {
  return String(part).padStart(2, '0');
}
