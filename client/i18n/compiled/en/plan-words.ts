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
    today: (of) => `${number(of.count)} task${(form(of.count) === 'one' ? '' : 's')} moved to today`,
    tomorrow: (of) => `${number(of.count)} task${(form(of.count) === 'one' ? '' : 's')} moved to tomorrow`,
    nextWeek: (of) => `${number(of.count)} task${(form(of.count) === 'one' ? '' : 's')} moved to next week`,
  },
  today: 'Today',
  tomorrow: 'Tomorrow',
  later: 'Later',
  done: 'Completed',
  count: (of) => `${number(of.count)} task${(form(of.count) === 'one' ? '' : 's')}`,
  addOn: (of) => `Add task on ${text(of.day)}`,
  movedToDay: (of) => `Moved ‘${text(of.title)}’ to ${text(of.day)}`,
};
