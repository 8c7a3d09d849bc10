import { expect, test } from 'vitest';
import { activityWords } from '#client/i18n/compiled/en/activity-words.ts';
import { rhythmWords } from '#client/i18n/compiled/en/rhythm-words.ts';
import { createFormats } from '#client/i18n/formats.ts';
import { start } from '#client/i18n/compiled/en/start.ts';
import { type ActivityStep, stepsOfEntry } from './activity-step.ts';
import { describeStep, type Speaking } from './describe-step.ts';

const names: Readonly<Record<string, string>> = {
  'member/ana': 'Ana',
  'member/bob': 'Bob',
  'label/l1': 'home',
  'project/p1': 'House',
  'section/s1': 'Kitchen',
  'task/t1': 'Move house',
};
const speaking: Speaking = {
  words: activityWords,
  rhythmWords,
  messages: start,
  formats: createFormats('en'),
  userId: 'alice',
  year: '2026',
  nameOf: (kind, id) => names[`${kind}/${id}`],
};

function said(of: Pick<ActivityStep, 'subject' | 'value'> & Partial<ActivityStep>): string[] {
  const step = { key: 'k', userId: 'ana', at: '', state: 'done', was: undefined, ...of } as const;
  return describeStep(step, speaking);
}

const noDates = { dueDate: null, dueTime: null, startDate: null, recurrence: null };

test.each<[string[], Parameters<typeof said>[0]]>([
  [['You completed the task'], { subject: 'status', value: { status: 'done' }, userId: 'alice' }],
  [['Somebody added the task'], { subject: 'created', value: { title: 't' }, userId: 'gone' }],
  [
    ['Ana moved the due date from Fri 4 Dec to Mon 7 Dec'],
    {
      subject: 'schedule',
      value: { ...noDates, dueDate: '2026-12-07' },
      was: { ...noDates, dueDate: '2026-12-04' },
    },
  ],
  [
    ['Ana moved the due date from Fri 4 Dec to Fri 4 Dec 09:30'],
    {
      subject: 'schedule',
      value: { dueTime: '09:30' },
      was: { dueDate: '2026-12-04', dueTime: null },
    },
  ],
  [
    ['Ana set the due date to Fri 1 Jan 2027', 'Ana made the task repeat: every day'],
    {
      subject: 'schedule',
      value: { dueDate: '2027-01-01', recurrence: { rule: 'FREQ=DAILY', basis: 'due' } },
      was: noDates,
    },
  ],
  [
    ['Ana removed the due date', 'Ana stopped the task from repeating'],
    {
      subject: 'schedule',
      value: { dueDate: null, recurrence: null },
      was: { dueDate: '2026-12-04', recurrence: { rule: 'FREQ=DAILY', basis: 'due' } },
    },
  ],
  [
    ['Ana renamed the task from ‘Rent’ to ‘Pay rent’'],
    { subject: 'title', value: { title: 'Pay rent' }, was: { title: 'Rent' } },
  ],
  [['Ana wrote notes'], { subject: 'notes', value: { notes: 'n' }, was: { notes: '' } }],
  [
    ['Ana changed the priority from Low to Urgent'],
    { subject: 'priority', value: { priority: 'urgent' }, was: { priority: 'low' } },
  ],
  [
    ['Ana set the priority to High'],
    { subject: 'priority', value: { priority: 'high' }, was: { priority: 'none' } },
  ],
  [
    ['Ana moved the task to House', 'Ana moved the task to the section Kitchen'],
    {
      subject: 'place',
      value: { projectId: 'p1', sectionId: 's1', parentId: null, orderKey: 'a1' },
      was: { projectId: null, sectionId: null, parentId: null, orderKey: 'a0' },
    },
  ],
  [
    ['Ana moved the task to Inbox'],
    {
      subject: 'place',
      value: { projectId: null, sectionId: null },
      was: { projectId: 'p1', sectionId: 's1' },
    },
  ],
  [
    ['Ana made it a subtask of ‘Move house’'],
    { subject: 'place', value: { parentId: 't1' }, was: { parentId: null } },
  ],
  [['Ana set 1 reminder'], { subject: 'reminders', value: { reminders: [{ minutesBefore: 5 }] } }],
  [['Ana set the estimate to 30 minutes'], { subject: 'estimate', value: { estimateMinutes: 30 } }],
  [['Ana added the label home'], { subject: 'label/l1', value: { present: true } }],
  [['Ana removed a label that is gone'], { subject: 'label/l2', value: { present: false } }],
  [['Ana assigned the task to you'], { subject: 'assignee/alice', value: { present: true } }],
  [['Ana took the task off Bob'], { subject: 'assignee/bob', value: { present: false } }],
  [
    ['TaskFlow moved the task to the trash'],
    {
      subject: 'trash',
      value: { trashedAt: '2026-12-04T00:00:00.000Z' },
      userId: '00000000-0000-0000-0000-000000000000',
    },
  ],
  [['Ana restored the task from the trash'], { subject: 'trash', value: { trashedAt: null } }],
  [['Ana changed the task'], { subject: 'somethingNew', value: { it: 1 } }],
])('says %j', (sentences, step) => {
  // Older ICU data writes "Fri, 4 Dec".
  expect(said(step).map((text) => text.replaceAll(/(\w{3}), (\d)/g, '$1 $2'))).toEqual(sentences);
});

test('an entry that only sorted the list, or changed nothing, says nothing', () => {
  const entry = { seq: 3, at: '', madeAt: '', deviceId: 'd', n: 1, userId: 'ana' };
  const place = { projectId: null, sectionId: null, parentId: null };
  const changes = [
    {
      group: 'place',
      value: { ...place, orderKey: 'b' },
      was: { ...place, orderKey: 'a' },
      outcome: 'applied' as const,
    },
    { group: 'title', value: { title: 'same' }, outcome: 'unchanged' as const },
  ];
  expect(stepsOfEntry({ ...entry, changes })).toEqual([]);
});
