// Made from catalogs/en/plan.json by `npm run words`; edit that instead.
import { form, number, text } from './formats.ts';
import type { PlanWords } from '../types/plan-words.ts';

/** The words of `plan` in the language `en`. */
export const planWords: PlanWords = {
  overdue: (of) => `${number(of.count)} overdue`,
  toToday: 'Move to today',
  toOther: 'Move to another day',
  toTomorrow: 'Tomorrow',
  toNextWeek: 'Next week',
  moved: {
    today: (of) => (form(of.count) === 'one' ? `${number(of.count)} task moved to today` : `${number(of.count)} tasks moved to today`),
    tomorrow: (of) => (form(of.count) === 'one' ? `${number(of.count)} task moved to tomorrow` : `${number(of.count)} tasks moved to tomorrow`),
    nextWeek: (of) => (form(of.count) === 'one' ? `${number(of.count)} task moved to next week` : `${number(of.count)} tasks moved to next week`),
  },
  today: 'Today',
  tomorrow: 'Tomorrow',
  later: 'Later',
  done: 'Completed',
  count: (of) => (form(of.count) === 'one' ? `${number(of.count)} task` : `${number(of.count)} tasks`),
  addOn: (of) => `Add task on ${text(of.day)}`,
  movedToDay: (of) => `Moved ‘${text(of.title)}’ to ${text(of.day)}`,
};
