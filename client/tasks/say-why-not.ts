import { workspacesWords } from '#client/i18n/compiled/en/workspaces-words.ts';
import type { Language } from '#client/i18n/language.ts';
import { readArea } from '#client/i18n/read-area.ts';
import { NotWholeError } from '#client/store/send-tasks.ts';
import type { TaskActions } from './use-task-actions.ts';

/** Says why tasks could not be moved; any other error is thrown again, for the page to tell. */
export async function sayWhyNot(
  error: unknown,
  { language, refuse }: { language: Language } & Pick<TaskActions, 'refuse'>,
): Promise<undefined> {
  if (!(error instanceof NotWholeError)) throw error;
  const words = await readArea(language, 'workspaces', workspacesWords);
  refuse(words.notWhole);
}
