// Made from catalogs/en/examples.json by `npm run words`; edit that instead.
import { text } from './formats.ts';
import type { ExamplesWords } from '../types/examples-words.ts';

/** The words of `examples` in the language `en`. */
export const examplesWords: ExamplesWords = {
  project: 'Getting started',
  note: 'These examples are yours to play with.',
  remove: 'Remove the examples',
  removed: 'The examples are in the trash',
  dismiss: 'Hide this line',
  tasks: {
    tick: {
      title: (of) => `Tick me: ${(of.device === 'touch' ? 'tap the circle, or swipe me right' : `click the circle, or press ${text(of.key)}`)}`,
      notes: 'Done tasks leave the list. They stay in its history, and one click brings them back.',
    },
    add: {
      title: (of) => `${(of.device === 'touch' ? 'Tap +' : `Press ${text(of.key)}`)} and write “Call Mum tomorrow 18:00 #family”`,
      notes: '`Call Mum tomorrow 18:00 #family`\n\nThe day, the time and the label are understood while you write. They may stand anywhere in the line.',
    },
    drag: {
      title: (of) => (of.device === 'touch' ? 'Tap ⋯ beside me and move me to the top' : `Drag me to another place, or press ${text(of.key)}`),
      notes: '',
    },
    open: {
      title: (of) => `${(of.device === 'touch' ? 'Tap my title to open me' : `Open me with ${text(of.key)}`)}, and tick in my notes`,
      notes: 'Notes know Markdown:\n\n- [x] Open the task\n- [ ] Tick this line\n- [ ] Write a line of your own',
    },
    plan: {
      title: (of) => `Plan me: ${(of.device === 'touch' ? 'swipe me left' : `press ${text(of.key)}`)} and choose a day`,
      notes: 'What has a day stands in Today or Upcoming when its time comes.',
    },
    find: {
      title: (of) => `Find me: ${(of.device === 'touch' ? 'tap Search' : `press ${text(of.key)}`)} and write “treasure”`,
      notes: 'This is the treasure. Search looks into titles, notes and comments, also without a network.',
    },
    undo: {
      title: (of) => `Change something, then ta${(of.device === 'touch' ? 'p Undo' : `ke it back with ${text(of.key)}`)}`,
      notes: 'Every change can be taken back, one after another, also after a reload.',
    },
    parent: {
      title: 'Big things are made of small ones',
      notes: '',
    },
    child: {
      title: 'I am a subtask, and can have subtasks too',
      notes: '',
    },
    offline: {
      title: 'Switch off the network, and go on',
      notes: 'Everything is saved on this device first. With an account it is sent to your other devices as soon as there is a network.',
    },
  },
};
