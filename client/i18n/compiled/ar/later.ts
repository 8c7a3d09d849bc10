// Made from catalogs/ar by `npm run words`; edit that instead.
import type { LaterMessages } from '../messages.ts';
import { conflictsWords } from './conflicts-words.ts';
import { conflictsPageWords } from './conflicts-page-words.ts';
import { examplesWords } from './examples-words.ts';
import { importWords } from './import-words.ts';
import { keysWords } from './keys-words.ts';
import { paletteWords } from './palette-words.ts';
import { planWords } from './plan-words.ts';
import { projectFormWords } from './project-form-words.ts';
import { scheduleWords } from './schedule-words.ts';
import { sessionWords } from './session-words.ts';
import { settingsWords } from './settings-words.ts';
import { updateWords } from './update-words.ts';

/** The words that come with the views that use them. */
export const later: LaterMessages = {
  conflicts: conflictsWords,
  'conflicts-page': conflictsPageWords,
  examples: examplesWords,
  import: importWords,
  keys: keysWords,
  palette: paletteWords,
  plan: planWords,
  'project-form': projectFormWords,
  schedule: scheduleWords,
  session: sessionWords,
  settings: settingsWords,
  update: updateWords,
};
