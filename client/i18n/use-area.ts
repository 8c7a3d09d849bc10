import { useContext } from 'react';
import type { LaterMessages } from './compiled/messages.ts';
import { LanguageContext } from './language.ts';

/** The words of an area that is loaded with its views: those of the language, or the English ones that came along. */
export function useArea<Area extends keyof LaterMessages>(
  area: Area,
  english: LaterMessages[Area],
): LaterMessages[Area] {
  return useContext(LanguageContext).later?.[area] ?? english;
}
