// Made from catalogs/en/actions.json by `npm run words`; edit that instead.
import type { ActionsWords } from '../types/actions-words.ts';

/** The words of `actions` in the language `en`. */
export const actionsWords: ActionsWords = {
  'task-add': 'Task added',
  'task-rename': 'Task renamed',
  'task-notes': 'Notes changed',
  'task-complete': 'Task completed',
  'task-reopen': 'Task reopened',
  'task-status': 'State changed',
  'task-priority': 'Priority changed',
  'task-schedule': 'Date changed',
  'task-replan': 'Overdue tasks moved',
  'task-move': 'Task moved',
  'task-trash': 'Moved to trash',
  'task-restore': 'Restored',
  'project-add': 'Project created',
  'project-edit': 'Project changed',
  'project-trash': 'Project moved to trash',
  'project-restore': 'Project restored',
  'conflict-use-mine': 'Your value is back',
  'conflict-dismiss': 'Conflict put away',
  import: 'Import',
  'import-undo': 'Import undone',
  other: 'Change',
};
