/** Regions where English is spoken and weeks begin on Sunday, by CLDR. */
const sundayFirst = /^en-(?:US|CA|IN|ZA|PH|SG|HK|IL|JM|KE|PK|BZ|BW|ZW|TT|MT)$/;

/** The day that weeks begin with where a locale is at home, 1 is Monday: not every browser's Intl knows. */
export function firstWeekdayIn(locale: string): number {
  if (locale.startsWith('ar')) return 6;
  return sundayFirst.test(locale) ? 7 : 1;
}
