// Made from catalogs/ar by `npm run words`; edit that instead.
import type { LaterMessages } from '../messages.ts';
import { actionsWords } from './actions-words.ts';
import { activityWords } from './activity-words.ts';
import { boardWords } from './board-words.ts';
import { calendarWords } from './calendar-words.ts';
import { captureWords } from './capture-words.ts';
import { commentsWords } from './comments-words.ts';
import { conflictsWords } from './conflicts-words.ts';
import { conflictsPageWords } from './conflicts-page-words.ts';
import { datesWords } from './dates-words.ts';
import { emptyWords } from './empty-words.ts';
import { estimateWords } from './estimate-words.ts';
import { examplesWords } from './examples-words.ts';
import { filtersWords } from './filters-words.ts';
import { findWords } from './find-words.ts';
import { iconsWords } from './icons-words.ts';
import { importWords } from './import-words.ts';
import { incomingWords } from './incoming-words.ts';
import { installWords } from './install-words.ts';
import { keysWords } from './keys-words.ts';
import { labelsWords } from './labels-words.ts';
import { layoutsWords } from './layouts-words.ts';
import { notesWords } from './notes-words.ts';
import { noticesWords } from './notices-words.ts';
import { organiseWords } from './organise-words.ts';
import { paletteWords } from './palette-words.ts';
import { panelWords } from './panel-words.ts';
import { planWords } from './plan-words.ts';
import { projectActionsWords } from './project-actions-words.ts';
import { projectFormWords } from './project-form-words.ts';
import { recurrenceWords } from './recurrence-words.ts';
import { reminderCardsWords } from './reminder-cards-words.ts';
import { remindersWords } from './reminders-words.ts';
import { rhythmWords } from './rhythm-words.ts';
import { scheduleWords } from './schedule-words.ts';
import { sectionsWords } from './sections-words.ts';
import { sessionWords } from './session-words.ts';
import { settingsWords } from './settings-words.ts';
import { statisticsWords } from './statistics-words.ts';
import { storageWords } from './storage-words.ts';
import { syncWords } from './sync-words.ts';
import { taskMarksWords } from './task-marks-words.ts';
import { updateWords } from './update-words.ts';
import { workspacesWords } from './workspaces-words.ts';

/** The words that come with the views that use them. */
export const later: LaterMessages = {
  actions: actionsWords,
  activity: activityWords,
  board: boardWords,
  calendar: calendarWords,
  capture: captureWords,
  comments: commentsWords,
  conflicts: conflictsWords,
  'conflicts-page': conflictsPageWords,
  dates: datesWords,
  empty: emptyWords,
  estimate: estimateWords,
  examples: examplesWords,
  filters: filtersWords,
  find: findWords,
  icons: iconsWords,
  import: importWords,
  incoming: incomingWords,
  install: installWords,
  keys: keysWords,
  labels: labelsWords,
  layouts: layoutsWords,
  notes: notesWords,
  notices: noticesWords,
  organise: organiseWords,
  palette: paletteWords,
  panel: panelWords,
  plan: planWords,
  'project-actions': projectActionsWords,
  'project-form': projectFormWords,
  recurrence: recurrenceWords,
  'reminder-cards': reminderCardsWords,
  reminders: remindersWords,
  rhythm: rhythmWords,
  schedule: scheduleWords,
  sections: sectionsWords,
  session: sessionWords,
  settings: settingsWords,
  statistics: statisticsWords,
  storage: storageWords,
  sync: syncWords,
  'task-marks': taskMarksWords,
  update: updateWords,
  workspaces: workspacesWords,
};
