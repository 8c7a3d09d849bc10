/** Weekdays from Monday on, as `foldArabic` leaves them, without the article. */
export const arabicWeekdays: readonly (readonly [string, string])[] = [
  ['اثنين', 'monday'],
  ['ثلاثاء?', 'tuesday'],
  ['اربعاء?', 'wednesday'],
  ['خميس', 'thursday'],
  ['جمعه', 'friday'],
  ['سبت', 'saturday'],
  ['احد', 'sunday'],
];

/** Months from January on: the names of Egypt and the Gulf, of the Levant and Iraq, of Algeria and Tunisia, of Morocco. */
export const arabicMonths: readonly (readonly [string, string])[] = [
  ['يناير|كانون الثاني|جانفي', 'january'],
  ['فبراير|شباط|فيفري', 'february'],
  ['مارس|اذار', 'march'],
  ['ابريل|نيسان|افريل', 'april'],
  ['مايو|ايار|ماي', 'may'],
  ['يونيو|يونيه|حزيران|جوان', 'june'],
  ['يوليو|يوليه|تموز|جويليه|يوليوز', 'july'],
  ['اغسطس|اب|اوت|غشت', 'august'],
  ['سبتمبر|ايلول|شتنبر', 'september'],
  ['اكتوبر|تشرين الاول', 'october'],
  ['نوفمبر|تشرين الثاني|نونبر', 'november'],
  ['ديسمبر|كانون الاول|دجنبر', 'december'],
];

/** Numbers as words, longer ones first, for both genders. */
export const arabicNumbers: readonly (readonly [string, string])[] = [
  ['احد عشر|احدي عشره', '11'],
  ['اثن[اي] عشر|اثنت[اي] عشره', '12'],
  ['ثلاثه?', '3'],
  ['اربعه?', '4'],
  ['خمسه?', '5'],
  ['سته?', '6'],
  ['سبعه?', '7'],
  ['ثماني?|ثمانيه', '8'],
  ['تسعه?', '9'],
  ['عشره?', '10'],
];

/** Hours of the clock as ordinals, longer ones first. */
export const arabicHours: readonly (readonly [string, string])[] = [
  ['الحاديه عشره?', '11'],
  ['الثانيه عشره?', '12'],
  ['الواحده', '1'],
  ['الثانيه', '2'],
  ['الثالثه', '3'],
  ['الرابعه', '4'],
  ['الخامسه', '5'],
  ['السادسه', '6'],
  ['السابعه', '7'],
  ['الثامنه', '8'],
  ['التاسعه', '9'],
  ['العاشره', '10'],
];

/** Units of time: one of them, several, two, and the English word. */
export const arabicUnits: readonly (readonly [string, string, string, string])[] = [
  ['يوما?', 'ايام', 'يوم(?:ين|ان)', 'day'],
  ['اسبوعا?', 'اسابيع', 'اسبوع(?:ين|ان)', 'week'],
  ['شهرا?', 'اشهر|شهور', 'شهر(?:ين|ان)', 'month'],
  ['سنه|عاما?', 'سنوات|سنين|اعوام', 'سنت(?:ين|ان)|عام(?:ين|ان)', 'year'],
  ['ساعه', 'ساعات', 'ساعت(?:ين|ان)', 'hour'],
  ['دقيقه', 'دقائق|دقايق', 'دقيقت(?:ين|ان)', 'minute'],
];

/** Positions in a month. */
export const arabicOrdinals: readonly (readonly [string, string])[] = [
  ['اول', 'first'],
  ['ثاني', 'second'],
  ['ثالث', 'third'],
  ['رابع', 'fourth'],
  ['خامس', 'fifth'],
  ['اخر', 'last'],
];

/** Vowel marks, the stroke that makes a word longer, and marks of direction: they change no word. */
const marks = /[\u064B-\u065F\u0670\u0640\u061C\u200B-\u200F\u202A-\u202E\u2066-\u2069]/gu;

/** Text as the words of these tables are written: no marks, one alif, ya for its undotted form, ha for the closed ta. */
export function foldArabic(text: string): string {
  return text
    .toLowerCase()
    .replace(marks, '')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه')
    .replace(/،/g, ',')
    .replace(/٫/g, '.')
    .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) % 16));
}

/** All forms of a table as one pattern. */
export function anyOf(table: readonly (readonly string[])[]): string {
  return table.map(([form]) => form).join('|');
}
