// Made from catalogs/ar/reminder-cards.json by `npm run words`; edit that instead.
import { form, number, text } from './formats.ts';
import type { ReminderCardsWords } from '../types/reminder-cards-words.ts';

/** The words of `reminder-cards` in the language `ar`. */
export const reminderCardsWords: ReminderCardsWords = {
  region: 'التذكيرات',
  one: 'تذكير',
  several: (of) => (form(of.count) === 'zero' ? 'لا تذكيرات' : form(of.count) === 'one' ? 'تذكير واحد' : form(of.count) === 'two' ? 'تذكيران' : form(of.count) === 'few' ? `${number(of.count)} تذكيرات` : form(of.count) === 'many' ? `${number(of.count)} تذكيرًا` : `${number(of.count)} تذكير`),
  missed: (of) => `${(form(of.count) === 'zero' ? 'لا تذكيرات' : form(of.count) === 'one' ? 'تذكير واحد' : form(of.count) === 'two' ? 'تذكيران' : form(of.count) === 'few' ? `${number(of.count)} تذكيرات` : form(of.count) === 'many' ? `${number(of.count)} تذكيرًا` : `${number(of.count)} تذكير`)} في غيابك`,
  spoken: (of) => `${text(of.heading)}: ${text(of.titles)}`,
  done: 'إكمال',
  open: 'فتح',
  snooze: 'تأجيل',
  snoozes: {
    minutes: (of) => (form(of.count) === 'zero' ? 'دون تأجيل' : form(of.count) === 'one' ? 'لمدة دقيقة' : form(of.count) === 'two' ? 'لمدة دقيقتين' : form(of.count) === 'few' ? `لمدة ${number(of.count)} دقائق` : `لمدة ${number(of.count)} دقيقة`),
    hour: 'لمدة ساعة',
    tomorrow: (of) => `حتى الغد، ${text(of.time)}`,
  },
  dismiss: (of) => `إغلاق تذكير «${text(of.title)}»`,
};
