import {
  anyOf,
  arabicHours,
  arabicMonths,
  arabicNumbers,
  arabicOrdinals,
  arabicUnits,
  arabicWeekdays,
  foldArabic,
} from './arabic-words.ts';
import { createGrammar, type PhraseRule, wordRule } from './phrase-grammar.ts';

const weekday = anyOf(arabicWeekdays);
const month = anyOf(arabicMonths);
const units = arabicUnits.map(([one, many, two]) => `${one}|${many}|${two}`).join('|');
const coming = '(?:القادمه?|المقبله?|التاليه?|الجايه?|الاتيه?)';
const done = '(?:من|بعد) (?:(?:ال)?(?:انجاز|اكمال|اتمام)(?:ها|ه)?)';
const englishDay = '(?:mon|tues|wednes|thurs|fri|satur|sun)day';

/** "5 مساءً": which half of the day an hour is in by the words for parts of it. */
const morning = 'صباحا?|ص|فجرا|ضحي|(?:في )?الصبا?ح|قبل الظهر';
const evening = 'مساءا?|م|عصرا|(?:في )?المساء|بعد الظهر|العصر|المغرب';
const noon = 'ظهرا|الظهر';
const night = 'ليلا|بالليل|(?:في )?الليل';

function withHalf(_: string, clock = '', word = ''): string {
  const hour = Number(clock.split(':')[0]);
  if (hour > 12) return clock;
  if (new RegExp(`^(?:${morning})$`).test(word)) return `${clock} am`;
  if (new RegExp(`^(?:${noon})$`).test(word))
    return `${clock} ${[10, 11].includes(hour) ? 'am' : 'pm'}`;
  if (new RegExp(`^(?:${night})$`).test(word))
    return `${clock} ${hour < 6 || hour === 12 ? 'am' : 'pm'}`;
  return `${clock} pm`;
}

const pad = (minutes: string) => minutes.padStart(2, '0');
const hourBefore = (hour: string) => String(((Number(hour) + 10) % 12) + 1);

const numbers: PhraseRule[] = arabicNumbers.map(([form, digits]) =>
  wordRule(`ب?(?:${form})`, digits),
);

/** "3 أيام" → "3 days", "يومين" → "2 days", "ساعة ونصف" → "90 minutes"; one of a unit is "1 day" where it is counted. */
const counts: PhraseRule[] = [
  wordRule('(?:ما )?بعد (?:يوم )?(?:ال)?(?:غدا?|بكره|بكرا)|بعدغد', 'day after tomorrow'),
  wordRule('ب?ساعه ونصف', '90 minutes'),
  wordRule('ب?ساعه وربع', '75 minutes'),
  wordRule('ب?نصف ساعه', '30 minutes'),
  wordRule('ب?ربع ساعه', '15 minutes'),
  wordRule('ب?ثلث ساعه', '20 minutes'),
  ...arabicUnits.flatMap(([one, many, two, unit]): PhraseRule[] => [
    wordRule(`ب?(?:${two})`, `2 ${unit}s`),
    wordRule(`ب?(\\d{1,4}) ?(?:${one}|${many})`, `$1 ${unit}s`),
    wordRule(`(بعد|خلال|قبل|قبلها|قبله|قبل الموعد) ب?(?:${one})(?: واحده?)?`, `$1 1 ${unit}`),
  ]),
];

