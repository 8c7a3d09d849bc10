import { type DayMatch, readDayPhrase } from './quick-add-days.ts';
import { readEvery } from './quick-add-every.ts';
import { isClockTime, readReminder, timeIn } from './quick-add-times.ts';
import type {
  QuickAddContext,
  QuickAddToken,
  QuickAddValue,
  TextRange,
} from './quick-add-token.ts';
import { isOverlapping, type Span, whatFollows, type Word } from './quick-add-words.ts';
import type { PhraseGrammar } from './phrase-grammar.ts';
import { readClockTime } from './phrase-words.ts';

/** A line, a word of it at which a date may begin, and what must stay text. */
export interface DateSearch {
  text: string;
  words: readonly Word[];
  index: number;
  context: QuickAddContext;
  refused: readonly TextRange[];
}

const longestPhrase = 12;
const longestDay = 6;

const dayStart =
  /^(?:\d|\+\d|@\d|(?:on|by|due|deadline|for|this|next|in|at|@|a|an|one|two|three|four|five|six|seven|eight|nine|ten|the|day|end|eom|start|starts|starting|from|today|tonight|tomorrow|tmr|tmrw|noon|midnight)$|(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*,?$)/;

const everyStart = /^(?:every|each|ev|after|daily|weekly|monthly|yearly)!?$/;

const lastOfPhrase =
  /\d|^(?:today|tonight|tomorrow|tmr|tmrw|noon|midnight|eom|(?:week|work)?days?|weeks?|weekends?|months?|quarters?|years?|hours?|hrs?|h|mins?|minutes?|now|am|pm|morning|afternoon|evening|night|daily|weekly|monthly|yearly|before|early|earlier|ahead)$|(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*$/;

/**
 * The date, time, repetition, start or reminder that begins at a word: the longest phrase that can be read to its last
 * word, and none where the words are likely to mean something else ("Sun cream", "24/7 policy"; see the tests).
 */
export function findDateToken(search: DateSearch): QuickAddToken | undefined {
  const found = [
    findInEnglish(search),
    ...(search.context.grammars ?? []).map((grammar) => findInOther(search, grammar)),
  ];
  return found.reduce((best, token) => ((token?.end ?? 0) > (best?.end ?? 0) ? token : best));
}

function findInEnglish(search: DateSearch): QuickAddToken | undefined {
  const word = search.words[search.index];
  if (word === undefined) return undefined;
  if (everyStart.test(word.lower)) {
    return findLongest(search, longestPhrase, readEvery);
  }
  if (/^remind(?:er)?$/.test(word.lower)) return findLongest(search, longestDay, readReminder);
  return dayStart.test(word.lower) ? findLongest(search, longestDay, readDayOrTime) : undefined;
}

/** The same in another language: what its table says in English is read; the table decides on the words around it. */
function findInOther(
  { text, words, index, context, refused }: DateSearch,
  grammar: PhraseGrammar,
): QuickAddToken | undefined {
  const word = words[index];
  if (word === undefined || !beginsIn(word.lower, grammar)) return undefined;
  if (!grammar.isWritten(text)) return undefined;
  const { start } = word;
  for (let last = lastWord(words, index, longestPhrase); last >= index; last -= 1) {
    if (!endsIn(words[last]?.lower ?? '', grammar)) continue;
    const end = words[last]?.end ?? start;
    const typed = text.slice(start, end).toLowerCase().replace(/\s+/gu, ' ');
    const phrase = grammar.inEnglish(typed);
    if (!grammar.isWritten(typed) || isOverlapping({ start, end }, refused)) continue;
    if (grammar.isRefused({ phrase: typed, ...wordsBeside(words, index, last) })) continue;
    const span = { phrase, words: words.slice(0, last + 1), first: index, last };
    const value = readerOf(phrase)(span, context);
    if (value !== undefined) return { start, end, ...value };
  }
  return undefined;
}

function beginsIn(word: string, grammar: PhraseGrammar): boolean {
  return grammar.isBegin(word) || dayStart.test(word) || everyStart.test(word);
}

function endsIn(word: string, grammar: PhraseGrammar): boolean {
  return grammar.isEnd(word) || lastOfPhrase.test(word);
}

function wordsBeside(words: readonly Word[], first: number, last: number) {
  const isEnd = words[last]?.isClosed === true;
  return {
    before: words[first - 1]?.lower ?? '',
    after: isEnd ? '' : (words[last + 1]?.lower ?? ''),
  };
}

function readerOf(phrase: string) {
  if (everyStart.test(phrase.split(' ')[0] ?? '')) return readEvery;
  return phrase.startsWith('remind ') ? readReminder : readDayOrTime;
}

function findLongest(
  { text, words, index, context, refused }: DateSearch,
  most: number,
  read: (span: Span, context: QuickAddContext) => QuickAddValue | undefined,
): QuickAddToken | undefined {
  const start = words[index]?.start ?? 0;
  for (let last = lastWord(words, index, most); last >= index; last -= 1) {
    // Most words end no phrase: without asking, 5,000 pasted lines would take seconds.
    if (!lastOfPhrase.test(words[last]?.lower ?? '')) continue;
    const end = words[last]?.end ?? start;
    const phrase = text.slice(start, end).toLowerCase().replace(/\s+/gu, ' ');
    const value = read({ phrase, words, first: index, last }, context);
    const isFree = !isOverlapping({ start, end }, refused);
    if (value !== undefined && isFree) return { start, end, ...value };
  }
  return undefined;
}

/** No phrase goes on behind the end of a sentence, or over a sign. */
function lastWord(words: readonly Word[], index: number, most: number): number {
  let last = index;
  while (last + 1 < Math.min(words.length, index + most) && goesOn(words, last)) last += 1;
  return last;
}

function goesOn(words: readonly Word[], last: number): boolean {
  return (
    words[last]?.isEnd === false && !/^(?:[#/~]|!\d|@[^\d])/.test(words[last + 1]?.lower ?? '')
  );
}

/** Words that tell of a day or time without planning on it: "after Friday", "from 9am to 5pm", "move it to Monday". */
const notBeforeDate = /^(?:after|before|since|until|till|than|of|from|to|through|between|-|–)$/;

function readDayOrTime(span: Span, context: QuickAddContext): QuickAddValue | undefined {
  if (notBeforeDate.test(span.words[span.first - 1]?.lower ?? '')) return undefined;
  return readTime(span, context) ?? readDay(span, context);
}

/** "9am", "at 17:30", "in 2 hours". A time without "at", am or pm needs two digits and an end: not "John 3:16". */
function readTime(span: Span, context: QuickAddContext): QuickAddValue | undefined {
  const later = timeIn(span.phrase, context);
  if (later !== undefined) return { kind: 'due', ...later };
  const [, at, time = ''] = /^(at |@ ?)?(.+)$/.exec(span.phrase) ?? [];
  if (!isClockTime(time)) return undefined;
  const isBare = at === undefined && !/[ap]m$/.test(time);
  if (isBare && (!/^\d{2}:\d{2}$/.test(time) || whatFollows(span.words, span.last) !== 'end')) {
    return undefined;
  }
  const dueTime = readClockTime(time);
  return dueTime === undefined ? undefined : { kind: 'time', dueTime };
}

function readDay(span: Span, context: QuickAddContext): QuickAddValue | undefined {
  const start = /^(start|starts|starting|from) (?:on )?(.+)$/.exec(span.phrase);
  const match = readDayPhrase(start?.[2] ?? span.phrase, context);
  if (match === undefined || match.dueDate < context.today) return undefined;
  const isMarked = match.isMarked || (start !== null && start[1] !== 'from');
  if (!isMeant(span, { ...match, isMarked })) return undefined;
  if (start === null) return { kind: 'due', dueDate: match.dueDate, dueTime: match.dueTime };
  const isRange = /^(?:to|until|till|through|-|–)$/.test(span.words[span.last + 1]?.lower ?? '');
  if (isRange || match.dueTime !== null) return undefined;
  return { kind: 'start', startDate: match.dueDate };
}

/** Words that make of a weekday a name of something: "the Friday report", "Black Friday", "he sat". */
const notBeforeWeekday =
  /^(?:the|a|an|my|your|his|her|its|our|their|black|good|cyber|super|ash|palm|easter|shrove|happy|ruby|i|he|she|it|we|they|you|who|cat|dog|usa|us|psychology)$/;

function isMeant({ words, first, last }: Span, { strength, isMarked }: DayMatch): boolean {
  if (strength === 'sure') return true;
  const follows = whatFollows(words, last);
  const before = words[first - 1]?.lower ?? '';
  switch (strength) {
    case 'today':
      return !/^(?:usa|psychology|the)$/.test(before);
    case 'weekday':
      if (!isMarked && notBeforeWeekday.test(before)) return false;
      return isMarked || follows !== 'noun';
    case 'short-weekday':
      if (isMarked) return follows !== 'noun';
      return follows === 'end' && !notBeforeWeekday.test(before);
    case 'day-of-month':
      return follows !== 'noun';
    case 'month-day':
      return !/^(?:miles?|km|m|people|persons?|times|hours?|minutes?|pages?|items?|kg|x|%|percent)$/.test(
        words[last + 1]?.lower ?? '',
      );
    case 'slashes':
      return isMarked || follows === 'end';
  }
  return false;
}
