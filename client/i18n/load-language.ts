import type { PhraseGrammar } from '#shared/phrase-grammar';
import type { LaterMessages } from './compiled/messages.ts';
import { english, type Language, type LaterWords } from './language.ts';
import type { LanguageCode } from './languages.ts';

/** Where the words of the languages beside English are; each import is a file of its own in the build. */
const sources = {
  ar: {
    start: () => import('./compiled/ar/start.ts'),
    later: async () => (await import('./compiled/ar/later.ts')).later,
    grammar: async () => (await import('#shared/arabic-grammar')).arabicGrammar,
  },
} satisfies Record<Exclude<LanguageCode, 'en'>, unknown>;

/**
 * Loads what a language needs before the first view; the rest is on its way then. Resolves to English when that fails:
 * words that can be read by few are better than none.
 */
export async function loadLanguage(code: LanguageCode): Promise<Language> {
  if (code === 'en') return english;
  const later = loadLater(sources[code]);
  try {
    const { formats, start } = await sources[code].start();
    return { code, formats, messages: start, later };
  } catch {
    return english;
  }
}

/** The same with all words, for a page that is already shown and must not wait in the middle. */
export async function loadWholeLanguage(code: LanguageCode): Promise<Language> {
  const language = await loadLanguage(code);
  await language.later?.loading;
  return language;
}

function loadLater(source: {
  later: () => Promise<LaterMessages>;
  grammar: () => Promise<PhraseGrammar>;
}): LaterWords {
  // Without its grammar a language is read as text: no reason to do without its words.
  const grammar = source.grammar().catch(() => undefined);
  const load = async () => {
    const loaded = await source.later();
    return Object.assign(later, { grammar: await grammar, loaded }).loaded;
  };
  const later: LaterWords = { loading: load().catch(() => undefined) };
  return later;
}
