import { actionsWords } from './compiled/en/actions-words.ts';
import type { ActionsWords } from './compiled/types/actions-words.ts';
import type { Language } from './language.ts';
import { readArea } from './read-area.ts';

/** What is said of actions: that of an area which is loaded with the first of them. */
export function readActionsWords(language: Language): Promise<ActionsWords> {
  return readArea(language, 'actions', actionsWords);
}

/** The word for an action that a command named, e.g. `task.rename`; a generic word for one this build does not know. */
export async function actionWord(language: Language, label: string): Promise<string> {
  const actions = await readActionsWords(language);
  const words: Readonly<Record<string, unknown>> = { ...actions };
  const word = words[label.replace('.', '-')];
  return typeof word === 'string' ? word : actions.other;
}
