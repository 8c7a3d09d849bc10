import { formatCivilDate, fromDayNumber, parseCivilDate, toDayNumber } from './civil-date.ts';
import { dateFromPhrase } from './date-phrase.ts';
import {
  arabicDays,
  arabicKeys,
  arabicPossessions,
  arabicTerms,
  englishCompare,
  englishDay,
  englishKey,
  englishPossession,
  englishTerm,
  isArabicMe,
} from './filter-query-arabic.ts';
import type { WordPart } from './filter-query-tokens.ts';
import type {
  FilterDateField,
  FilterError,
  FilterPossession,
  FilterTerm,
  TextRange,
} from './filter-query-node.ts';
import { foldText } from './fold-text.ts';
import { nearestWord } from './nearest-word.ts';

const dueOn = (phrase: string): FilterTerm => ({
  name: 'date',
  field: 'due',
  compare: 'on',
  phrase,
});

/** Terms that are plain words, and what each is called when it is written back; later ones are other ways to say it. */
const phrases = new Map<string, FilterTerm>([
  ['today', dueOn('today')],
  ['tomorrow', dueOn('tomorrow')],
  ['yesterday', dueOn('yesterday')],
  ['overdue', { name: 'overdue' }],
  ['upcoming', { name: 'upcoming', days: null }],
  ['no date', { name: 'no-date' }],
  ['no due date', { name: 'no-date' }],
  ['open', { name: 'status', status: 'open' }],
  ['done', { name: 'status', status: 'done' }],
  ['completed', { name: 'status', status: 'done' }],
  ['cancelled', { name: 'status', status: 'cancelled' }],
  ['canceled', { name: 'status', status: 'cancelled' }],
  ['p1', { name: 'priority', priority: 'urgent' }],
  ['p2', { name: 'priority', priority: 'high' }],
  ['p3', { name: 'priority', priority: 'medium' }],
  ['p4', { name: 'priority', priority: 'low' }],
  ['no priority', { name: 'priority', priority: 'none' }],
  ['no label', { name: 'no-label' }],
  ['no labels', { name: 'no-label' }],
  ['inbox', { name: 'inbox' }],
  ['unassigned', { name: 'unassigned' }],
  ['subtask', { name: 'subtask' }],
  ['recurring', { name: 'recurring' }],
]);

const dateKeys = new Map<string, FilterDateField>([
  ['due', 'due'],
  ['date', 'due'],
  ['start', 'start'],
  ['starts', 'start'],
  ['created', 'created'],
  ['done', 'done'],
  ['completed', 'done'],
]);

const possessions = new Map<string, FilterPossession>([
  ['notes', 'notes'],
  ['note', 'notes'],
  ['comments', 'comments'],
  ['comment', 'comments'],
  ['reminder', 'reminder'],
  ['reminders', 'reminder'],
  ['estimate', 'estimate'],
  ['subtasks', 'subtasks'],
  ['subtask', 'subtasks'],
]);

/** Every term that is plain words, as it is suggested and completed. */
export const wordTerms: readonly string[] = [
  ...phrases.keys(),
  '7 days',
  'next 7 days',
  'due:',
  'due before:',
  'due after:',
  'start:',
  'start before:',
  'start after:',
  'created:',
  'created before:',
  'created after:',
  'done:',
  'done before:',
  'done after:',
  'has: notes',
  'has: comments',
  'has: reminder',
  'has: estimate',
  'has: subtasks',
  ...arabicTerms,
];

const keyed = /^([a-z]+|[\u0621-\u0652]+)(?:\s+(before|after|on|قبل|بعد|في))?\s*:\s*/i;
const uncoloned = /^([a-z]+|[\u0621-\u0652]+)\s+(before|after|on|قبل|بعد|في)\s+/i;
const within = /^(?:next )?(\d{1,4}) days?$/;
const anyToday = '2026-01-01';

/** The term that a run of words is: a known phrase as a whole, else words to search for. */
export function termOfRun(
  text: string,
  run: TextRange & { parts: readonly WordPart[] },
): FilterTerm | FilterError {
  const whole = text.slice(run.start, run.end);
  return (
    readKeyed(whole, run) ??
    readUncoloned(whole) ??
    (run.parts.some(({ isQuoted }) => isQuoted) ? undefined : termOfPhrase(whole)) ?? {
      name: 'text',
      words: run.parts.map((part) => part.text),
    }
  );
}

