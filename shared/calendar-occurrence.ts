import { entryText, type ReadEntry } from './calendar-entry.ts';
import { readSeries } from './calendar-series.ts';
import type { CalendarTime } from './calendar-time.ts';
import type { Recurrence } from './recurrence.ts';

/** When an entry stands in the list, and whether it comes back. */
export type Placement =
  | { name: 'on'; date: string; recurrence: Recurrence | null; note: string }
  /** It repeats, nobody here can tell when next. */
  | { name: 'undated'; note: string }
  | { name: 'past' };

/**
 * Finds the next time of an entry that is not before `from`. What a series has beyond a rule (single days more or less)
 * and rules that TaskFlow has no words for are told; such a rule is kept as `note`.
 */
export function placeEntry(
  entry: ReadEntry,
  of: {
    start: CalendarTime;
    from: string;
    leftOut: ReadonlySet<string>;
    /** Whether one that does not repeat is over. */
    isPast: boolean;
  },
): Placement {
  const { component, tell } = entry;
  const { start, from, leftOut } = of;
  const [rule, ...moreRules] = component.rules('rrule');
  const unread = component.unread.find(({ name }) => name === 'rrule');
  const text = rule ?? unread?.text;
  if (text === undefined) return placeDays(entry, of);
  const isOne = moreRules.length === 0 && component.rules('exrule').length === 0;
  const series = readSeries({ rule: isOne ? text : '', start, leftOut, from }, entry);
  if (series.name === 'ended') return placeDays(entry, { ...of, isPast: true });
  tellMoreDays(entry, component.values('rdate').length);
  if (series.name === 'recurring') {
    const { date, recurrence } = series;
    const later = [...leftOut].filter((day) => day > date).toSorted();
    if (later.length > 0) tell('exceptions_left_out', later.join(', '));
    return { name: 'on', date, recurrence, note: '' };
  }
  tell('recurrence_left_out', text);
  const note = `🔁 ${[text, ...moreRules].join(', ')}`;
  if (start.date < from) return { name: 'undated', note };
  return { name: 'on', date: start.date, recurrence: null, note };
}

/** One that has no rule: on its day, or on the first of those that stand beside it in the file. */
function placeDays(
  entry: ReadEntry,
  of: { start: CalendarTime; from: string; leftOut: ReadonlySet<string>; isPast: boolean },
): Placement {
  const { component, times } = entry;
  const { start, from, leftOut } = of;
  const more = component.values('rdate').flatMap((value) => {
    const time = times.read(value);
    return time === undefined ? [] : [times.inZone(time, start.zone).date];
  });
  const days = [...(of.isPast || leftOut.has(start.date) ? [] : [start.date]), ...more.toSorted()];
  const left = days.filter((day) => day === start.date || (day >= from && !leftOut.has(day)));
  const [date] = left;
  if (date === undefined) return { name: 'past' };
  tellMoreDays(entry, left.length - 1);
  return { name: 'on', date, recurrence: null, note: '' };
}

function tellMoreDays(entry: ReadEntry, count: number): void {
  if (count > 0) entry.tell('extra_dates_left_out', entryText(entry, 'rdate'));
}
