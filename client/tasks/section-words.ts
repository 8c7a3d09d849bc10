import { unreachable } from '#shared/unreachable';
import type { DaySection } from './day-sections.ts';
import { addDays, formatDate } from './due-date.ts';
import type { usePlanWords } from '#client/i18n/compiled/use-plan-words.ts';

/** What the heading of a section says: its name, and more quietly the rest of its date. */
export function sectionWords(
  section: DaySection,
  { today, words }: { today: string; words: ReturnType<typeof usePlanWords> },
): { title: string; detail: string } {
  switch (section.name) {
    case 'day':
      return dayWords(section.date, { today, words });
    case 'month':
      return {
        title: formatDate(`${section.month}-01`, { month: 'long', year: 'numeric' }),
        detail: '',
      };
    case 'later':
      return { title: words.later, detail: '' };
    case 'done':
      return { title: words.done, detail: '' };
    default:
      return unreachable(section);
  }
}

/** A day in two parts: `Today` and `Friday 27 November`, or `Sunday` and `29 November`. */
function dayWords(
  date: string,
  { today, words }: { today: string; words: ReturnType<typeof usePlanWords> },
): { title: string; detail: string } {
  const isThisYear = date.slice(0, 4) === today.slice(0, 4);
  const rest: Intl.DateTimeFormatOptions = {
    day: 'numeric',
    month: 'long',
    ...(isThisYear ? {} : { year: 'numeric' }),
  };
  const withWeekday = () => formatDate(date, { weekday: 'long', ...rest });
  if (date === today) return { title: words.today, detail: withWeekday() };
  if (date === addDays(today, 1)) return { title: words.tomorrow, detail: withWeekday() };
  return { title: formatDate(date, { weekday: 'long' }), detail: formatDate(date, rest) };
}
