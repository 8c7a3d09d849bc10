import { foldText } from './fold-text.ts';

/** Terms of queries in Arabic as they are offered and completed, and what they are called in the language of queries. */
const terms: readonly (readonly [string, string])[] = [
  ['اليوم', 'today'],
  ['غدًا', 'tomorrow'],
  ['أمس', 'yesterday'],
  ['متأخرة', 'overdue'],
  ['القادم', 'upcoming'],
  ['القادمة', 'upcoming'],
  ['بلا تاريخ', 'no date'],
  ['بدون تاريخ', 'no date'],
  ['مفتوحة', 'open'],
  ['مكتملة', 'done'],
  ['ملغاة', 'cancelled'],
  ['بلا أولوية', 'no priority'],
  ['بدون أولوية', 'no priority'],
  ['بلا وسم', 'no label'],
  ['بدون وسم', 'no label'],
  ['الوارد', 'inbox'],
  ['غير مكلَّف بها', 'unassigned'],
  ['مهمة فرعية', 'subtask'],
  ['متكررة', 'recurring'],
];
const keys: readonly (readonly [string, string])[] = [
  ['الموعد', 'due'],
  ['البدء', 'start'],
  ['الإنشاء', 'created'],
  ['الإكمال', 'done'],
  ['فيها', 'has'],
];
const compares: readonly (readonly [string, string])[] = [
  ['قبل', 'before'],
  ['بعد', 'after'],
  ['في', 'on'],
];
const possessions: readonly (readonly [string, string])[] = [
  ['ملاحظات', 'notes'],
  ['تعليقات', 'comments'],
  ['تذكير', 'reminder'],
  ['مدة مقدَّرة', 'estimate'],
  ['مهام فرعية', 'subtasks'],
];
const days: readonly (readonly [string, string])[] = [
  ['اليوم', 'today'],
  ['غدًا', 'tomorrow'],
  ['أمس', 'yesterday'],
  ['الاثنين', 'monday'],
  ['الثلاثاء', 'tuesday'],
  ['الأربعاء', 'wednesday'],
  ['الخميس', 'thursday'],
  ['الجمعة', 'friday'],
  ['السبت', 'saturday'],
  ['الأحد', 'sunday'],
  ['الأسبوع القادم', 'next week'],
];

const termByWords = byFolded(terms);
const keyByWord = byFolded(keys);
const compareByWord = byFolded(compares);
const possessionByWord = byFolded(possessions);
const dayByWords = byFolded(days);

/** Every term and key in Arabic, as it is suggested and completed. */
export const arabicTerms: readonly string[] = [
  ...namesOf(terms),
  '٧ أيام',
  ...namesOf(keys.slice(0, -1)).flatMap((key) => [`${key}:`, `${key} قبل:`, `${key} بعد:`]),
  ...namesOf(possessions).map((what) => `فيها: ${what}`),
];
/** Keys before a colon. */
export const arabicKeys: readonly string[] = namesOf(keys);
/** Words for days behind a key. */
export const arabicDays: readonly string[] = namesOf(days);
/** What a task may have. */
export const arabicPossessions: readonly string[] = namesOf(possessions);

/** A whole term in the language of queries: `متأخرة` is `overdue`, `٧ أيام` is `7 days`. Others stay as they are. */
export function englishTerm(words: string): string {
  const folded = fold(words);
  const count = /^(\d{1,4}) ?(?:ايام|يوما?)(?: القادمه)?$/.exec(folded)?.[1];
  return count === undefined ? (termByWords.get(folded) ?? words) : `${count} days`;
}

/** The word before a colon. */
export function englishKey(word: string): string {
  return keyByWord.get(fold(word)) ?? word;
}

/** The word between a key and its colon. */
export function englishCompare(word: string | undefined): string | undefined {
  return word === undefined ? undefined : (compareByWord.get(fold(word)) ?? word);
}

/** What stands behind `has:`. */
export function englishPossession(words: string): string {
  return possessionByWord.get(fold(words)) ?? words;
}

/** A day behind a key: `الجمعة`, `بعد أسبوعين`, `قبل ٧ أيام`, `٢٠٢٦-١٢-٠١`. */
export function englishDay(words: string): string {
  const folded = fold(words);
  const [, side, count, unit] =
    /^(قبل|بعد|منذ) (\d{1,3} )?(يوما?|ايام|يومين|اسبوعا?|اسابيع|اسبوعين)$/.exec(folded) ?? [];
  if (unit === undefined) return dayByWords.get(folded) ?? (/\p{L}/u.test(folded) ? words : folded);
  const number = count?.trim() ?? (unit.endsWith('ين') ? '2' : '1');
  const amount = `${number} ${unit.startsWith('ا') && unit !== 'ايام' ? 'week' : 'day'}s`;
  return side === 'بعد' ? `in ${amount}` : `${amount} ago`;
}

/** Whether a word is the one for negation. */
export function isArabicNot(word: string): boolean {
  return /^ليست?$/.test(fold(word));
}

/** Whether a name behind `@` is the word for oneself. */
export function isArabicMe(name: string): boolean {
  return fold(name) === 'انا';
}

function namesOf(table: readonly (readonly [string, string])[]): string[] {
  return table.map(([name]) => name);
}

function byFolded(table: readonly (readonly [string, string])[]): ReadonlyMap<string, string> {
  return new Map(table.map(([name, english]) => [fold(name), english]));
}

/** One way to write what is written in several, digits from 0 to 9. */
function fold(text: string): string {
  return foldText(text)
    .trim()
    .replaceAll(/\s+/g, ' ')
    .replaceAll('ة', 'ه')
    .replaceAll('ى', 'ي')
    .replaceAll('ـ', '')
    .replaceAll(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) % 16));
}
