// Made from catalogs/en by `npm run words`; edit that instead.
import type { Messages } from '../messages.ts';
import { appWords } from './app-words.ts';
import { commonWords } from './common-words.ts';
import { errorsWords } from './errors-words.ts';
import { navWords } from './nav-words.ts';
import { projectsWords } from './projects-words.ts';
import { tasksWords } from './tasks-words.ts';

export { formats } from './formats.ts';

/** The words that come before the first view. */
export const start: Messages = {
  app: appWords,
  common: commonWords,
  errors: errorsWords,
  nav: navWords,
  projects: projectsWords,
  tasks: tasksWords,
};
