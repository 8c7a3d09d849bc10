// Made from catalogs/en/unsaved.json by `npm run words`; edit that instead.
import { form, number } from './formats.ts';
import type { UnsavedWords } from '../types/unsaved-words.ts';

/** The words of `unsaved` in the language `en`. */
export const unsavedWords: UnsavedWords = {
  notSaved: (of) => `${(form(of.count) === 'one' ? 'This could not be saved on this device; its disk may be full. Free some space and keep this page open: it is saved by itself' : `${number(of.count)} changes could not be saved on this device; its disk may be full. Free some space and keep this page open: they are saved by themselves`)} then.`,
  neverSaved: 'This could not be saved on this device. Reload the page and try again.',
  discard: 'Discard',
  tryAgain: 'Try again',
  export: 'Export',
};