/** "الساعة الخامسة والنصف مساءً" → "at 5:30 pm". */
const clock: PhraseRule[] = [
  ...arabicHours.map(([form, hour]) => wordRule(`(?:لل|ال)?ساعه ${form}`, `الساعه ${hour}`)),
  wordRule('(\\d{1,2}) وا?ل?نصف', '$1:30'),
  wordRule('(\\d{1,2}) وا?ل?ربع', '$1:15'),
  wordRule('(\\d{1,2}) وا?ل?ثلث', '$1:20'),
  wordRule('(\\d{1,2}) الا (?:ال)?ربعا?', (_, hour = '') => `${hourBefore(hour)}:45`),
  wordRule('(\\d{1,2}) الا (?:ال)?ثلثا?', (_, hour = '') => `${hourBefore(hour)}:40`),
  wordRule(
    '(\\d{1,2}) و(\\d{1,2}) minutes',
    (_, hour = '', minutes = '') => `${hour}:${pad(minutes)}`,
  ),
  wordRule(`(\\d{1,2}(?:[:.]\\d{2})?) ?(${morning}|${evening}|${noon}|${night})`, withHalf),
  wordRule('(?:(?:في|عند|علي|بتمام|تمام) )*(?:لل|ال)?ساعه(?= \\d)', 'at'),
  wordRule('(?:في|عند)(?= \\d{1,2}(?:[:.]\\d{2})? [ap]m )', 'at'),
  wordRule('at (\\d{1,2})(?! [ap]m)', 'at $1:00'),
  wordRule('(?:(?:في|عند) )?منتصف الليل', 'at midnight'),
  wordRule('(?:في|عند|وقت) الظهر', 'at noon'),
];

const dates: PhraseRule[] = [
  ...arabicMonths.map(([form, name]) =>
    wordRule(`(\\d{1,2})(?: من)?(?: شهر)? (?:${form})`, `$1 ${name}`),
  ),
  wordRule('(?:سنه|عام|لعام|لسنه)(?= \\d{4})', ''),
  wordRule('(?:ل|لل)?يوم (?:ال)?غدا?|(?:ال|لل|ل)?(?:غدا?|بكره|بكرا|باكر)', 'tomorrow'),
  wordRule('(?:هذه |ه)?الليله', 'tonight'),
  wordRule('هذا الصباح|صباح (?:هذا )?اليوم', 'this morning'),
  wordRule('هذا المساء|مساء (?:هذا )?اليوم', 'this evening'),
  wordRule('(?:بعد ظهر|عصر) (?:هذا )?اليوم|بعد الظهر (?:هذا )?اليوم', 'this afternoon'),
  wordRule('(?:هذا |ل)?اليوم', 'today'),
];

/** Words by which a reader tells parts of a phrase. */
const hinges: PhraseRule[] = [
  wordRule('(?:ابتداءا?|بدءا|اعتبارا|بدايه|انطلاقا) من', 'starting'),
  wordRule('حتي|لغايه|الي غايه|وحتي', 'until'),
];

const reminders: PhraseRule[] = [
  wordRule(
    '(?:ذكرني|ذكريني|نبهني|التذكير|تذكير)(?: بها)? (?:قبل|قبلها|قبله|قبل الموعد) (\\d{1,3} [a-z]+)',
    'remind me $1 before',
  ),
  wordRule(
    '(?:ذكرني|ذكريني|نبهني|التذكير|تذكير)(?: بها)? (\\d{1,3} [a-z]+) (?:قبل|قبلها|قبله|قبل الموعد)',
    'remind me $1 before',
  ),
];

