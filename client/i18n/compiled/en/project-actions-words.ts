// Made from catalogs/en/project-actions.json by `npm run words`; edit that instead.
import { number, text } from './formats.ts';
import type { ProjectActionsWords } from '../types/project-actions-words.ts';

/** The words of `project-actions` in the language `en`. */
export const projectActionsWords: ProjectActionsWords = {
  archive: 'Archive',
  unarchive: 'Bring back from the archive',
  archived: 'Archived',
  archivedText: 'This project is archived: its tasks are in no other view.',
  duplicate: 'Duplicate',
  copyName: (of) => `${text(of.name)} (copy)`,
  moveUp: 'Move up',
  moveDown: 'Move down',
  moved: (of) => `Moved ${text(of.name)}, ${number(of.position)} of ${number(of.count)}`,
  addSection: 'Add section',
  emptyTitle: 'No projects yet',
  emptyText: 'A project gathers what leads to one result.',
  open: (of) => `${number(of.count)} open`,
};
