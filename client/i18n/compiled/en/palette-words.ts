// Made from catalogs/en/palette.json by `npm run words`; edit that instead.
import { form, number, text } from './formats.ts';
import type { PaletteWords } from '../types/palette-words.ts';

/** The words of `palette` in the language `en`. */
export const paletteWords: PaletteWords = {
  title: 'Search and commands',
  placeholder: 'Search tasks, or type a command',
  searchPlaceholder: 'Search tasks, projects and labels',
  commandPlaceholder: 'Type a command',
  withLabel: (of) => `Tasks with ${text(of.name)}`,
  clearLabel: (of) => `No longer only ${text(of.name)}`,
  groups: {
    recent: 'Recent',
    actions: 'Actions',
    views: 'Go to',
    projects: 'Projects',
    labels: 'Labels',
    tasks: 'Tasks',
    filters: 'Filters',
    done: 'Done',
    notes: 'In notes',
    comments: 'In comments',
    more: 'More',
  },
  task: (of) => `Task: ${text(of.title)}`,
  moveToProject: (of) => `Move to ${text(of.name)}`,
  archived: 'Archived',
  inArchived: (of) => `${text(of.name)}, archived`,
  themes: {
    system: 'Theme: as the system',
    light: 'Theme: light',
    dark: 'Theme: dark',
  },
  densities: {
    comfortable: 'Rows: comfortable',
    compact: 'Rows: compact',
  },
  language: (of) => `Language: ${text(of.name)}`,
  results: (of) => `${number(of.count)} result${(form(of.count) === 'one' ? '' : 's')}`,
  nothing: (of) => `Nothing found for ‘${text(of.query)}’`,
  nothingYet: 'Nothing here yet',
  hints: {
    run: 'open or run',
    commands: 'commands',
    labels: 'labels',
    projects: 'projects',
  },
  newWorkspace: 'New workspace',
  signIn: 'Sign in',
};
