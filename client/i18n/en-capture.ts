import { formatNumber, plural } from './plural.ts';

const tasks = (count: number) => plural(count, { one: 'task', other: 'tasks' });

/** Words of writing tasks down. They come with the line in which it is done, since a list has no use for them. */
export const captureWords = {
  capture: {
    title: 'Add a task',
    hint: 'Try “Pay rent every month 9am #home !1”',
    chips: 'Recognised',
    /** What a chip is, said before its words. */
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
    chip: ({ kind, words }: { kind: string; words: string }) => `${kind}: ${words}`,
    makeText: ({ kind, words }: { kind: string; words: string }) =>
      `${kind}: ${words}. Make it text`,
    isText: (words: string) => `‘${words}’ is text`,
    recognised: (chips: string) => (chips === '' ? '' : `Recognised: ${chips}`),
    newLabel: (name: string) => `${name} (new)`,
    from: (day: string) => `From ${day}`,
    rhythm: ({ phrase, day }: { phrase: string; day: string }) => `${phrase}, from ${day}`,
    before: (time: string) => `${time} before`,
    hours: (count: number) => `${formatNumber(count)} h`,
    minutes: (count: number) => `${formatNumber(count)} min`,
    days: (count: number) => plural(count, { one: 'day', other: 'days' }),
    suggestions: { '#': 'Labels', '/': 'Projects', '+': 'Projects', '@': 'People' },
    suggested: (count: number) => plural(count, { one: 'suggestion', other: 'suggestions' }),
    createLabel: (name: string) => `Create label ‘${name}’`,
    createProject: (name: string) => `Create project ‘${name}’`,
    keys: { add: 'add', addAnother: 'add and write another', close: 'close' },
    addedTo: (place: string) => `Task added to ${place}`,
    addedFor: (day: string) => `Task added for ${day}`,
    added: (count: number) => `${tasks(count)} added`,
    cheats: {
      title: 'While you write a task',
      /** What is typed, and what it means. */
      rows: [
        ['tomorrow · friday 9am · dec 24 · in 2 weeks', 'Date and time'],
        ['every 2 fridays · every! 3 days', 'Repeats; with ! from the day it is done'],
        ['from monday', 'Start date'],
        ['!1 … !4', 'Priority'],
        ['#label', 'Label, also a new one'],
        ['/project · /project/section', 'Project'],
        ['@person', 'Who does it'],
        ['~30m · ~1h30', 'How long it takes'],
        ['remind me 10 min before', 'Reminder'],
        ['“in quotes”', 'Stays as it is'],
        ['several lines, pasted', 'Several tasks'],
      ],
    },
    paste: {
      title: (count: number) => plural(count, { one: 'pasted line', other: 'pasted lines' }),
      text: 'Each line becomes a task. Leave out what is none.',
      lines: 'Lines',
      include: (title: string) => `Add ‘${title}’`,
      done: 'Done',
      level: (level: number) => `level ${level}`,
      all: 'All',
      none: 'None',
      add: (count: number) => `Add ${tasks(count)}`,
      asOne: 'One task with notes',
      tooLong: 'This is too long for the notes of one task.',
      counted: ({ included, count }: { included: number; count: number }) =>
        `${formatNumber(included)} of ${formatNumber(count)}`,
    },
  },
} as const;
