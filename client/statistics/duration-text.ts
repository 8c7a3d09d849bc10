import type { StatisticsWords } from '#client/i18n/compiled/types/statistics-words.ts';

/** Minutes of work as "1 h 30 min". */
export function workText(count: number, words: StatisticsWords): string {
  const hours = Math.floor(count / 60);
  const minutes = count % 60;
  if (hours === 0) return words.minutes({ minutes });
  return minutes === 0 ? words.hours({ hours }) : words.hoursAndMinutes({ hours, minutes });
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** A time that something took, in its greatest unit; days with one digit behind the point up to 10. */
export function spanText(ms: number, words: StatisticsWords['deadlines']): string {
  if (ms < hourMs) return words.minutes({ count: Math.max(1, Math.round(ms / minuteMs)) });
  if (ms < dayMs) return words.hours({ count: Math.round(ms / hourMs) });
  const days = ms / dayMs;
  return words.days({ count: days < 10 ? Math.round(days * 10) / 10 : Math.round(days) });
}
