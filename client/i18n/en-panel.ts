import { plural } from './plural.ts';

/** Words of the parts of a task's panel that load with it: notes, comments, activity, repetition, reminders. */
export const panelWords = {
  marks: {
    hasReminder: 'Has a reminder',
    comments: (count: number) => plural(count, { one: 'comment', other: 'comments' }),
  },
  notes: {
    edit: 'Edit notes',
    done: 'Show formatted',
    hint: 'Esc leaves the field. In a list, Tab and Shift Tab move the item.',
    changedElsewhere: 'Changed on another device meanwhile.',
    bothKept: 'Both are kept: what you type is merged with it.',
    see: 'See',
    hide: 'Hide',
    toSubtasks: 'Turn into subtasks',
    madeSubtasks: (count: number) =>
      `${plural(count, { one: 'line', other: 'lines' })} turned into subtasks`,
  },
  comments: {
    title: 'Comments',
    placeholder: 'Write a comment …',
    send: 'Send comment',
    added: 'Comment added',
    you: 'You',
    somebody: 'Somebody',
    edited: 'edited',
    waiting: 'Saved on this device, not sent yet',
    edit: 'Edit comment',
  },
  reminders: {
    region: 'Reminders',
    heading: 'Reminder',
    several: (count: number, areAllLate: boolean) => {
      const reminders = plural(count, { one: 'reminder', other: 'reminders' });
      return areAllLate ? `${reminders} while you were away` : reminders;
    },
    done: 'Done',
    open: 'Open',
    snooze: 'Snooze',
    snoozes: {
      'ten-minutes': 'For 10 minutes',
      hour: 'For an hour',
      tomorrow: 'Until tomorrow, 9:00',
    },
    dismiss: (title: string) => `Close the reminder of ‘${title}’`,
    add: 'Add reminder',
    none: 'No reminder',
    remove: (what: string) => `Remove: ${what}`,
    atDue: 'When it is due',
    minutes: (count: number) => plural(count, { one: 'minute before', other: 'minutes before' }),
    hours: (count: number) => plural(count, { one: 'hour before', other: 'hours before' }),
    days: (count: number) => plural(count, { one: 'day before', other: 'days before' }),
    amount: 'How long before',
    unit: 'Unit',
    units: { minutes: 'minutes before', hours: 'hours before', days: 'days before' },
    atTime: 'At a date and time',
    needsDate: 'Reminders before the date need one.',
    dayCounts: 'A date without a time counts as 9:00.',
    comes: (when: string) => `Comes ${when}`,
  },
} as const;
