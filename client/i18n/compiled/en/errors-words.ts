// Made from catalogs/en/errors.json by `npm run words`; edit that instead.
import type { ErrorsWords } from '../types/errors-words.ts';

/** The words of `errors` in the language `en`. */
export const errorsWords: ErrorsWords = {
  partTitle: {
    view: 'This view stopped working',
    sidebar: 'The sidebar stopped working',
    over: 'This part stopped working',
  },
  text: 'Your tasks are safe on this device. Reload the view, or export everything first.',
  reload: 'Reload view',
  copyReport: 'Copy report',
  copied: 'Report copied. It holds no text of your tasks.',
  export: 'Export my data',
  notFoundTitle: 'There is nothing at this address',
  notFoundText: 'The link may be old.',
  toInbox: 'Go to the inbox',
  startTitle: 'TaskFlow could not open its store',
  startText: 'The browser did not let us open the database of this site. Private windows and full disks do that. Nothing was deleted.',
  tryAgain: 'Try again',
  unloadedTitle: 'A part of the app could not be loaded',
  unloadedText: 'The network may be away, or there is a new version. Your tasks are safe on this device. Reload the page to try again.',
  reloadPage: 'Reload page',
  notCopied: 'The browser did not allow copying.',
  notExported: 'The file could not be made. Reload the page and try again.',
  viewOnly: 'You can only view this workspace.',
};
