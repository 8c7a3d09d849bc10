// Made from catalogs/en/notices.json by `npm run words`; edit that instead.
import { text } from './formats.ts';
import type { NoticesWords } from '../types/notices-words.ts';

/** The words of `notices` in the language `en`. */
export const noticesWords: NoticesWords = {
  title: 'Notifications',
  onDevice: 'Tell me on this device while TaskFlow is closed',
  states: {
    unsupported: 'This browser cannot show notifications of a page that is closed.',
    'install-first': 'On this device only the installed app can: add TaskFlow to the Home Screen first.',
    blocked: 'Notifications are blocked in the settings of the browser for this site. Allow them there, then turn this on.',
    off: 'Reminders come while TaskFlow is open in some tab.',
    on: 'Notifications come by the push service of your browser, encrypted for this device.',
    unreachable: 'The push service or the server could not be reached. It is tried again at the next start.',
  },
  signIn: 'With an account, reminders come when TaskFlow is closed too.',
  kinds: {
    reminder: 'Reminders',
    assigned: 'Assigned to me',
    mentioned: 'Mentioned',
    unsent: 'Changes left on another device',
  },
  kindTexts: {
    reminder: 'At the times that you set for tasks.',
    assigned: 'When somebody assigns a task to you.',
    mentioned: 'When somebody writes @ and your name in a comment.',
    unsent: 'When another of your devices has held changes for a day without sending them.',
  },
  test: 'Try it',
  sendTest: 'Send a test',
  testSent: 'Sent. It should be here in a moment.',
  testFailed: 'The push service did not take it. Turn this off and on again, then try once more.',
  askTitle: 'Be reminded when TaskFlow is closed too?',
  askText: 'The browser will ask whether TaskFlow may show notifications. You can turn them off in the settings at any time.',
  askNow: 'Remind me',
  notNow: 'Not now',
  blocked: 'The browser was not allowed to. You can change that in its settings for this site.',
  failed: 'The push service could not be reached. TaskFlow tries again at its next start.',
  turnedOn: 'Reminders come on this device from now on, also when TaskFlow is closed.',
  shown: {
    reminder: 'Reminder',
    assigned: (of) => `${text(of.by)} assigned this to you`,
    mentioned: (of) => `${text(of.by)} mentioned you`,
    unsent: (of) => `${text(of.device)} has not sent ${text(of.count)} of your changes. Open TaskFlow there before its browser may clear them.`,
    test: 'Notifications work on this device.',
    done: 'Done',
    snooze: 'In an hour',
  },
  didDone: (of) => `Completed ‘${text(of.title)}’ from its notification`,
  didSnooze: (of) => `‘${text(of.title)}’ comes again later, as its notification was answered`,
};