const dayRules: PhraseRule[] = [
  ...reminders,
  ...arabicWeekdays.flatMap(([form, name]): PhraseRule[] => [
    wordRule(`(?:(?:هذا|هذه|ليوم|يوم) )*(?:ال|لل)(?:${form})(?: ${coming})?`, `this ${name}`),
    wordRule(`(?:ل|في )?يوم (?:${form})(?: ${coming})?`, `this ${name}`),
  ]),
  wordRule('(?:عطله )?نهايه (?:هذا )?الاسبوع', 'this weekend'),
  [new RegExp(` this weekend ${coming} `, 'g'), ' next weekend '],
  wordRule(`(?:ل|في )?الاسبوع ${coming}`, 'next week'),
  wordRule(`(?:في )?الشهر ${coming}`, 'next month'),
  wordRule('(?:(?:في|قبل|بحلول) )?(?:نهايه|اخر) (?:هذا )?الشهر', 'end of month'),
  wordRule('(?:(?:في|قبل|بحلول) )?(?:نهايه|اخر) (?:هذه |هذا )?(?:السنه|العام)', 'end of year'),
  wordRule('(?:بعد|خلال|في غضون)(?= \\d{1,3} [a-z])', 'in'),
  wordRule('((?:day|week|month|year)s?) من (?:الان|today)', '$1 from now'),
  wordRule('(?:ل|في )?(?:يوم )?(\\d{1,2}) (?:من|في) (?:هذا )?الشهر(?: الحالي)?', 'on the $1th'),
  wordRule('(?:ل|في )?يوم (\\d{1,2})(?! [a-z])', 'on the $1th'),
  wordRule(`صباح (tomorrow|day after tomorrow|this ${englishDay})`, '$1 morning'),
  wordRule(`(?:مساء|ليله) (tomorrow|day after tomorrow|this ${englishDay})`, '$1 evening'),
  wordRule(`بعد ظهر (tomorrow|day after tomorrow|this ${englishDay})`, '$1 afternoon'),
  wordRule(`ظهر (tomorrow|day after tomorrow|this ${englishDay})`, '$1 at noon'),
  wordRule('(?:في )?(?:الصباح|صباحا)', 'morning'),
  wordRule('(?:في )?المساء|مساءا?', 'evening'),
  wordRule('بعد الظهر', 'afternoon'),
  wordRule('ليلا|(?:في |ب)?الليل', 'night'),
  wordRule('ظهرا', 'at noon'),
  wordRule('(?:تبدا|يبدا|ابدا|البدء|البدايه)(?: من| في)?', 'starting'),
  wordRule('من', 'from'),
  wordRule('بحلول|قبل موعد|لا يتجاوز', 'by'),
  wordRule('(?:موعدها|موعده|تستحق|يستحق)(?: في)?', 'due'),
  wordRule('(?:في|بتاريخ|يوم|ليوم)(?: يوم| تاريخ)?', 'on'),
];

const rhythmRules: PhraseRule[] = [
  [new RegExp(` كل !? ?(.+?) ${done} `), ' كل! $1 '],
  [/ كل ?! ?/, ' every! '],
  wordRule('يوم بعد يوم', 'every other day'),
  wordRule(
    '(?:في )?(?:نهايه|اخر) كل شهر|(?:في )?اخر يوم (?:من|في) كل شهر|كل (?:نهايه|اخر) شهر',
    'every last day',
  ),
  wordRule('(?:في )?(?:يوم )?(\\d{1,2}) (?:من|في) كل شهر', 'every $1th'),
  wordRule('كل (?:يوم )?(\\d{1,2}) (?:من|في) ال?شهر', 'every $1th'),
  wordRule('(?:في )?(?:يوم )?(\\d{1,2} [a-z]+) (?:من|في) كل (?:سنه|عام)', 'every $1'),
  ...arabicOrdinals.map(([form, name]) =>
    wordRule(
      `(?:في )?(?:كل )?${form}(?= (?:يوم )?(?:ال)?(?:${weekday})[ ,]| يوم عمل[ ,]| يوم[ ,])`,
      `كل ${name}`,
    ),
  ),
  wordRule('(?:من|في) (?:كل شهر|الشهر|شهر)', 'of the month'),
  wordRule('كل (?:نهايه اسبوع|عطله نهايه الاسبوع)', 'every weekend'),
  wordRule('كل (?:ايام|يوم) (?:ال)?(?:عمل|اسبوع)', 'every workday'),
  wordRule('يوم عمل', 'workday'),
  ...arabicWeekdays.flatMap(([form, name]): PhraseRule[] => [
    wordRule(`و(?:يوم )?(?:ال)?(?:${form})`, `and ${name}`),
    wordRule(`(?:في )?(?:(?:يوم|ايام) )?(?:ال)?(?:${form})`, name),
  ]),
  wordRule('كل', 'every'),
  wordRule('every صباح', 'every morning'),
  wordRule('every مساء', 'every evening'),
  wordRule('every ليله', 'every night'),
  wordRule('every ظهر', 'every day at noon'),
  wordRule('يوميا', 'daily'),
  wordRule('اسبوعيا', 'weekly'),
  wordRule('شهريا', 'monthly'),
  wordRule('سنويا', 'yearly'),
  wordRule('ربع سنه', 'quarter'),
  ...arabicUnits.map(([one, , , unit]) => wordRule(one, unit)),
  wordRule(`((?:week|month)s?)(?= ${englishDay})`, '$1 on'),
  wordRule('(months?) (?:في يوم|في|يوم|بتاريخ) (\\d{1,2})', '$1 on the $2th'),
  wordRule('(months?) (?:day|في day) (\\d{1,2})', '$1 on the $2th'),
  wordRule('year (?:في |day )*(\\d{1,2} [a-z]+)', 'year on $1'),
  wordRule('(?:في )?(?:الصباح|صباحا)', 'at 9:00'),
  wordRule('(?:في )?المساء|مساءا?', 'at 19:00'),
  wordRule('بعد الظهر|ظهرا', 'at 12:00'),
  wordRule('ليلا', 'at 22:00'),
  wordRule('من', 'from'),
];

