import { createContext, useContext } from 'react';
import { en } from './en.ts';

type Words<T> = T extends string
  ? string
  : T extends (...args: never[]) => string
    ? T
    : { [K in keyof T]: Words<T[K]> };

/** All words of the app in one language. */
export type Messages = Words<typeof en>;

/** The language of the app; English unless a provider says otherwise. */
export const MessagesContext = createContext<Messages>(en);

/** The words of the app in the person's language. */
export function useMessages(): Messages {
  return useContext(MessagesContext);
}

/** The word for an action that a command named, e.g. `task.rename`; a generic word for one this build does not know. */
export function actionWord(messages: Messages, label: string): string {
  const words: Record<string, string> = messages.actions;
  return words[label] ?? messages.actions.other;
}
