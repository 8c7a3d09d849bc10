import { unreachable } from '#shared/unreachable';
import type { DaySection } from './day-sections.ts';
import type { PlanWords } from '#client/i18n/compiled/types/plan-words.ts';
import type { Formats } from '#client/i18n/formats.ts';
import { addDays } from './due-date.ts';

interface HeadingContext {
  today: string;
  words: PlanWords;
  formats: Formats;
}

/** What the heading of a section says: its name, and more quietly the rest of its date. */
export function sectionWords(
  section: DaySection,
  of: HeadingContext,
): { title: string; detail: string } {
  switch (section.name) {
    case 'day':
      return dayWords(section.date, of);
    case 'month':
      return {
        title: of.formats.date(`${section.month}-01`, { month: 'long', year: 'numeric' }),
        detail: '',
      };
    case 'later':
      return { title: of.words.later, detail: '' };
    case 'done':
      return { title: of.words.done, detail: '' };
    default:
      return unreachable(section);
  }
}

/** A day in two parts: `Today` and `Friday 27 November`, or `Sunday` and `29 November`. */
function dayWords(
  date: string,
  { today, words, formats }: HeadingContext,
): { title: string; detail: string } {
  const isThisYear = date.slice(0, 4) === today.slice(0, 4);
  const rest: Intl.DateTimeFormatOptions = {
    day: 'numeric',
    month: 'long',
    ...(isThisYear ? {} : { year: 'numeric' }),
  };
  const withWeekday = () => formats.date(date, { weekday: 'long', ...rest });
  if (date === today) return { title: words.today, detail: withWeekday() };
  if (date === addDays(today, 1)) return { title: words.tomorrow, detail: withWeekday() };
  return { title: formats.date(date, { weekday: 'long' }), detail: formats.date(date, rest) };
}
