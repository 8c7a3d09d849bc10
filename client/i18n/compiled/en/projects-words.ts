// Made from catalogs/en/projects.json by `npm run words`; edit that instead.
import { form, number, text } from './formats.ts';
import type { ProjectsWords } from '../types/projects-words.ts';

/** The words of `projects` in the language `en`. */
export const projectsWords: ProjectsWords = {
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
  menu: (of) => `Actions for ${text(of.name)}`,
  missing: 'This project is not here',
  missingText: 'It was moved to the trash, or it belongs to another account.',
  openTasks: (of) => (form(of.count) === 'one' ? `${number(of.count)} open task` : `${number(of.count)} open tasks`),
};
