// Made from catalogs/en/reminder-cards.json by `npm run words`; edit that instead.
import { form, number, text } from './formats.ts';
import type { ReminderCardsWords } from '../types/reminder-cards-words.ts';

/** The words of `reminder-cards` in the language `en`. */
export const reminderCardsWords: ReminderCardsWords = {
  region: 'Reminders',
  one: 'Reminder',
  several: (of) => `${number(of.count)} reminder${(form(of.count) === 'one' ? '' : 's')}`,
  missed: (of) => `${number(of.count)} reminder${(form(of.count) === 'one' ? '' : 's')} while you were away`,
  spoken: (of) => `${text(of.heading)}: ${text(of.titles)}`,
  done: 'Done',
  open: 'Open',
  snooze: 'Snooze',
  snoozes: {
    minutes: (of) => `For ${number(of.count)} minute${(form(of.count) === 'one' ? '' : 's')}`,
    hour: 'For an hour',
    tomorrow: (of) => `Until tomorrow, ${text(of.time)}`,
  },
  dismiss: (of) => `Close the reminder of ‘${text(of.title)}’`,
};
