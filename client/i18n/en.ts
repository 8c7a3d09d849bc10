import { connectionWords } from './en-connection.ts';
import { taskWords } from './en-tasks.ts';
import { plural } from './plural.ts';

/** Every word of the screens, in English. Another language is another object of the same type. */
export const en = {
  appName: 'TaskFlow',
  ...connectionWords,
  ...taskWords,
  common: {
    cancel: 'Cancel',
    save: 'Save',
    close: 'Close',
    undo: 'Undo',
    redo: 'Redo',
    back: 'Back',
    more: 'More',
    notifications: 'Notifications',
  },
  nav: {
    label: 'Views',
    inbox: 'Inbox',
    today: 'Today',
    upcoming: 'Upcoming',
    calendar: 'Calendar',
    all: 'All tasks',
    trash: 'Trash',
    conflicts: 'Conflicts',
    settings: 'Settings',
    import: 'Import',
    search: 'Search',
    skipToList: 'Skip to the tasks',
    keyboard: 'Keyboard shortcuts',
  },
  projects: {
    heading: 'Projects',
    add: 'New project',
    create: 'Create project',
    edit: 'Edit project',
    name: 'Name',
    namePlaceholder: 'For example: Kitchen',
    color: 'Colour',
    colors: {
      gray: 'Grey',
      red: 'Red',
      orange: 'Orange',
      amber: 'Amber',
      green: 'Green',
      teal: 'Teal',
      blue: 'Blue',
      indigo: 'Indigo',
      violet: 'Violet',
      pink: 'Pink',
    },
    moveToTrash: 'Move to trash',
    menu: (name: string) => `Actions for ${name}`,
    missing: 'This project is not here',
    missingText: 'It was moved to the trash, or it belongs to another account.',
    openTasks: (count: number) => plural(count, { one: 'open task', other: 'open tasks' }),
  },
  errors: {
    title: 'This view stopped working',
    text: 'Your tasks are safe on this device. Reload the view, or export everything first.',
    reload: 'Reload view',
    copyReport: 'Copy report',
    copied: 'Report copied. It holds no text of your tasks.',
    export: 'Export my data',
    notSaved: (count: number) =>
      count === 1
        ? 'This could not be saved on this device. The disk may be full.'
        : `${count} changes could not be saved on this device. The disk may be full.`,
    neverSaved: 'This could not be saved on this device. Reload the page and try again.',
    discard: 'Discard',
    notFoundTitle: 'There is nothing at this address',
    notFoundText: 'The link may be old.',
    toInbox: 'Go to the inbox',
    startTitle: 'TaskFlow could not open its store',
    startText:
      'The browser did not let us open the database of this site. Private windows and full disks do that. Nothing was deleted.',
    tryAgain: 'Try again',
  },
} as const;
