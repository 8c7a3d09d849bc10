import { use } from 'react';
import type { LaterMessages } from './compiled/messages.ts';
import { LanguageContext } from './language.ts';

/**
 * The words of an area that is loaded with its views: those of the language, or the English ones that came along.
 * Suspends for as long as the words of another language are on their way, so that no view speaks two languages.
 */
export function useArea<Area extends keyof LaterMessages>(
  area: Area,
  english: LaterMessages[Area],
): LaterMessages[Area] {
  const { later } = use(LanguageContext);
  if (later === undefined) return english;
  return (later.loaded ?? use(later.loading))?.[area] ?? english;
}
