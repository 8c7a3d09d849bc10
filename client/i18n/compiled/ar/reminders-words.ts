// Made from catalogs/ar/reminders.json by `npm run words`; edit that instead.
import { form, number, text } from './formats.ts';
import type { RemindersWords } from '../types/reminders-words.ts';

/** The words of `reminders` in the language `ar`. */
export const remindersWords: RemindersWords = {
  add: 'إضافة تذكير',
  remove: (of) => `إزالة: ${text(of.what)}`,
  atDue: 'عند حلول موعدها',
  minutes: (of) => (form(of.count) === 'zero' ? 'عند حلول موعدها' : form(of.count) === 'one' ? 'قبلها بدقيقة' : form(of.count) === 'two' ? 'قبلها بدقيقتين' : form(of.count) === 'few' ? `قبلها بـ${number(of.count)} دقائق` : `قبلها بـ${number(of.count)} دقيقة`),
  hours: (of) => (form(of.count) === 'zero' ? 'عند حلول موعدها' : form(of.count) === 'one' ? 'قبلها بساعة' : form(of.count) === 'two' ? 'قبلها بساعتين' : form(of.count) === 'few' ? `قبلها بـ${number(of.count)} ساعات` : `قبلها بـ${number(of.count)} ساعة`),
  days: (of) => (form(of.count) === 'zero' ? 'عند حلول موعدها' : form(of.count) === 'one' ? 'قبلها بيوم' : form(of.count) === 'two' ? 'قبلها بيومين' : form(of.count) === 'few' ? `قبلها بـ${number(of.count)} أيام` : form(of.count) === 'many' ? `قبلها بـ${number(of.count)} يومًا` : `قبلها بـ${number(of.count)} يوم`),
  amount: 'المدة قبل الموعد',
  unit: 'الوحدة',
  units: {
    minutes: 'بالدقائق قبلها',
    hours: 'بالساعات قبلها',
    days: 'بالأيام قبلها',
  },
  atTime: 'في تاريخ ووقت',
  needsDate: 'حدّد تاريخًا للمهمة لتُذكَّر قبله.',
  dayCounts: (of) => `التاريخ بلا وقت يُحسب الساعة ${text(of.time)}.`,
  comes: (of) => `يأتي ${text(of.when)}`,
};
