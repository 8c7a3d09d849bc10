import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { useCalendarWords } from '#client/i18n/compiled/use-calendar-words.ts';
import type { CalendarWords } from '#client/i18n/compiled/types/calendar-words.ts';
import type { Formats } from '#client/i18n/formats.ts';
import { firstWeekdayIn } from '#client/i18n/first-weekday.ts';
import { useFormats } from '#client/i18n/language.ts';
import { useAnnounce } from '#client/ui/live-region.tsx';
import { addDays } from '../due-date.ts';
import { type PlannerShortcut, usePlannerKeys } from '../planner/use-planner-keys.ts';
import { addMonths, type CalendarSpan, weekOf, weeksOfMonth } from './month-grid.ts';

/** The days that a calendar shows, and the one that keys move from. */
export interface CalendarDays {
  weeks: readonly (readonly string[])[];
  focused: string;
  /** What is shown, in words. */
  label: string;
  /** Chooses a day without taking the focus. */
  choose: (date: string) => void;
  step: (step: 1 | -1) => void;
}

/** See `CalendarDays`; with its keys: arrows, Home and End, Page Up and Down, `T`, Enter. */
export function useCalendarDays(of: {
  area: RefObject<HTMLElement | null>;
  span: CalendarSpan;
  today: string;
  hasSingleKeys: boolean;
  onOpenDay: (date: string) => void;
}): CalendarDays {
  const { area, span, today } = of;
  const [focused, setFocused] = useState(today);
  const wantsFocus = useRef(false);
  const words = useCalendarWords();
  const formats = useFormats();
  const weekStart = firstWeekdayIn(formats.locale) - 1;
  const weeks = useMemo(
    () => (span === 'month' ? weeksOfMonth(focused, weekStart) : [weekOf(focused, weekStart)]),
    [span, focused, weekStart],
  );
  const label = labelOf({ span, focused, weeks, words, formats });
  useTellNewLabel(label);
  useEffect(() => {
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    area.current?.querySelector<HTMLElement>(`[role="gridcell"][data-date="${focused}"]`)?.focus();
  });
  const stepped = (step: 1 | -1) => stepBy(span, focused, step);
  const dates = datesByKey({ span, focused, today, week: weekOf(focused, weekStart) });
  usePlannerKeys({
    area,
    hasSingleKeys: of.hasSingleKeys,
    onShortcut: (id, target) => {
      // Scrolling by key belongs to what is scrolled, and pressing to what can be pressed.
      if (target.matches('[tabindex]:not([role="gridcell"], h1, main)') && id !== 'to-today')
        return false;
      if (id === 'open') of.onOpenDay(focused);
      const date = dates[id];
      if (date !== undefined) {
        wantsFocus.current = true;
        setFocused(date);
      }
      return id === 'open' || date !== undefined;
    },
  });
  return { weeks, focused, label, choose: setFocused, step: (step) => setFocused(stepped(step)) };
}

/** Says what is shown when that changes. */
function useTellNewLabel(label: string): void {
  const announce = useAnnounce();
  const told = useRef(label);
  useEffect(() => {
    if (told.current !== label) announce(label);
    told.current = label;
  }, [label, announce]);
}

function stepBy(span: CalendarSpan, date: string, step: 1 | -1): string {
  return span === 'month' ? addMonths(date, step) : addDays(date, step * 7);
}

/** The days to which keys lead. */
function datesByKey(of: {
  span: CalendarSpan;
  focused: string;
  today: string;
  week: readonly string[];
}): Partial<Record<PlannerShortcut, string | undefined>> {
  const { span, focused, today, week } = of;
  return {
    left: addDays(focused, -1),
    right: addDays(focused, 1),
    previous: addDays(focused, -7),
    next: addDays(focused, 7),
    first: week[0],
    last: week[6],
    earlier: stepBy(span, focused, -1),
    later: stepBy(span, focused, 1),
    'to-today': today,
  };
}

function labelOf(of: {
  span: CalendarSpan;
  focused: string;
  weeks: readonly (readonly string[])[];
  words: CalendarWords;
  formats: Formats;
}): string {
  const { span, focused, weeks, words, formats } = of;
  if (span === 'month') return formats.date(focused, { month: 'long', year: 'numeric' });
  const [first = focused, last = focused] = [weeks[0]?.[0], weeks[0]?.[6]];
  const from = formats.date(first, { day: 'numeric', month: 'short' });
  const to = formats.date(last, { day: 'numeric', month: 'short', year: 'numeric' });
  return words.fromTo({ from, to });
}
