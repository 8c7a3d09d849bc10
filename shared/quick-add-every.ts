import { weekdayIndex } from './phrase-words.ts';
import { countWords } from './quick-add-times.ts';
import type { QuickAddContext, QuickAddValue } from './quick-add-token.ts';
import { type Span, whatFollows } from './quick-add-words.ts';
import { recurrenceFromPhrase } from './recurrence-phrase.ts';

const numberWord = new RegExp(` (${countWords.join('|')})(?= )`, 'g');
const workWeek = /\bmon(?:day)?s?(?: ?[-–] ?| to )fri(?:day)?s?\b/;

/**
 * "every 2 fridays", "every! 3 days", "every mon, wed at 9am", "daily": see `recurrenceFromPhrase`. Stays text where the
 * words are likely to mean something else: "every second counts", "check every 5 pages", "daily news".
 */
export function readEvery(span: Span, { today }: QuickAddContext): QuickAddValue | undefined {
  if (!isMeant(span)) return undefined;
  const phrase = span.phrase
    .replace(numberWord, (_, word: string) => ` ${countWords.indexOf(word) + 1}`)
    .replace(workWeek, 'weekday');
  const read = recurrenceFromPhrase({ phrase, today });
  return read === null ? undefined : { kind: 'repeat', ...read };
}

function isMeant({ phrase, words, last }: Span): boolean {
  const [opening = '', body = '', ...more] = phrase.split(' ');
  if (/^(?:daily|weekly|monthly|yearly)$/.test(phrase)) return whatFollows(words, last) !== 'noun';
  // "After Friday" is no rhythm; "after 3 days" is counted from completion.
  if (opening === 'after') return /^(?:\d+|a|two|three|four|five|six|seven)$/.test(body);
  if (more.length > 0) return true;
  if (/^(?:\d+|first|second|third|fourth|fifth|last)$/.test(body)) return false;
  const isShortDay = weekdayIndex(body) !== undefined && body.length <= 4;
  return !isShortDay || whatFollows(words, last) !== 'noun';
}
