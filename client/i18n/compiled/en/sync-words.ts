// Made from catalogs/en/sync.json by `npm run words`; edit that instead.
import { form, number } from './formats.ts';
import type { SyncWords } from '../types/sync-words.ts';

/** The words of `sync` in the language `en`. */
export const syncWords: SyncWords = {
  label: 'Sync',
  local: 'Saved on this device',
  offline: (of) => `Offline${(of.waiting === 0 ? '' : form(of.waiting) === 'one' ? ` — ${number(of.waiting)} change waiting` : ` — ${number(of.waiting)} changes waiting`)}`,
  changesWaiting: (of) => `${number(of.waiting)} change${(form(of.waiting) === 'one' ? '' : 's')} waiting`,
  syncing: (of) => `Syncing${(of.waiting === 0 ? '' : form(of.waiting) === 'one' ? ` ${number(of.waiting)} change` : ` ${number(of.waiting)} changes`)}`,
  getting: (of) => `Getting your tasks ${number(of.received)}`,
  gettingOf: (of) => `Getting your tasks ${number(of.received)} / ${number(of.total)}`,
  synced: 'Synced',
  retrying: (of) => `Can’t reach server — retrying in ${number(of.seconds)} s`,
  needsSignIn: (of) => `Sign in to sync${(of.waiting === 0 ? '' : form(of.waiting) === 'one' ? ` ${number(of.waiting)} change` : ` ${number(of.waiting)} changes`)}`,
  attention: (of) => `${number(of.refused)} change${(form(of.refused) === 'one' ? ' needs' : 's need')} attention`,
  updateRequired: 'Update to sync',
  explain: {
    local: 'Your tasks are on this device. Create an account to have them everywhere.',
    offline: 'Everything works. Changes are on this device and go out when the network is back.',
    syncing: 'Changes are on this device and on their way to the server.',
    getting: 'You can start working; the rest is coming.',
    synced: 'The server has everything that is on this device.',
    retrying: 'Everything works. Changes are on this device until the server answers.',
    'needs-sign-in': 'Your session has ended. Everything is on this device; sign in to send it.',
    attention: 'The server refused a change. It is kept on this device.',
    'update-required': 'This version is too old for the server. Your changes are on this device and go out after the update.',
  },
};
