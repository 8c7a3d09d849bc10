// Made from catalogs/en/rhythm.json by `npm run words`; edit that instead.
import { form, number, text } from './formats.ts';
import type { RhythmWords } from '../types/rhythm-words.ts';

/** The words of `rhythm` in the language `en`. */
export const rhythmWords: RhythmWords = {
  daily: (of) => `every ${(of.interval === 1 ? 'day' : form(of.interval) === 'one' ? `${number(of.interval)} day` : `${number(of.interval)} days`)}`,
  weekly: (of) => `every ${(of.interval === 1 ? 'week' : form(of.interval) === 'one' ? `${number(of.interval)} week` : `${number(of.interval)} weeks`)}`,
  weeklyOn: (of) => `every ${(of.interval === 1 ? '' : form(of.interval) === 'one' ? `${number(of.interval)} week on ` : `${number(of.interval)} weeks on `)}${text(of.days)}`,
  workdays: (of) => `every ${(of.interval === 1 ? 'week' : form(of.interval) === 'one' ? `${number(of.interval)} week from Monday to Fri` : `${number(of.interval)} weeks from Monday to Fri`)}day`,
  monthly: (of) => `every ${(of.interval === 1 ? 'month' : form(of.interval) === 'one' ? `${number(of.interval)} month` : `${number(of.interval)} months`)}`,
  monthlyOn: (of) => `every ${(of.interval === 1 ? 'month' : form(of.interval) === 'one' ? `${number(of.interval)} month` : `${number(of.interval)} months`)} on ${text(of.days)}`,
  yearly: (of) => `every ${(of.interval === 1 ? 'year' : form(of.interval) === 'one' ? `${number(of.interval)} year` : `${number(of.interval)} years`)}`,
  yearlyOn: (of) => `every ${(of.interval === 1 ? 'year' : form(of.interval) === 'one' ? `${number(of.interval)} year` : `${number(of.interval)} years`)} on ${text(of.days)}`,
  monthDay: {
    day: (of) => `day ${number(of.day)}`,
    last: 'the last day',
    weekday: (of) => `the ${(of.which === 'first' ? 'first' : of.which === 'second' ? 'second' : of.which === 'third' ? 'third' : of.which === 'fourth' ? 'fourth' : of.which === 'fifth' ? 'fifth' : 'last')} ${text(of.weekday)}`,
    workday: (of) => `the ${(of.which === 'first' ? 'first' : of.which === 'second' ? 'second' : of.which === 'third' ? 'third' : of.which === 'fourth' ? 'fourth' : of.which === 'fifth' ? 'fifth' : 'last')} weekday`,
  },
  ofMonth: (of) => `${text(of.day)} of ${text(of.month)}`,
  until: (of) => `${text(of.rhythm)} until ${text(of.date)}`,
  times: (of) => `${text(of.rhythm)}, ${(form(of.count) === 'one' ? 'once' : `${number(of.count)} times`)}`,
  fromCompletion: (of) => `${text(of.rhythm)}, counted from completion`,
};
