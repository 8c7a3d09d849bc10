import { formatCivilDate, parseCivilDate } from './civil-date.ts';
import { limits } from './limits.ts';

/** How often a rule's period comes round. */
export type Frequency = 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';

/** A weekday of a rule, 0 = Monday; `ordinal` 2 = the second, -1 = the last of its month or year, 0 = every one. */
export interface RuleDay {
  weekday: number;
  ordinal: number;
}

/** A recurrence rule, read. Empty lists mean the part was not given; 0 = no COUNT; '' = no UNTIL. */
export interface RecurrenceRule {
  freq: Frequency;
  interval: number;
  count: number;
  /** Last possible day, `YYYY-MM-DD`. */
  until: string;
  byMonth: number[];
  /** 1…31, or -1 (last day) … -31. */
  byMonthDay: number[];
  byDay: RuleDay[];
  bySetPos: number[];
  /** First day of the week, 0 = Monday. */
  weekStart: number;
}

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const listMaxLength = 31;
const intervalMax = 1_000;
const countMax = 1_000;

/** The rule that repeats every one of the period and says nothing more. */
export function plainRule(freq: Frequency, interval = 1): RecurrenceRule {
  return {
    freq,
    interval,
    count: 0,
    until: '',
    byMonth: [],
    byMonthDay: [],
    byDay: [],
    bySetPos: [],
    weekStart: 0,
  };
}

/**
 * Reads the body of an RFC 5545 RRULE, e.g. `FREQ=WEEKLY;BYDAY=MO`; undefined for what we do not keep.
 * At most 200 characters; FREQ DAILY, WEEKLY, MONTHLY or YEARLY; INTERVAL and COUNT up to 1,000; UNTIL (its day),
 * BYMONTH, BYMONTHDAY, BYDAY, BYSETPOS and WKST. Parts finer than a day, BYWEEKNO and BYYEARDAY are refused.
 */
export function parseRecurrenceRule(text: string): RecurrenceRule | undefined {
  if (text.length > limits.recurrenceRuleMaxLength) return undefined;
  const parts = text.split(';').map((part) => part.split('='));
  const names = parts.map(([name]) => name);
  const freq = readFrequency(parts[0]?.[0] === 'FREQ' ? parts[0][1] : undefined);
  if (!freq || new Set(names).size < names.length) return undefined;
  const rule = plainRule(freq);
  for (const [name, value, more] of parts.slice(1)) {
    if (!name || !value || more !== undefined || !readPart(rule, name, value)) return undefined;
  }
  return isSensible(rule) ? rule : undefined;
}

/** Writes a rule as `parseRecurrenceRule` reads it, parts in one fixed order. */
export function formatRecurrenceRule(rule: RecurrenceRule): string {
  const parts = [
    `FREQ=${rule.freq}`,
    rule.interval === 1 ? '' : `INTERVAL=${rule.interval}`,
    rule.count === 0 ? '' : `COUNT=${rule.count}`,
    rule.until === '' ? '' : `UNTIL=${rule.until.replaceAll('-', '')}`,
    list('BYMONTH', rule.byMonth),
    list('BYMONTHDAY', rule.byMonthDay),
    list('BYDAY', rule.byDay.map(formatDay)),
    list('BYSETPOS', rule.bySetPos),
    rule.weekStart === 0 ? '' : `WKST=${weekdays[rule.weekStart]}`,
  ];
  return parts.filter((part) => part !== '').join(';');
}

function list(name: string, values: readonly (number | string)[]): string {
  return values.length === 0 ? '' : `${name}=${values.join(',')}`;
}

function formatDay({ weekday, ordinal }: RuleDay): string {
  return `${ordinal === 0 ? '' : ordinal}${weekdays[weekday]}`;
}

function readFrequency(text: string | undefined): Frequency | undefined {
  const known: readonly Frequency[] = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'];
  return known.find((freq) => freq === text);
}

/** Puts one part into the rule; false when it is unknown or out of bounds. */
function readPart(rule: RecurrenceRule, name: string, value: string): boolean {
  switch (name) {
    case 'INTERVAL':
      rule.interval = readNumber(value, intervalMax) ?? 0;
      return rule.interval > 0;
    case 'COUNT':
      rule.count = readNumber(value, countMax) ?? 0;
      return rule.count > 0;
    case 'UNTIL':
      rule.until = readUntil(value) ?? '';
      return rule.until !== '';
    case 'WKST':
      rule.weekStart = weekdays.indexOf(value);
      return rule.weekStart >= 0;
    case 'BYMONTH':
      return readList(value, rule.byMonth, (item) => readNumber(item, 12));
    case 'BYMONTHDAY':
      return readList(value, rule.byMonthDay, (item) => readSigned(item, 31));
    case 'BYSETPOS':
      return readList(value, rule.bySetPos, (item) => readSigned(item, 366));
    case 'BYDAY':
      return readList(value, rule.byDay, readDay);
    default:
      return false;
  }
}

/** Combinations that RFC 5545 forbids, or that would never mean a day. */
function isSensible(rule: RecurrenceRule): boolean {
  const hasOrdinal = rule.byDay.some((day) => day.ordinal !== 0);
  if (hasOrdinal && (rule.freq === 'DAILY' || rule.freq === 'WEEKLY')) return false;
  if (rule.freq === 'WEEKLY' && rule.byMonthDay.length > 0) return false;
  if (rule.count > 0 && rule.until !== '') return false;
  const days = rule.byMonth.length + rule.byMonthDay.length + rule.byDay.length;
  return rule.bySetPos.length === 0 || days > 0;
}

function readList<T>(text: string, into: T[], read: (item: string) => T | undefined): boolean {
  const items = text.split(',');
  if (items.length > listMaxLength) return false;
  for (const item of items) {
    const value = read(item);
    if (value === undefined) return false;
    into.push(value);
  }
  return true;
}

function readNumber(text: string, max: number): number | undefined {
  if (!/^\d{1,4}$/.test(text)) return undefined;
  const value = Number(text);
  return value >= 1 && value <= max ? value : undefined;
}

function readSigned(text: string, max: number): number | undefined {
  const value = readNumber(text.replace(/^[+-]/, ''), max);
  return value !== undefined && text.startsWith('-') ? -value : value;
}

function readDay(text: string): RuleDay | undefined {
  const weekday = weekdays.indexOf(text.slice(-2));
  const ordinal = text.length === 2 ? 0 : readSigned(text.slice(0, -2), 53);
  return weekday < 0 || ordinal === undefined ? undefined : { weekday, ordinal };
}

function readUntil(text: string): string | undefined {
  const match = /^(\d{4})(\d{2})(\d{2})(?:T\d{6}Z?)?$/.exec(text);
  const date = match && parseCivilDate(`${match[1]}-${match[2]}-${match[3]}`);
  return date ? formatCivilDate(date) : undefined;
}
