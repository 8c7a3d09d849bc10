// Made from catalogs/en/sections.json by `npm run words`; edit that instead.
import { form, number, text } from './formats.ts';
import type { SectionsWords } from '../types/sections-words.ts';

/** The words of `sections` in the language `en`. */
export const sectionsWords: SectionsWords = {
  add: 'Add section',
  name: 'Name of the section',
  namePlaceholder: 'For example: This week',
  rename: 'Rename section',
  menu: (of) => `Actions for the section ${text(of.name)}`,
  moveUp: 'Move section up',
  moveDown: 'Move section down',
  remove: 'Delete section',
  addTask: (of) => `Add task in ${text(of.name)}`,
  handle: 'Drag to move the section',
  moved: (of) => `Moved section ‘${text(of.name)}’, ${number(of.position)} of ${number(of.count)}`,
  added: (of) => `Section ‘${text(of.name)}’ added`,
  removed: (of) => `Section ‘${text(of.name)}’ deleted`,
  taskMoved: (of) => `Moved ‘${text(of.title)}’ to ${text(of.section)}`,
  taskMovedOut: (of) => `Moved ‘${text(of.title)}’ out of its section`,
  done: 'Completed',
  full: (of) => `A project holds ${number(of.max)} section${(form(of.max) === 'one' ? '' : 's')} at most.`,
};
