// Made from catalogs/en/update.json by `npm run words`; edit that instead.
import type { UpdateWords } from '../types/update-words.ts';

/** The words of `update` in the language `en`. */
export const updateWords: UpdateWords = {
  ready: 'Update ready',
  apply: 'Update now',
  later: 'Later',
  tooNewTitle: 'A newer version of TaskFlow was here',
  tooNewText: 'This device holds tasks that a newer version has written. Nothing was changed or deleted. Update, and they are back.',
  tooNewAction: 'Update now',
  tooNewYet: 'The newer version is not on the server yet. Try again in a while, your tasks stay as they are.',
};
