import { type ReactNode, useEffect, useLayoutEffect, useState } from 'react';
import { type Language, LanguageContext } from './language.ts';
import { type LanguageCode, languages } from './languages.ts';

/**
 * Speaks a language to everything inside. When another one is wanted, its words are loaded first and then all of them
 * change at once; nothing is built anew, so what is being typed stays.
 */
export function LanguageProvider({
  wanted,
  first,
  children,
}: {
  wanted: LanguageCode;
  /** What the page starts with. */
  first: Language;
  children: ReactNode;
}) {
  const [language, setLanguage] = useState(first);
  useEffect(() => {
    if (wanted === language.code) return undefined;
    let isWanted = true;
    // Only who changes the language needs the code that loads one.
    void import('./load-language.ts')
      .then(({ loadWholeLanguage }) => loadWholeLanguage(wanted))
      .then((loaded) => {
        if (isWanted) setLanguage(loaded);
      });
    return () => {
      isWanted = false;
    };
  }, [wanted, language]);
  useLayoutEffect(() => {
    document.documentElement.lang = language.code;
    document.documentElement.dir = languages[language.code].direction;
  }, [language]);
  return <LanguageContext value={language}>{children}</LanguageContext>;
}
