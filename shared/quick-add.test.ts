import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuickAdd } from './quick-add.ts';
import { quickAddFields } from './quick-add-fields.ts';
import type { QuickAddContext } from './quick-add-token.ts';
import { itReadsEveryLine, linesOf } from './testing/quick-add-properties.ts';

const context: QuickAddContext = {
  today: '2026-11-22',
  now: '10:30',
  timeZone: 'Europe/Berlin',
  isDayFirst: true,
  projects: [
    { id: 'p-home', name: 'House', sections: [{ id: 's-garden', name: 'Garden' }] },
    { id: 'p-office', name: 'Home office' },
    { id: 'p-hebrew', name: 'בית' },
  ],
  labels: [
    { id: 'l-errand', name: 'errand' },
    { id: 'l-phone', name: 'On the phone' },
  ],
  people: [
    { id: 'u-ana', name: 'Ana' },
    { id: 'u-ana-lee', name: 'Ana Lee' },
  ],
};
const read = (text: string, asText: QuickAddContext['asText'] = []) => {
  const { title, tokens } = parseQuickAdd(text, { ...context, asText });
  return { title, tokens, ...quickAddFields(tokens, context) };
};

describe('signs of a line', () => {
  it.each([
    ['Pay rent !1', 'urgent'],
    ['Pay rent !2', 'high'],
    ['!3 Pay rent', 'medium'],
    ['Pay rent !4', 'low'],
    ['Pay p1 rent', 'urgent'],
    ['Pay rent P2', 'high'],
    ['Pay rent !high', 'high'],
    ['Pay !3 rent !1', 'urgent'],
  ])('"%s" has priority %s', (text, priority) => {
    expect(read(text).priority).toBe(priority);
  });

  it.each([
    ['Call ~30m', 30],
    ['Call ~45min', 45],
    ['Call ~2h', 120],
    ['Call ~1.5h', 90],
    ['Call ~1,5h', 90],
    ['Call ~1h30', 90],
    ['Call ~1h30m', 90],
    ['Call ~2hours', 120],
    ['Call ~90minutes', 90],
  ])('"%s" takes %i minutes', (text, minutes) => {
    expect(read(text)).toMatchObject({ title: 'Call', estimateMinutes: minutes });
  });

  it.each([
    ['Call #errand', ['l-errand'], []],
    ['Call #Errand', ['l-errand'], []],
    ['Call #on the phone', ['l-phone'], []],
    ['Call #on-the-phone', ['l-phone'], []],
    ['Call #errand, #errand', ['l-errand'], []],
    ['Call #home', [], ['home']],
    ['Call #Home #home', [], ['home']],
    ['Call #überfällig', [], ['überfällig']],
    ['Call #家', [], ['家']],
    ['Call #בית', [], ['בית']],
    ['Call #🏡', [], ['🏡']],
    ['Call #2027-goals', [], ['2027-goals']],
  ])('"%s" carries labels %j and new ones %j', (text, labelIds, newLabels) => {
    expect(read(text)).toMatchObject({ labelIds, newLabels });
  });

  it.each([
    ['Paint /house', 'Paint', 'p-home', null],
    ['Paint +House', 'Paint', 'p-home', null],
    ['Paint /home office', 'Paint', 'p-office', null],
    ['Paint /home-office walls', 'Paint walls', 'p-office', null],
    ['Paint /house/garden', 'Paint', 'p-home', 's-garden'],
    ['Paint /house.', 'Paint.', 'p-home', null],
    ['צבע /בית', 'צבע', 'p-hebrew', null],
  ])('"%s" goes to its project and section', (text, title, projectId, sectionId) => {
    expect(read(text)).toMatchObject({ title, projectId, sectionId });
  });

  it('a person is known by the longest name', () => {
    expect(read('Call @ana lee').assigneeIds).toEqual(['u-ana-lee']);
    expect(read('Call @Ana and @ana lee').assigneeIds).toEqual(['u-ana', 'u-ana-lee']);
  });

  it.each([
    'Fix #123',
    'We are #1',
    'Paint it #ff0000',
    'Paint it #a1b',
    'Learn C#',
    'Open /usr/bin',
    'Paint /garage',
    'Paint /house/attic',
    'Tea and/or coffee',
    'Write to a@example.com',
    'Ask @bob',
    'About ~90 people',
    'About ~0m',
    'Wow!',
    'Wow !5',
    'Wow !!1',
    '1 + 1',
    'a#b',
    '# heading',
    '¯\\_(ツ)_/¯',
  ])('"%s" is text', (text) => {
    expect(read(text)).toMatchObject({ title: text, tokens: [] });
  });

  it('a whole sentence becomes a form', () => {
    const text = 'Pay rent every 2 fridays 9am !1 #errand #flat /House/Garden @Ana ~1h30';
    expect(read(text)).toMatchObject({
      title: 'Pay rent',
      schedule: {
        startDate: null,
        dueDate: '2026-11-27',
        dueTime: '09:00',
        timeZone: 'Europe/Berlin',
        recurrence: { rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR', basis: 'due' },
      },
      priority: 'urgent',
      labelIds: ['l-errand'],
      newLabels: ['flat'],
      projectId: 'p-home',
      sectionId: 's-garden',
      assigneeIds: ['u-ana'],
      estimateMinutes: 90,
    });
  });
});

describe('quotes', () => {
  it.each([
    ['Read "The Day After Tomorrow"', 'Read The Day After Tomorrow'],
    ['Watch “Friday” tomorrow', 'Watch Friday'],
    ['Sing «Monday» #music', 'Sing Monday'],
    ['Note "#1" and "!1"', 'Note "#1" and !1'],
    ['Read "Dune"', 'Read "Dune"'],
    ['Buy a 6" pipe tomorrow and an 8" one', 'Buy a 6" pipe and an 8" one'],
    ['Say "hello tomorrow', 'Say "hello'],
  ])('%s is called %s', (text, title) => {
    expect(read(text).title).toBe(title);
  });
});

describe('what the person said is text', () => {
  it('stays in the title, whole or in part', () => {
    expect(read('Call tomorrow 9am', [{ start: 5, end: 17 }])).toMatchObject({
      title: 'Call tomorrow 9am',
      tokens: [],
    });
    expect(read('Call tomorrow 9am', [{ start: 14, end: 17 }])).toMatchObject({
      title: 'Call 9am',
      schedule: { dueDate: '2026-11-23', dueTime: null },
    });
    expect(read('Call tomorrow !1', [{ start: 14, end: 16 }]).title).toBe('Call !1');
    expect(read('Call #home', [{ start: 5, end: 10 }]).title).toBe('Call #home');
  });
});

const pieces = fc.constantFrom(
  'tomorrow',
  'friday',
  'every',
  '2',
  'fridays',
  '9am',
  'at',
  '!1',
  '#a',
  '#errand',
  '/house',
  '+house',
  '/house/garden',
  '@ana',
  '~30m',
  '"',
  '“',
  '”',
  '(',
  ')',
  ',',
  '.',
  '!',
  'on',
  'dec',
  '24',
  'from',
  '🏡',
  'remind me 10 min before',
  'Pay',
  'rent',
  'שלום',
  '\u200f',
  '👩‍👩‍👧',
  '\ud83c',
  '\t',
  '\n',
  '日本語',
  'İ',
  'ß',
  'p1',
);
const lines = linesOf(pieces);

describe('every line', () => {
  itReadsEveryLine(lines, read);

  it('read as text only is its own title, and so is that title', () => {
    fc.assert(
      fc.property(lines, (text) => {
        const all = (line: string) => read(line, [{ start: 0, end: line.length }]);
        const { title, tokens } = all(text);
        expect([title, tokens]).toEqual([text.trim(), []]);
        expect(all(title).title).toBe(title);
      }),
      { numRuns: 1_000 },
    );
  });
});
