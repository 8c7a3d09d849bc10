const weekdayNames = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const weekdayShort = new Map([
  ['tues', 1],
  ['weds', 2],
  ['thur', 3],
  ['thurs', 3],
]);
const monthNames = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const ordinalWords = ['first', 'second', 'third', 'fourth', 'fifth'];

/** 0 = Monday … 6 = Sunday for a full, short or plural English name; else undefined. */
export function weekdayIndex(word: string): number | undefined {
  const name = word.endsWith('days') ? word.slice(0, -1) : word;
  const index = weekdayNames.findIndex((full) => full === name || full.slice(0, 3) === name);
  return index < 0 ? weekdayShort.get(name) : index;
}

/** 1 = January … 12 = December for a full or short English name; else undefined. */
function monthNumber(word: string): number | undefined {
  if (word === 'sept') return 9;
  const index = monthNames.findIndex((full) => full === word || full.slice(0, 3) === word);
  return index < 0 ? undefined : index + 1;
}

/** A day of the month, 1 to 31, from "15", "15th" or "fifth"; "last" is -1; else undefined. */
export function readOrdinal(word: string): number | undefined {
  if (word === 'last') return -1;
  const spelled = ordinalWords.indexOf(word);
  if (spelled >= 0) return spelled + 1;
  const match = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(word);
  const value = match ? Number(match[1]) : 0;
  return value >= 1 && value <= 31 ? value : undefined;
}

/** "january 5", "5th jan", "jan 5th"; the day is at most what the month can have in a leap year. */
export function readMonthDay(text: string): { month: number; day: number } | undefined {
  const [first = '', second = '', ...more] = text.split(' ');
  const month = monthNumber(first) ?? monthNumber(second);
  const day = readOrdinal(monthNumber(first) === undefined ? first : second);
  if (more.length > 0 || month === undefined || day === undefined || day < 1) return undefined;
  const longest = month === 2 ? 29 : 30 + ((month + Math.floor(month / 8)) % 2);
  return day <= longest ? { month, day } : undefined;
}

/** `HH:MM` from "9am", "9:30 pm", "17:30", "17h30", "noon" or "midnight"; else undefined. */
export function readClockTime(text: string): string | undefined {
  if (text === 'noon') return '12:00';
  if (text === 'midnight') return '00:00';
  const match = /^(\d{1,2})(?:[:.h](\d{2}))? ?([ap]m)?$/.exec(text);
  if (!match) return undefined;
  const [, hourText, minuteText = '00', half] = match;
  const hour = Number(hourText);
  if (Number(minuteText) > 59 || hour > 23) return undefined;
  if (half && (hour < 1 || hour > 12)) return undefined;
  const hour24 = half ? (hour % 12) + (half === 'pm' ? 12 : 0) : hour;
  return `${String(hour24).padStart(2, '0')}:${minuteText}`;
}