/** The term that words without a key are, or undefined if they are none. */
export function termOfPhrase(words: string): FilterTerm | undefined {
  const phrase = englishTerm(tidy(words));
  const days = within.exec(phrase)?.[1];
  if (days === undefined) return phrases.get(phrase);
  return Number(days) >= 1 ? { name: 'upcoming', days: Number(days) } : undefined;
}

/** Whether a name behind `@` means oneself, unless it is in quotes. */
export function isMeWord(name: string): boolean {
  return name.toLowerCase() === 'me' || isArabicMe(name);
}

/** The day that a phrase of a query means, `YYYY-MM-DD`; undefined for a phrase that is none, or has a time of day. */
export function dayOfPhrase(phrase: string, today: string): string | undefined {
  const ago = /^(\d{1,3}|a|one) (day|week)s? ago$/.exec(phrase);
  const todayDate = parseCivilDate(today);
  if (ago && todayDate !== undefined) {
    const count = /^\d/.test(ago[1] ?? '') ? Number(ago[1]) : 1;
    const days = count * (ago[2] === 'week' ? 7 : 1);
    return formatCivilDate(fromDayNumber(toDayNumber(todayDate) - days));
  }
  const read = dateFromPhrase({ phrase, today });
  return read === null || read.dueTime !== null ? undefined : read.dueDate;
}

/** `due before: friday`, `has: notes`; undefined for words that have no key. */
function readKeyed(whole: string, run: TextRange): FilterTerm | FilterError | undefined {
  const key = keyed.exec(whole);
  if (key === null) return undefined;
  const [head, word = '', comparing] = key;
  const compare = englishCompare(comparing);
  const value = { text: tidy(whole.slice(head.length)), start: run.start + head.length };
  const folded = englishKey(word).toLowerCase();
  if (folded === 'has' && compare === undefined) return readPossession(value, run);
  const field = dateKeys.get(folded);
  if (field !== undefined) return readDate({ field, compare, value, run });
  const suggestion = nearestWord(folded, [...dateKeys.keys(), 'has', ...arabicKeys]);
  // Any other word before a colon is a word like others: "note: call Ada".
  if (suggestion === undefined || folded.length < 3) return undefined;
  const expected = [...dateKeys.keys(), 'has'].map((name) => `${name}:`);
  const end = run.start + word.length;
  return { code: 'unknown-key', start: run.start, end, expected, suggestion };
}

/** `due before friday`: without the colon only where all of it makes sense. */
function readUncoloned(whole: string): FilterTerm | undefined {
  const key = uncoloned.exec(whole);
  const field = dateKeys.get(englishKey(key?.[1] ?? '').toLowerCase());
  if (key === null || field === undefined) return undefined;
  const phrase = englishDay(tidy(whole.slice(key[0].length)));
  if (dayOfPhrase(phrase, anyToday) === undefined) return undefined;
  return { name: 'date', field, compare: compareOf(englishCompare(key[2])), phrase };
}

function readDate(of: {
  field: FilterDateField;
  compare: string | undefined;
  value: { text: string; start: number };
  run: TextRange;
}): FilterTerm | FilterError {
  const { field, value, run } = of;
  const phrase = englishDay(value.text);
  if (dayOfPhrase(phrase, anyToday) !== undefined) {
    return { name: 'date', field, compare: compareOf(of.compare), phrase };
  }
  const expected = ['today', 'friday', '1 dec', '2026-12-01', 'in 2 weeks', '7 days ago'];
  const suggestion = nearestWord(value.text, [...dayWords, ...arabicDays]);
  return { code: 'bad-date', ...placeOf(value, run), expected, suggestion };
}

const dayWords =
  'today tomorrow yesterday monday tuesday wednesday thursday friday saturday sunday'.split(' ');

function readPossession(
  value: { text: string; start: number },
  run: TextRange,
): FilterTerm | FilterError {
  const what = possessions.get(englishPossession(value.text));
  if (what !== undefined) return { name: 'has', what };
  const expected = [...new Set(possessions.values())];
  const suggestion = nearestWord(value.text, [...expected, ...arabicPossessions]);
  return { code: 'unknown-possession', ...placeOf(value, run), expected, suggestion };
}

/** The value if there is one, else all of the term. */
function placeOf(value: { text: string; start: number }, run: TextRange): TextRange {
  return value.text === ''
    ? { start: run.start, end: run.end }
    : { start: value.start, end: run.end };
}

function compareOf(word: string | undefined): 'on' | 'before' | 'after' {
  const folded = word?.toLowerCase();
  return folded === 'before' || folded === 'after' ? folded : 'on';
}

function tidy(words: string): string {
  return foldText(words).trim().replaceAll(/\s+/g, ' ');
}
