// Made from catalogs/ar/plan.json by `npm run words`; edit that instead.
import { form, number, text } from './formats.ts';
import type { PlanWords } from '../types/plan-words.ts';

/** The words of `plan` in the language `ar`. */
export const planWords: PlanWords = {
  overdue: (of) => (form(of.count) === 'zero' ? 'لا مهام متأخرة' : form(of.count) === 'one' ? 'مهمة متأخرة' : form(of.count) === 'two' ? 'مهمتان متأخرتان' : form(of.count) === 'few' ? `${number(of.count)} مهام متأخرة` : `${number(of.count)} مهمة متأخرة`),
  toToday: 'نقل إلى اليوم',
  toOther: 'نقل إلى يوم آخر',
  toTomorrow: 'غدًا',
  toNextWeek: 'الأسبوع القادم',
  moved: {
    today: (of) => `${(form(of.count) === 'zero' ? 'لم تُنقل مهام' : form(of.count) === 'one' ? 'نُقلت مهمة واحدة' : form(of.count) === 'two' ? 'نُقلت مهمتان' : form(of.count) === 'few' ? `نُقلت ${number(of.count)} مهام` : `نُقلت ${number(of.count)} مهمة`)} إلى اليوم`,
    tomorrow: (of) => `${(form(of.count) === 'zero' ? 'لم تُنقل مهام' : form(of.count) === 'one' ? 'نُقلت مهمة واحدة' : form(of.count) === 'two' ? 'نُقلت مهمتان' : form(of.count) === 'few' ? `نُقلت ${number(of.count)} مهام` : `نُقلت ${number(of.count)} مهمة`)} إلى الغد`,
    nextWeek: (of) => `${(form(of.count) === 'zero' ? 'لم تُنقل مهام' : form(of.count) === 'one' ? 'نُقلت مهمة واحدة' : form(of.count) === 'two' ? 'نُقلت مهمتان' : form(of.count) === 'few' ? `نُقلت ${number(of.count)} مهام` : `نُقلت ${number(of.count)} مهمة`)} إلى الأسبوع القادم`,
  },
  today: 'اليوم',
  tomorrow: 'غدًا',
  later: 'لاحقًا',
  done: 'المكتملة',
  count: (of) => (form(of.count) === 'zero' ? 'لا مهام' : form(of.count) === 'one' ? 'مهمة واحدة' : form(of.count) === 'two' ? 'مهمتان' : form(of.count) === 'few' ? `${number(of.count)} مهام` : `${number(of.count)} مهمة`),
  addOn: (of) => `إضافة مهمة يوم ${text(of.day)}`,
  movedToDay: (of) => `نُقلت «${text(of.title)}» إلى ${text(of.day)}`,
};
