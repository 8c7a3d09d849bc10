import type { CaptureWords } from '#client/i18n/compiled/types/capture-words.ts';

/** Minutes as "1 h 30 min", whole days as "2 days". */
export function durationWords(count: number, words: CaptureWords['takes']): string {
  if (count >= 1_440 && count % 1_440 === 0) return words.days({ count: count / 1_440 });
  const hours = Math.floor(count / 60);
  const minutes = count % 60;
  if (hours === 0) return words.minutes({ minutes });
  return minutes === 0 ? words.hours({ hours }) : words.hoursAndMinutes({ hours, minutes });
}
