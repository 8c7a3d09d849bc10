// Made from catalogs/en/reminders.json by `npm run words`; edit that instead.
import { form, number, text } from './formats.ts';
import type { RemindersWords } from '../types/reminders-words.ts';

/** The words of `reminders` in the language `en`. */
export const remindersWords: RemindersWords = {
  add: 'Add reminder',
  remove: (of) => `Remove: ${text(of.what)}`,
  atDue: 'When it is due',
  minutes: (of) => `${number(of.count)} minute${(form(of.count) === 'one' ? '' : 's')} before`,
  hours: (of) => `${number(of.count)} hour${(form(of.count) === 'one' ? '' : 's')} before`,
  days: (of) => `${number(of.count)} day${(form(of.count) === 'one' ? '' : 's')} before`,
  amount: 'How long before',
  unit: 'Unit',
  units: {
    minutes: 'minutes before',
    hours: 'hours before',
    days: 'days before',
  },
  atTime: 'At a date and time',
  needsDate: 'Give the task a date to be reminded before it.',
  dayCounts: (of) => `A date without a time counts as ${text(of.time)}.`,
  comes: (of) => `Comes ${text(of.when)}`,
};
