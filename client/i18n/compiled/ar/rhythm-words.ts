// Made from catalogs/ar/rhythm.json by `npm run words`; edit that instead.
import { form, number, text } from './formats.ts';
import type { RhythmWords } from '../types/rhythm-words.ts';

/** The words of `rhythm` in the language `ar`. */
export const rhythmWords: RhythmWords = {
  daily: (of) => `كل ${(form(of.interval) === 'zero' ? 'يوم' : form(of.interval) === 'one' ? 'يوم' : form(of.interval) === 'two' ? 'يومين' : form(of.interval) === 'few' ? `${number(of.interval)} أيام` : form(of.interval) === 'many' ? `${number(of.interval)} يومًا` : `${number(of.interval)} يوم`)}`,
  weekly: (of) => `كل ${(form(of.interval) === 'zero' ? 'أسبوع' : form(of.interval) === 'one' ? 'أسبوع' : form(of.interval) === 'two' ? 'أسبوعين' : form(of.interval) === 'few' ? `${number(of.interval)} أسابيع` : form(of.interval) === 'many' ? `${number(of.interval)} أسبوعًا` : `${number(of.interval)} أسبوع`)}`,
  weeklyOn: (of) => `كل ${(form(of.interval) === 'zero' ? 'أسبوع' : form(of.interval) === 'one' ? 'أسبوع' : form(of.interval) === 'two' ? 'أسبوعين' : form(of.interval) === 'few' ? `${number(of.interval)} أسابيع` : form(of.interval) === 'many' ? `${number(of.interval)} أسبوعًا` : `${number(of.interval)} أسبوع`)} يوم ${text(of.days)}`,
  workdays: (of) => `كل ${(form(of.interval) === 'zero' ? 'يوم' : form(of.interval) === 'one' ? 'يوم' : form(of.interval) === 'two' ? 'أسبوعين' : form(of.interval) === 'few' ? `${number(of.interval)} أسابيع` : form(of.interval) === 'many' ? `${number(of.interval)} أسبوعًا` : `${number(of.interval)} أسبوع`)} من الاثنين إلى الجمعة`,
  monthly: (of) => `كل ${(form(of.interval) === 'zero' ? 'شهر' : form(of.interval) === 'one' ? 'شهر' : form(of.interval) === 'two' ? 'شهرين' : form(of.interval) === 'few' ? `${number(of.interval)} أشهر` : form(of.interval) === 'many' ? `${number(of.interval)} شهرًا` : `${number(of.interval)} شهر`)}`,
  monthlyOn: (of) => `كل ${(form(of.interval) === 'zero' ? 'شهر' : form(of.interval) === 'one' ? 'شهر' : form(of.interval) === 'two' ? 'شهرين' : form(of.interval) === 'few' ? `${number(of.interval)} أشهر` : form(of.interval) === 'many' ? `${number(of.interval)} شهرًا` : `${number(of.interval)} شهر`)} في ${text(of.days)}`,
  yearly: (of) => `كل ${(form(of.interval) === 'zero' ? 'سنة' : form(of.interval) === 'one' ? 'سنة' : form(of.interval) === 'two' ? 'سنتين' : form(of.interval) === 'few' ? `${number(of.interval)} سنوات` : `${number(of.interval)} سنة`)}`,
  yearlyOn: (of) => `كل ${(form(of.interval) === 'zero' ? 'سنة' : form(of.interval) === 'one' ? 'سنة' : form(of.interval) === 'two' ? 'سنتين' : form(of.interval) === 'few' ? `${number(of.interval)} سنوات` : `${number(of.interval)} سنة`)} في ${text(of.days)}`,
  monthDay: {
    day: (of) => `اليوم ${number(of.day)}`,
    last: 'اليوم الأخير',
    weekday: (of) => `يوم ${text(of.weekday)} ال${(of.which === 'first' ? 'أول' : of.which === 'second' ? 'ثاني' : of.which === 'third' ? 'ثالث' : of.which === 'fourth' ? 'رابع' : of.which === 'fifth' ? 'خامس' : 'أخير')}`,
    workday: (of) => `يوم العمل ال${(of.which === 'first' ? 'أول' : of.which === 'second' ? 'ثاني' : of.which === 'third' ? 'ثالث' : of.which === 'fourth' ? 'رابع' : of.which === 'fifth' ? 'خامس' : 'أخير')}`,
  },
  ofMonth: (of) => `${text(of.day)} من ${text(of.month)}`,
  until: (of) => `${text(of.rhythm)} حتى ${text(of.date)}`,
  times: (of) => `${text(of.rhythm)}، ${(form(of.count) === 'zero' ? 'بلا تكرار' : form(of.count) === 'one' ? 'مرة واحدة' : form(of.count) === 'two' ? 'مرتين' : form(of.count) === 'few' ? `${number(of.count)} مرات` : `${number(of.count)} مرة`)}`,
  fromCompletion: (of) => `${text(of.rhythm)}، تُحسب من الإكمال`,
};
