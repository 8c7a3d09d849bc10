import type { Messages } from './compiled/messages.ts';

export type { Messages } from './compiled/messages.ts';
export { useMessages } from './language.ts';

/** The word for an action that a command named, e.g. `task.rename`; a generic word for one this build does not know. */
export function actionWord({ actions }: Messages, label: string): string {
  const words: Readonly<Record<string, string>> = { ...actions };
  return words[label.replace('.', '-')] ?? actions.other;
}
