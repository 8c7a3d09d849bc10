import { expect, it } from 'vitest';
import { conflictsWords } from '#client/i18n/compiled/en/conflicts-words.ts';
import { rhythmWords } from '#client/i18n/compiled/en/rhythm-words.ts';
import { createFormats } from '#client/i18n/formats.ts';
import { describeConflict } from './describe-conflict.ts';

const speaking = { words: conflictsWords, rhythmWords, formats: createFormats('en', ['en-GB']) };

function described(mine: unknown, kept: unknown) {
  const value = { dueDate: '2026-12-04', timeZone: null, recurrence: mine };
  const conflict = { group: 'schedule', value };
  const document = { title: 'Gym', dueDate: '2026-12-05', recurrence: kept };
  return describeConflict(conflict, { document, ...speaking });
}

it('a rhythm that lost is said in words, and so is the one that stands', () => {
  const every = (rule: string) => ({ rule, basis: 'due' });
  const shown = described(every('FREQ=WEEKLY;INTERVAL=2;BYDAY=FR'), every('FREQ=DAILY'));
  expect(shown).toMatchObject({
    field: 'date',
    mine: '4 Dec 2026 · every 2 weeks on Friday',
    kept: '5 Dec 2026 · every day',
  });
});

it('a rhythm that there are no words for shows no rule', () => {
  const rule = 'FREQ=YEARLY;BYMONTH=1;BYDAY=MO;BYSETPOS=2';
  const shown = described({ rule, basis: 'due' }, null);
  expect(shown).toMatchObject({ mine: '4 Dec 2026 · a rhythm of its own', kept: '5 Dec 2026' });
});
