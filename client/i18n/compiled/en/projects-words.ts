// Made from catalogs/en/projects.json by `npm run words`; edit that instead.
import { text } from './formats.ts';
import type { ProjectsWords } from '../types/projects-words.ts';

/** The words of `projects` in the language `en`. */
export const projectsWords: ProjectsWords = {
  heading: 'Projects',
  add: 'New project',
  edit: 'Edit project',
  moveToTrash: 'Move to trash',
  menu: (of) => `Actions for ${text(of.name)}`,
  missing: 'This project is not here',
  missingText: 'It was moved to the trash, or it belongs to another account.',
};
