// Made from catalogs/ar by `npm run words`; edit that instead.
import type { LaterMessages } from '../messages.ts';
import { commentsWords } from './comments-words.ts';
import { conflictsWords } from './conflicts-words.ts';
import { conflictsPageWords } from './conflicts-page-words.ts';
import { importWords } from './import-words.ts';
import { keysWords } from './keys-words.ts';
import { notesWords } from './notes-words.ts';
import { paletteWords } from './palette-words.ts';
import { planWords } from './plan-words.ts';
import { projectFormWords } from './project-form-words.ts';
import { recurrenceWords } from './recurrence-words.ts';
import { reminderCardsWords } from './reminder-cards-words.ts';
import { remindersWords } from './reminders-words.ts';
import { scheduleWords } from './schedule-words.ts';
import { sessionWords } from './session-words.ts';
import { settingsWords } from './settings-words.ts';
import { taskMarksWords } from './task-marks-words.ts';
import { updateWords } from './update-words.ts';

/** The words that come with the views that use them. */
export const later: LaterMessages = {
  comments: commentsWords,
  conflicts: conflictsWords,
  'conflicts-page': conflictsPageWords,
  import: importWords,
  keys: keysWords,
  notes: notesWords,
  palette: paletteWords,
  plan: planWords,
  'project-form': projectFormWords,
  recurrence: recurrenceWords,
  'reminder-cards': reminderCardsWords,
  reminders: remindersWords,
  schedule: scheduleWords,
  session: sessionWords,
  settings: settingsWords,
  'task-marks': taskMarksWords,
  update: updateWords,
};
