import { plural } from './plural.ts';

/** Words of the parts of a task's panel that load with it: notes, comments, activity, repetition, reminders. */
export const panelWords = {
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
} as const;
