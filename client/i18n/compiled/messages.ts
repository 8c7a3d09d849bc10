// Made from catalogs/ by `npm run words`; edit that instead.
import type { AppWords } from './types/app-words.ts';
import type { ActionsWords } from './types/actions-words.ts';
import type { CommonWords } from './types/common-words.ts';
import type { EmptyWords } from './types/empty-words.ts';
import type { ErrorsWords } from './types/errors-words.ts';
import type { NavWords } from './types/nav-words.ts';
import type { ProjectsWords } from './types/projects-words.ts';
import type { SyncWords } from './types/sync-words.ts';
import type { TasksWords } from './types/tasks-words.ts';
import type { UndoWords } from './types/undo-words.ts';
import type { ConflictsWords } from './types/conflicts-words.ts';
import type { ConflictsPageWords } from './types/conflicts-page-words.ts';
import type { ExamplesWords } from './types/examples-words.ts';
import type { ImportWords } from './types/import-words.ts';
import type { KeysWords } from './types/keys-words.ts';
import type { PaletteWords } from './types/palette-words.ts';
import type { PlanWords } from './types/plan-words.ts';
import type { ProjectFormWords } from './types/project-form-words.ts';
import type { ScheduleWords } from './types/schedule-words.ts';
import type { SessionWords } from './types/session-words.ts';
import type { SettingsWords } from './types/settings-words.ts';
import type { UpdateWords } from './types/update-words.ts';

/** The words that are there before the first view. */
export interface Messages {
  readonly app: AppWords;
  readonly actions: ActionsWords;
  readonly common: CommonWords;
  readonly empty: EmptyWords;
  readonly errors: ErrorsWords;
  readonly nav: NavWords;
  readonly projects: ProjectsWords;
  readonly sync: SyncWords;
  readonly tasks: TasksWords;
  readonly undo: UndoWords;
}

/** The words that come with the views that use them. */
export interface LaterMessages {
  readonly conflicts: ConflictsWords;
  readonly 'conflicts-page': ConflictsPageWords;
  readonly examples: ExamplesWords;
  readonly import: ImportWords;
  readonly keys: KeysWords;
  readonly palette: PaletteWords;
  readonly plan: PlanWords;
  readonly 'project-form': ProjectFormWords;
  readonly schedule: ScheduleWords;
  readonly session: SessionWords;
  readonly settings: SettingsWords;
  readonly update: UpdateWords;
}
