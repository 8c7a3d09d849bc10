import { actionsWords } from './compiled/en/actions-words.ts';
import type { ActionsWords } from './compiled/types/actions-words.ts';
import type { Language } from './language.ts';
import { readArea } from './read-area.ts';

/** What is said of actions: that of an area which is loaded with the first of them. */
export function readActionsWords(language: Language): Promise<ActionsWords> {
  return readArea(language, 'actions', actionsWords);
}

/**
 * What is said of a batch that was just made: the word for its action, and of a recurring task that was completed also
 * when it comes back, since the row stays where it was.
 */
export async function toldOf(
  language: Language,
  batch: { label: string; changes: readonly object[] },
): Promise<string> {
  const day = batch.label === 'task.complete' ? comesBackOn(batch.changes) : undefined;
  if (day === undefined) return actionWord(language, batch.label);
  const words = await readActionsWords(language);
  const when = { weekday: 'short', day: 'numeric', month: 'short' } as const;
  return words.comesBack({ day: language.formats.date(day, when) });
}

/** The date of the recurring task that these changes create, if they do. */
function comesBackOn(changes: readonly object[]): string | undefined {
  for (const change of changes) {
    if (!('create' in change) || !isRecurring(change.create)) continue;
    const { dueDate } = change.create;
    if (typeof dueDate === 'string') return dueDate;
  }
  return undefined;
}

function isRecurring(created: unknown): created is { recurrence: object; dueDate: unknown } {
  if (typeof created !== 'object' || created === null) return false;
  if (!('recurrence' in created) || !('dueDate' in created)) return false;
  return typeof created.recurrence === 'object' && created.recurrence !== null;
}

/** The word for an action that a command named, e.g. `task.rename`; a generic word for one this build does not know. */
export async function actionWord(language: Language, label: string): Promise<string> {
  const actions = await readActionsWords(language);
  const words: Readonly<Record<string, unknown>> = { ...actions };
  const word = words[label.replace('.', '-')];
  return typeof word === 'string' ? word : actions.other;
}
