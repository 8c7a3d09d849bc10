// Made from catalogs/en/incoming.json by `npm run words`; edit that instead.
import { form, number, text } from './formats.ts';
import type { IncomingWords } from '../types/incoming-words.ts';

/** The words of `incoming` in the language `en`. */
export const incomingWords: IncomingWords = {
  drop: 'Drop to bring it in',
  failed: 'What was shared did not arrive: there was no room, or TaskFlow was not ready. Please share it once more.',
  gone: 'What was shared is not here any more. Please share it once more.',
  refused: (of) => `${number(of.count)} more file${(form(of.count) === 'one' ? ' was' : 's were')} not taken: at most 20 files of 50 MB together can be shared.`,
  nowhere: 'This link leads nowhere in TaskFlow.',
  unread: (of) => `‘${text(of.name)}’ could not be read.`,
  empty: (of) => `‘${text(of.name)}’ is empty.`,
};
