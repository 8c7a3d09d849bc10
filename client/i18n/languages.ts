/** A language that TaskFlow speaks, by its code in BCP 47. */
export type LanguageCode = 'en' | 'ar';

/** What is known of a language before its words are loaded. */
export interface LanguageFacts {
  /** In the language itself, as everybody who looks for it can read it. */
  readonly name: string;
  readonly direction: 'ltr' | 'rtl';
  /** What Intl is asked for where the device names no region: it decides the digits and the order of dates. */
  readonly locale: string;
}

/** Every language, in the order it is offered. `pwa/public/theme.js` knows those that run from the right. */
export const languages: Readonly<Record<LanguageCode, LanguageFacts>> = {
  en: { name: 'English', direction: 'ltr', locale: 'en-GB' },
  ar: { name: 'العربية', direction: 'rtl', locale: 'ar' },
};

/** The codes of all languages, in that order. */
export const languageCodes: readonly LanguageCode[] = ['en', 'ar'];

/** What a person can choose: a language, or whatever the device speaks. */
export type LanguageChoice = LanguageCode | 'system';

/**
 * The language to show: the chosen one, or the first of the device's that there is, e.g. `ar` for `['ar-EG', 'en']`;
 * English if there is none. `pwa/public/theme.js` comes to the same before the first paint.
 */
export function findLanguage(choice: LanguageChoice, ofDevice: readonly string[]): LanguageCode {
  if (choice !== 'system') return choice;
  const codes = ofDevice.map((tag) => tag.split('-')[0]?.toLowerCase());
  return codes.find(isLanguageCode) ?? 'en';
}

/**
 * What Intl is asked for: for English the first region of the device that speaks it, since its speakers agree neither
 * on dates nor on clocks nor on weeks; for other languages that of the language.
 */
export function localeFor(code: LanguageCode, ofDevice: readonly string[]): string {
  const own = code === 'en' ? ofDevice.find((tag) => /^en-[A-Z]{2}$/.test(tag)) : undefined;
  return own ?? languages[code].locale;
}

/** Whether there is a language of this code. */
export function isLanguageCode(code: string | undefined): code is LanguageCode {
  return code !== undefined && Object.hasOwn(languages, code);
}
