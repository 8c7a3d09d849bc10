/** A language that TaskFlow speaks, by its code in BCP 47. */
export type LanguageCode = 'en' | 'ar';

/** What is known of a language before its words are loaded. */
export interface LanguageFacts {
  /** In the language itself, as everybody who looks for it can read it. */
  readonly name: string;
  readonly direction: 'ltr' | 'rtl';
  /** What Intl is asked for: it decides the digits and the order of dates. */
  readonly locale: string;
  /** The day that weeks begin with, 1 is Monday: not every browser's Intl knows. */
  readonly firstWeekday: number;
}

/** Every language, in the order it is offered. `pwa/public/theme.js` knows those that run from the right. */
export const languages: Readonly<Record<LanguageCode, LanguageFacts>> = {
  en: { name: 'English', direction: 'ltr', locale: 'en-GB', firstWeekday: 1 },
  ar: { name: 'العربية', direction: 'rtl', locale: 'ar', firstWeekday: 6 },
};
