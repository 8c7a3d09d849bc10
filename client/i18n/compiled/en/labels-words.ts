// Made from catalogs/en/labels.json by `npm run words`; edit that instead.
import { form, number, text } from './formats.ts';
import type { LabelsWords } from '../types/labels-words.ts';

/** The words of `labels` in the language `en`. */
export const labelsWords: LabelsWords = {
  heading: 'Labels',
  pickFor: (of) => `Labels of ${number(of.count)} task${(form(of.count) === 'one' ? '' : 's')}`,
  placeholder: 'Find or create a label',
  create: (of) => `Create ‘${text(of.name)}’`,
  none: 'No labels yet. Type a name to create one.',
  nothing: 'No label of that name',
  some: 'on some of them',
  add: 'New label',
  edit: 'Edit label',
  namePlaceholder: 'For example: errand',
  submit: 'Create label',
  manage: 'Manage labels',
  menu: (of) => `Actions for the label ${text(of.name)}`,
  moveUp: 'Move up',
  moveDown: 'Move down',
  moved: (of) => `Moved label ‘${text(of.name)}’, ${number(of.position)} of ${number(of.count)}`,
  merge: 'Merge into …',
  mergeTitle: (of) => `Merge ‘${text(of.name)}’ into …`,
  merged: (of) => `‘${text(of.from)}’ merged into ‘${text(of.into)}’`,
  moveToTrash: 'Move to trash',
  trashed: 'Labels in the trash',
  emptyTitle: 'No labels yet',
  emptyText: 'A label marks tasks of any project. Press L on a task, or create one here.',
  missing: 'This label is not here',
  missingText: 'It was moved to the trash, or merged into another one.',
  exists: 'There is a label of that name already.',
  addIn: (of) => `New label in ${text(of.name)}`,
};
