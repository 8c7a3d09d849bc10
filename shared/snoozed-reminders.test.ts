import { expect, test } from 'vitest';
import { snoozedReminders } from './snoozed-reminders.ts';

const now = '2026-11-28T10:00:00.000Z';
const until = '2026-11-28T11:00:00.000Z';

test('put off twice until the same moment, there is one, and what is yet to come stays', () => {
  const coming = [{ minutesBefore: 5 }, { at: '2026-11-29T10:00:00.000Z' }];
  const once = snoozedReminders([{ at: now }, ...coming], { now, until });
  expect(once).toEqual([...coming, { at: until }]);
  expect(snoozedReminders(once, { now, until })).toEqual(once);
});