/** What stands behind today where that is a day of a name, or any day. */
const namedDay =
  'الوطني|العالمي|الدولي|التالي|الدراسي|المفتوح|الاول|الثاني|الثالث|الاخير|السابق|نفسه|ذاته|الذي|الرياضي|كله|الواحد';

/** Modern Standard Arabic with the words of its regions for months, and the commonest ones of speech. */
export const arabicGrammar = createGrammar({
  fold: foldArabic,
  letters: /[\u0600-\u06ff]/,
  begins: new RegExp(
    `^(?:[\\d].*|(?:ال|لل|ل)?(?:غدا?|بكره|بكرا)|باكر|ما|بعد|بعدغد|خلال|اليوم|لليوم|يوم|ليوم|هذا|هذه|في|عند|علي|تمام|بتمام|وقت|(?:لل|ال)?ساعه|ظهرا|صباح|مساء|ظهر|عصر|منتصف|الليله|عطله|نهايه|${anyOf(arabicOrdinals)}|من|ابتداءا?|بدءا|اعتبارا|بدايه|انطلاقا|تبدا|يبدا|ابدا|البدء|البدايه|بحلول|بتاريخ|موعدها|موعده|تستحق|يستحق|الاسبوع|الشهر|(?:ال|لل)(?:${weekday})|كل!?|يوميا|اسبوعيا|شهريا|سنويا|ذكرني|ذكريني|نبهني|التذكير|تذكير)$`,
  ),
  ends: new RegExp(
    `(?:\\d ?[صم]?|^(?:و?(?:يوم |ال|لل)?(?:${weekday})|${month}|الثاني|الاول|ب?(?:${units})|واحده?|(?:ال|لل|ل)?(?:غدا?|بكره|بكرا)|باكر|بعدغد|اليوم|${coming}|${morning}|${evening}|${noon}|${night}|الليله|الاسبوع|الشهر|السنه|العام|الحالي|عمل|العمل|وا?ل?(?:نصف|ربع|ثلث)|(?:ال)?(?:ربع|ثلث)ا?|${anyOf(arabicHours)}|عشره?|قبلها|قبله|الموعد|قبل|(?:ال)?(?:انجاز|اكمال|اتمام)(?:ها|ه)?|الان|يوميا|اسبوعيا|شهريا|سنويا|صباح|مساء|ليله|ظهر))$`,
  ),
  isRhythm:
    /^ (?:كل[ !]|every|each|يوميا|اسبوعيا|شهريا|سنويا|يوم بعد يوم)|(?:من|في) كل |(?:نهايه|اخر) كل /,
  rules: {
    first: [...numbers, ...counts, ...clock, ...dates, ...hinges],
    rhythm: rhythmRules,
    day: dayRules,
  },
  refuses: [
    /^(?:بعد|قبل|منذ|حتي|الي|بين|و?من|لغايه|يوم)\|(?!كل)/,
    /\|(?:من|ابتداء|بدءا).*\|(?:الي|حتي|لغايه|-|–)$/,
    new RegExp(`^(?:صلاه|خطبه|سوره|نادي|صحيفه|جريده|مجله)\\|(?:ال)?(?:${weekday})`),
    new RegExp(`(?:${weekday})\\|(?:البيضاء|السوداء|العظيمه|الحزينه|الاسود|الشعانين|المقدس)$`),
    new RegExp(`اليوم\\|(?:${namedDay})$`),
    /^في\|اليوم|\|في اليوم\|/,
    // "Many happy returns" begins as "every year" does.
    /كل (?:عام|سنه)\|وانت/,
  ],
});
