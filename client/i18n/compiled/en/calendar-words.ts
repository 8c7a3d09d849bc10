// Made from catalogs/en/calendar.json by `npm run words`; edit that instead.
import { form, number, text } from './formats.ts';
import type { CalendarWords } from '../types/calendar-words.ts';

/** The words of `calendar` in the language `en`. */
export const calendarWords: CalendarWords = {
  span: 'Time shown',
  month: 'Month',
  week: 'Week',
  previous: {
    month: 'Previous month',
    week: 'Previous week',
  },
  next: {
    month: 'Next month',
    week: 'Next week',
  },
  fromTo: (of) => `${text(of.from)} – ${text(of.to)}`,
  today: 'Today',
  showSide: 'Show overdue and unscheduled',
  hideSide: 'Hide overdue and unscheduled',
  side: 'Overdue and unscheduled',
  more: (of) => `+${number(of.count)} more`,
  day: (of) => `${text(of.day)}${(of.count === 0 ? '' : form(of.count) === 'one' ? `, ${number(of.count)} task` : `, ${number(of.count)} tasks`)}`,
  allDay: 'All day',
  overdue: 'Overdue',
  unscheduled: 'Unscheduled',
  unscheduledText: 'Drag a task to a day.',
  noneUnscheduled: 'Every open task has a date.',
  dayEmpty: 'Nothing on this day.',
  addOn: (of) => `Add task on ${text(of.day)}`,
  ghost: (of) => `${text(of.title)}, will repeat`,
  ghostMark: 'Will repeat',
  lifted: (of) => `Lifted ‘${text(of.title)}’. Let go over a day, or press Escape.`,
  over: (of) => `Over ${text(of.day)}`,
  cancelled: (of) => `Cancelled. ‘${text(of.title)}’ is where it was.`,
  moved: (of) => `Moved ‘${text(of.title)}’ to ${text(of.day)}`,
  movedToTime: (of) => `Moved ‘${text(of.title)}’ to ${text(of.day)} at ${text(of.time)}`,
  movedOne: (of) => `Moved ‘${text(of.title)}’ to ${text(of.day)}. Only this one: it repeats as before.`,
  movedOneToTime: (of) => `Moved ‘${text(of.title)}’ to ${text(of.day)} at ${text(of.time)}. Only this one: it repeats as before.`,
};
