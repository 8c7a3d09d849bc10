// Made from catalogs/en/common.json by `npm run words`; edit that instead.
import { text } from './formats.ts';
import type { CommonWords } from '../types/common-words.ts';

/** The words of `common` in the language `en`. */
export const commonWords: CommonWords = {
  cancel: 'Cancel',
  save: 'Save',
  close: 'Close',
  undo: 'Undo',
  redo: 'Redo',
  back: 'Back',
  more: 'More',
  notification: 'Notification',
  notifications: (of) => `Notifications (${text(of.key)})`,
};
