// Made from catalogs/en/project-form.json by `npm run words`; edit that instead.
import type { ProjectFormWords } from '../types/project-form-words.ts';

/** The words of `project-form` in the language `en`. */
export const projectFormWords: ProjectFormWords = {
  create: 'Create project',
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
};
