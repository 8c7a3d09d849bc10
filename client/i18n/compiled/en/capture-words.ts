// Made from catalogs/en/capture.json by `npm run words`; edit that instead.
import { form, number, text } from './formats.ts';
import type { CaptureWords } from '../types/capture-words.ts';

/** The words of `capture` in the language `en`. */
export const captureWords: CaptureWords = {
  title: 'Add a task',
  hint: 'Try “Pay rent every month 9am #home !1”',
  chips: 'Recognised',
  kinds: {
    due: 'Date',
    time: 'Time',
    repeat: 'Repeats',
    start: 'Start',
    reminder: 'Reminder',
    priority: 'Priority',
    label: 'Label',
    project: 'Project',
    person: 'Assigned to',
    estimate: 'Estimate',
  },
  chip: (of) => `${text(of.kind)}: ${text(of.words)}`,
  makeText: (of) => `${text(of.kind)}: ${text(of.words)}. Make it text`,
  isText: (of) => `‘${text(of.words)}’ is text`,
  recognised: (of) => `Recognised: ${text(of.chips)}`,
  andChip: (of) => `${text(of.chips)}, ${text(of.chip)}`,
  newLabel: (of) => `${text(of.name)} (new)`,
  from: (of) => `From ${text(of.day)}`,
  rhythm: (of) => `${text(of.phrase)}, from ${text(of.day)}`,
  dayAndTime: (of) => `${text(of.day)} ${text(of.time)}`,
  takes: {
    days: (of) => `${number(of.count)} day${(form(of.count) === 'one' ? '' : 's')}`,
    hours: (of) => `${number(of.hours)} h`,
    hoursAndMinutes: (of) => `${number(of.hours)} h ${number(of.minutes)} min`,
    minutes: (of) => `${number(of.minutes)} min`,
  },
  before: {
    days: (of) => `${number(of.count)} day${(form(of.count) === 'one' ? '' : 's')} before`,
    hours: (of) => `${number(of.hours)} h before`,
    hoursAndMinutes: (of) => `${number(of.hours)} h ${number(of.minutes)} min before`,
    minutes: (of) => `${number(of.minutes)} min before`,
  },
  suggestions: {
    labels: 'Labels',
    projects: 'Projects',
    people: 'People',
  },
  suggested: (of) => `${number(of.count)} suggestion${(form(of.count) === 'one' ? '' : 's')}`,
  createLabel: (of) => `Create label ‘${text(of.name)}’`,
  createProject: (of) => `Create project ‘${text(of.name)}’`,
  keys: {
    add: 'add',
    addAnother: 'add and write another',
    close: 'close',
  },
  addedTo: (of) => `Task added to ${text(of.place)}`,
  addedFor: (of) => `Task added for ${(of.when === 'today' ? 'today' : of.when === 'tomorrow' ? 'tomorrow' : of.when === 'yesterday' ? 'yesterday' : text(of.day))}`,
  cheats: {
    title: 'While you write a task',
    rows: {
      due: {
        typed: 'tomorrow · friday 9am · dec 24 · in 2 weeks',
        meaning: 'Date and time',
      },
      repeat: {
        typed: 'every 2 fridays · every! 3 days',
        meaning: 'Repeats; with ! from the day it is done',
      },
      start: {
        typed: 'from monday',
        meaning: 'Start date',
      },
      priority: {
        typed: '!1 … !4',
        meaning: 'Priority',
      },
      label: {
        typed: '#label',
        meaning: 'Label, also a new one',
      },
      project: {
        typed: '/project · /project/section',
        meaning: 'Project',
      },
      person: {
        typed: '@person',
        meaning: 'Who does it',
      },
      estimate: {
        typed: '~30m · ~1h30',
        meaning: 'How long it takes',
      },
      reminder: {
        typed: 'remind me 10 min before',
        meaning: 'Reminder',
      },
      quotes: {
        typed: '“in quotes”',
        meaning: 'Stays as it is',
      },
      lines: {
        typed: 'several lines, pasted',
        meaning: 'Several tasks',
      },
    },
  },
  paste: {
    title: (of) => `${number(of.count)} pasted line${(form(of.count) === 'one' ? '' : 's')}`,
    text: 'Each line becomes a task. Leave out what is none.',
    lines: 'Lines',
    include: (of) => `Add ‘${text(of.title)}’${(of.state === 'done' ? ', done' : '')}`,
    includeUnder: (of) => `Add ‘${text(of.title)}’, level ${number(of.level)}${(of.state === 'done' ? ', done' : '')}`,
    all: 'All',
    none: 'None',
    add: (of) => `Add ${number(of.count)} task${(form(of.count) === 'one' ? '' : 's')}`,
    asOne: 'One task with notes',
    tooLong: 'This is too long for the notes of one task.',
    counted: (of) => `${number(of.included)} of ${number(of.count)}`,
  },
};
