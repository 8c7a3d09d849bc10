import { createContext, use, useContext } from 'react';
import type { PhraseGrammar } from '#shared/phrase-grammar';
import { formats, start } from './compiled/en/start.ts';
import type { LaterMessages, Messages } from './compiled/messages.ts';
import type { Formats } from './formats.ts';
import type { LanguageCode } from './languages.ts';

/** A language whose first words are loaded. */
export interface Language {
  readonly code: LanguageCode;
  readonly formats: Formats;
  readonly messages: Messages;
  /** Words of views that are loaded later. English has none: its words come with the code that shows them. */
  readonly later?: LaterWords;
}

/** Words on their way; `loaded` is there once they have arrived. Without a value they could not be loaded. */
export interface LaterWords {
  readonly loading: Promise<LaterMessages | undefined>;
  loaded?: LaterMessages;
  /** How dates and rhythms are said in the language; there once the words are. */
  grammar?: PhraseGrammar | undefined;
}

/** English, which is there at once. */
export const english: Language = { code: 'en', formats, messages: start };

/** The language of the app; English unless a provider says otherwise. */
export const LanguageContext = createContext(english);

/** The words that are there before the first view, in the person's language. */
export function useMessages(): Messages {
  return useContext(LanguageContext).messages;
}

/** The language itself, for what is loaded when it is asked for. */
export function useLanguage(): Language {
  return useContext(LanguageContext);
}

/** How the person's language writes numbers and dates. */
export function useFormats(): Formats {
  return useContext(LanguageContext).formats;
}

/**
 * The words of an area that is loaded with its views: those of the language, or the English ones that came along.
 * Suspends for as long as the words of another language are on their way, so that no view speaks two
 * languages. It stands here because each of those views would load it as a file of its own.
 */
export function useArea<Area extends keyof LaterMessages>(
  area: Area,
  english: LaterMessages[Area],
): LaterMessages[Area] {
  const { later } = use(LanguageContext);
  if (later === undefined) return english;
  return (later.loaded ?? use(later.loading))?.[area] ?? english;
}
