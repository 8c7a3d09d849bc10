// Made from catalogs/ by `npm run words`; edit that instead.
import type { AppWords } from './types/app-words.ts';
import type { CommonWords } from './types/common-words.ts';
import type { ErrorsWords } from './types/errors-words.ts';
import type { NavWords } from './types/nav-words.ts';
import type { ProjectsWords } from './types/projects-words.ts';
import type { TasksWords } from './types/tasks-words.ts';
import type { ActionsWords } from './types/actions-words.ts';
import type { ActivityWords } from './types/activity-words.ts';
import type { BoardWords } from './types/board-words.ts';
import type { CalendarWords } from './types/calendar-words.ts';
import type { CaptureWords } from './types/capture-words.ts';
import type { CommentsWords } from './types/comments-words.ts';
import type { ConflictsWords } from './types/conflicts-words.ts';
import type { ConflictsPageWords } from './types/conflicts-page-words.ts';
import type { DatesWords } from './types/dates-words.ts';
import type { EmptyWords } from './types/empty-words.ts';
import type { EstimateWords } from './types/estimate-words.ts';
import type { ExamplesWords } from './types/examples-words.ts';
import type { FiltersWords } from './types/filters-words.ts';
import type { FindWords } from './types/find-words.ts';
import type { IconsWords } from './types/icons-words.ts';
import type { ImportWords } from './types/import-words.ts';
import type { KeysWords } from './types/keys-words.ts';
import type { LabelsWords } from './types/labels-words.ts';
import type { LayoutsWords } from './types/layouts-words.ts';
import type { NotesWords } from './types/notes-words.ts';
import type { OrganiseWords } from './types/organise-words.ts';
import type { PaletteWords } from './types/palette-words.ts';
import type { PanelWords } from './types/panel-words.ts';
import type { PlanWords } from './types/plan-words.ts';
import type { ProjectActionsWords } from './types/project-actions-words.ts';
import type { ProjectFormWords } from './types/project-form-words.ts';
import type { RecurrenceWords } from './types/recurrence-words.ts';
import type { ReminderCardsWords } from './types/reminder-cards-words.ts';
import type { RemindersWords } from './types/reminders-words.ts';
import type { RhythmWords } from './types/rhythm-words.ts';
import type { ScheduleWords } from './types/schedule-words.ts';
import type { SectionsWords } from './types/sections-words.ts';
import type { SessionWords } from './types/session-words.ts';
import type { SettingsWords } from './types/settings-words.ts';
import type { StatisticsWords } from './types/statistics-words.ts';
import type { SyncWords } from './types/sync-words.ts';
import type { TaskMarksWords } from './types/task-marks-words.ts';
import type { UpdateWords } from './types/update-words.ts';
import type { WorkspacesWords } from './types/workspaces-words.ts';

/** The words that are there before the first view. */
export interface Messages {
  readonly app: AppWords;
  readonly common: CommonWords;
  readonly errors: ErrorsWords;
  readonly nav: NavWords;
  readonly projects: ProjectsWords;
  readonly tasks: TasksWords;
}

/** The words that come with the views that use them. */
export interface LaterMessages {
  readonly actions: ActionsWords;
  readonly activity: ActivityWords;
  readonly board: BoardWords;
  readonly calendar: CalendarWords;
  readonly capture: CaptureWords;
  readonly comments: CommentsWords;
  readonly conflicts: ConflictsWords;
  readonly 'conflicts-page': ConflictsPageWords;
  readonly dates: DatesWords;
  readonly empty: EmptyWords;
  readonly estimate: EstimateWords;
  readonly examples: ExamplesWords;
  readonly filters: FiltersWords;
  readonly find: FindWords;
  readonly icons: IconsWords;
  readonly import: ImportWords;
  readonly keys: KeysWords;
  readonly labels: LabelsWords;
  readonly layouts: LayoutsWords;
  readonly notes: NotesWords;
  readonly organise: OrganiseWords;
  readonly palette: PaletteWords;
  readonly panel: PanelWords;
  readonly plan: PlanWords;
  readonly 'project-actions': ProjectActionsWords;
  readonly 'project-form': ProjectFormWords;
  readonly recurrence: RecurrenceWords;
  readonly 'reminder-cards': ReminderCardsWords;
  readonly reminders: RemindersWords;
  readonly rhythm: RhythmWords;
  readonly schedule: ScheduleWords;
  readonly sections: SectionsWords;
  readonly session: SessionWords;
  readonly settings: SettingsWords;
  readonly statistics: StatisticsWords;
  readonly sync: SyncWords;
  readonly 'task-marks': TaskMarksWords;
  readonly update: UpdateWords;
  readonly workspaces: WorkspacesWords;
}
