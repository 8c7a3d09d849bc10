// Made from catalogs/en/conflicts.json by `npm run words`; edit that instead.
import { number, text } from './formats.ts';
import type { ConflictsWords } from '../types/conflicts-words.ts';

/** The words of `conflicts` in the language `en`. */
export const conflictsWords: ConflictsWords = {
  useMine: 'Use mine',
  details: 'Details',
  gone: 'The task is no longer there.',
  goneToast: (of) => `The task is no longer there. Your change is kept: ${text(of.field)}`,
  copyMine: 'Copy mine',
  copied: 'Copied',
  copyFailed: 'This browser does not allow copying. Your text can be selected in Conflicts.',
  toast: (of) => `‘${text(of.title)}’ — ${text(of.field)}: another change was kept.`,
  several: (of) => `${number(of.count)} of your changes met another one.`,
  trashed: (of) => `‘${text(of.title)}’ was put in the trash meanwhile.`,
  restore: 'Restore',
  fields: {
    title: 'title',
    notes: 'notes',
    status: 'state',
    priority: 'priority',
    schedule: 'date',
    place: 'place',
    estimate: 'estimate',
    reminders: 'reminders',
    trash: 'trash',
    name: 'name',
    look: 'colour',
    label: 'label',
    assignee: 'assignee',
    other: 'value',
  },
  values: {
    todo: 'to do',
    in_progress: 'in progress',
    done: 'done',
    cancelled: 'cancelled',
    urgent: 'urgent',
    high: 'high',
    medium: 'medium',
    low: 'low',
    none: 'none',
  },
  ownRhythm: 'a rhythm of its own',
  empty: 'nothing',
};
