// Made from catalogs/en/app.json by `npm run words`; edit that instead.
import type { AppWords } from '../types/app-words.ts';

/** The words of `app` in the language `en`. */
export const appWords: AppWords = {
  name: 'TaskFlow',
};
