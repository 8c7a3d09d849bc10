import { describe, expect, it } from 'vitest';
import { firstWeekdayIn } from './first-weekday.ts';
import { createFormats } from './formats.ts';
import { findLanguage, type LanguageChoice } from './languages.ts';
import { loadWholeLanguage } from './load-language.ts';

const cases: [LanguageChoice, string[], string][] = [
  ['system', ['ar-EG', 'en'], 'ar'],
  ['system', ['AR', 'en'], 'ar'],
  ['system', ['fr', 'ar'], 'ar'],
  ['system', ['fr', 'de'], 'en'],
  ['system', [], 'en'],
  ['en', ['ar'], 'en'],
  ['ar', ['en'], 'ar'],
];

describe('the language', () => {
  it.each(cases)('chosen is %s on a device that speaks %j: %s', (choice, ofDevice, code) => {
    expect(findLanguage(choice, ofDevice)).toBe(code);
  });
});

it('a language comes with its words and with how dates are said in it', async () => {
  const { later } = await loadWholeLanguage('ar');
  expect(later?.loaded?.rhythm.monthDay.last).toBe('اليوم الأخير');
  expect(later?.grammar?.inEnglish('كل أسبوعين')).toBe('every 2 weeks');
});

describe('formats', () => {
  const english = createFormats('en', ['en']);
  const arabic = createFormats('ar');

  it('begin the week where the language does', () => {
    expect([english, arabic].map(({ locale }) => firstWeekdayIn(locale))).toEqual([1, 6]);
  });

  it.each([
    [['en-US'], 7, 'November 28', '2:30 PM'],
    [['de', 'en-US', 'en-GB'], 7, 'November 28', '2:30 PM'],
    [['en-GB', 'en-US'], 1, '28 November', '14:30'],
    [['en-AU'], 1, '28 November', '2:30 pm'],
    [['en'], 1, '28 November', '14:30'],
    [['fr-CA'], 1, '28 November', '14:30'],
    [['en-US@posix'], 1, '28 November', '14:30'],
    [[], 1, '28 November', '14:30'],
  ])('of English follow the region of a device that speaks %j', (tags, first, day, time) => {
    const formats = createFormats('en', tags);
    expect(firstWeekdayIn(formats.locale)).toBe(first);
    expect(formats.date('2026-11-28', { day: 'numeric', month: 'long' })).toBe(day);
    expect(formats.time('14:30').replace('\u202f', ' ')).toBe(time);
  });

  it('of Arabic are those of the language wherever the device is', () => {
    expect(createFormats('ar', ['en-US', 'ar-EG']).locale).toBe('ar');
  });

  it('write dates and times in the language', () => {
    const options = { day: 'numeric', month: 'long' } as const;
    expect(english.date('2026-11-28', options)).toBe('28 November');
    expect(arabic.date('2026-11-28', options)).toContain('نوفمبر');
    expect(english.time('14:30')).toBe('14:30');
    expect(arabic.time('14:30')).toContain('م');
  });

  it('write lists and how long ago in the language', () => {
    expect(english.list(['A', 'B', 'C'])).toBe('A, B, C');
    expect(arabic.list(['A', 'B'])).toContain('و');
    expect([english.ago(1, 'day'), english.ago(0, 'second')]).toEqual(['yesterday', 'now']);
    expect(arabic.ago(1, 'day')).toBe('أمس');
  });

  it('keep text of another direction apart, and leave other text as it is', () => {
    expect(english.text('Milk')).toBe('Milk');
    expect(english.text('حليب')).toBe('\u2068حليب\u2069');
    expect(arabic.text('Milk')).toBe('\u2068Milk\u2069');
    const phrase = `${arabic.text('غدًا')} ${arabic.text('5:00 م')}`;
    expect(arabic.text(phrase)).toBe(`\u2067${phrase}\u2069`);
  });
});
