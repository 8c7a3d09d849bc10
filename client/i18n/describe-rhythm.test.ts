import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recurrenceFromPhrase } from '#shared/recurrence-phrase';
import { rhythmWords as arabicWords } from './compiled/ar/rhythm-words.ts';
import { rhythmWords } from './compiled/en/rhythm-words.ts';
import { describeRhythm } from './describe-rhythm.ts';
import { createFormats } from './formats.ts';

const english = { words: rhythmWords, formats: createFormats('en') };
const arabic = { words: arabicWords, formats: createFormats('ar') };
const bare = (text: string | undefined) => text?.replaceAll(/[\u2066-\u2069]/g, '');

describe('a rhythm in words', () => {
  it.each([
    ['FREQ=DAILY', 'every day', 'كل يوم'],
    ['FREQ=DAILY;INTERVAL=2', 'every 2 days', 'كل يومين'],
    ['FREQ=WEEKLY', 'every week', 'كل أسبوع'],
    ['FREQ=WEEKLY;BYDAY=MO', 'every Monday', 'كل أسبوع يوم الاثنين'],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=FR', 'every 2 weeks on Friday', 'كل أسبوعين يوم الجمعة'],
    ['FREQ=WEEKLY;BYDAY=MO,WE', 'every Monday, Wednesday', 'كل أسبوع يوم الاثنين والأربعاء'],
    ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', 'every weekday', 'كل يوم من الاثنين إلى الجمعة'],
    ['FREQ=MONTHLY', 'every month', 'كل شهر'],
    ['FREQ=MONTHLY;BYMONTHDAY=-1', 'every month on the last day', 'كل شهر في اليوم الأخير'],
    ['FREQ=MONTHLY;BYDAY=3FR', 'every month on the third Friday', 'كل شهر في يوم الجمعة الثالث'],
    [
      'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1',
      'every month on the first weekday',
      'كل شهر في يوم العمل الأول',
    ],
    ['FREQ=MONTHLY;INTERVAL=3', 'every 3 months', 'كل ٣ أشهر'],
    ['FREQ=YEARLY', 'every year', 'كل سنة'],
    [
      'FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=-1',
      'every year on the last day of May',
      'كل سنة في اليوم الأخير من مايو',
    ],
  ])('%s is "%s" and "%s"', (rule, inEnglish, inArabic) => {
    const recurrence = { rule, basis: 'due' };
    expect(describeRhythm(recurrence, english)).toBe(inEnglish);
    const digits = arabic.formats.number(3);
    expect(bare(describeRhythm(recurrence, arabic))).toBe(inArabic.replace('٣', digits));
  });

  it.each([
    ['FREQ=DAILY;UNTIL=20270501', 'due', 'every day until 1 May 2027'],
    ['FREQ=DAILY;COUNT=1', 'due', 'every day, once'],
    ['FREQ=DAILY;INTERVAL=3', 'completion', 'every 3 days, counted from completion'],
    ['FREQ=MONTHLY;BYMONTHDAY=1,15', 'due', 'every month on day 1, day 15'],
    ['FREQ=YEARLY;BYMONTH=1,7;BYMONTHDAY=5', 'due', 'every year on 5 January, 5 July'],
  ])('%s counted from %s is "%s"', (rule, basis, text) => {
    expect(describeRhythm({ rule, basis }, english)).toBe(text);
  });

  it.each([null, undefined, '', {}, { rule: 7 }, { rule: 'FREQ=HOURLY' }])(
    '%j has no words',
    (recurrence) => {
      expect(describeRhythm(recurrence, english)).toBeUndefined();
    },
  );

  it('is there in both languages for whatever can be typed', () => {
    const known =
      'every! 2 other day weeks month mon, fri and last 3rd 31 jan feb 29 workday starting until 2027-01-31';
    const word = fc.constantFrom(...known.split(' '));
    fc.assert(
      fc.property(fc.array(word, { maxLength: 6 }), (words) => {
        const phrase = `every ${words.join(' ')}`;
        const read = recurrenceFromPhrase({ phrase, today: '2026-11-22' });
        if (read === null) return;
        expect(describeRhythm(read.recurrence, english)).not.toMatch(/undefined|FREQ|Invalid/);
        expect(describeRhythm(read.recurrence, arabic)).not.toMatch(/[a-z]{2}/i);
      }),
      { numRuns: 2_000 },
    );
  });
});
