import { use, useMemo } from 'react';
import type { PhraseGrammar } from '#shared/phrase-grammar';
import { LanguageContext } from './language.ts';

const none: readonly PhraseGrammar[] = [];

/**
 * The languages beside English in which the person may write dates and rhythms: that of the app. Suspends for as long
 * as its words are on their way; the same list as long as the language is the same.
 */
export function useGrammars(): readonly PhraseGrammar[] {
  const { later } = use(LanguageContext);
  if (later !== undefined && later.loaded === undefined) use(later.loading);
  return useMemo(() => (later?.grammar === undefined ? none : [later.grammar]), [later]);
}
