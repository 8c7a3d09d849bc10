// Made from catalogs/en/recurrence.json by `npm run words`; edit that instead.
import { form, number, text } from './formats.ts';
import type { RecurrenceWords } from '../types/recurrence-words.ts';

/** The words of `recurrence` in the language `en`. */
export const recurrenceWords: RecurrenceWords = {
  phrase: 'Repetition in your words',
  phrasePlaceholder: 'Type: every 2 fridays',
  unread: 'Not understood. Try ‘every last day’ or ‘every! 3 days’.',
  ownRule: (of) => `A rule from elsewhere, kept as it is: ${text(of.rule)}`,
  every: 'Every',
  interval: 'How many of the unit lie between',
  unit: 'Unit of the repetition',
  units: {
    DAILY: (of) => `day${(form(of.count) === 'one' ? '' : 's')}`,
    WEEKLY: (of) => `week${(form(of.count) === 'one' ? '' : 's')}`,
    MONTHLY: (of) => `month${(form(of.count) === 'one' ? '' : 's')}`,
    YEARLY: (of) => `year${(form(of.count) === 'one' ? '' : 's')}`,
  },
  weekdays: 'Days of the week',
  on: 'On',
  monthDays: 'Day of the month',
  monthDay: {
    day: (of) => `day ${number(of.day)}`,
    last: 'the last day',
    weekday: (of) => `the ${(of.which === 'first' ? 'first' : of.which === 'second' ? 'second' : of.which === 'third' ? 'third' : of.which === 'fourth' ? 'fourth' : of.which === 'fifth' ? 'fifth' : 'last')} ${text(of.weekday)}`,
  },
  yearDay: {
    day: (of) => `day ${number(of.day)} of ${text(of.month)}`,
    last: (of) => `the last day of ${text(of.month)}`,
    weekday: (of) => `the ${(of.which === 'first' ? 'first' : of.which === 'second' ? 'second' : of.which === 'third' ? 'third' : of.which === 'fourth' ? 'fourth' : of.which === 'fifth' ? 'fifth' : 'last')} ${text(of.weekday)} of ${text(of.month)}`,
  },
  ends: 'Ends',
  never: 'never',
  until: 'on',
  after: 'after',
  lastDate: 'Last possible day',
  times: 'Times in all',
  basis: 'Counted from',
  bases: {
    due: 'Counted from the date',
    completion: 'Counted from completion',
  },
  next: (of) => `Next${(form(of.count) === 'one' ? '' : ` ${number(of.count)}`)}: ${text(of.dates)}`,
  noMore: 'This is the last one.',
  shortened: 'In a month without that day it comes on the last day.',
  completionText: 'The dates move when you complete it earlier or later.',
  inZone: (of) => `Times are those of ${text(of.zone)}.`,
};
