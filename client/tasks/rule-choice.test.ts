import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstOccurrence, nextOccurrences } from '#shared/recurrence';
import { isOnRule, isShortened, readChoice, type RuleChoice, ruleOf } from './rule-choice.ts';
import { createTaskCommands } from './task-commands.ts';
import { firstValueFrom } from 'rxjs';
import type { Task } from '#shared/task';
import { createMemoryStore } from './testing/memory-store.ts';

const date = fc
  .integer({ min: 0, max: 1_500 })
  .map((day) => new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10));
const weekday = fc.integer({ min: 0, max: 6 });
const choice: fc.Arbitrary<RuleChoice> = fc.record({
  freq: fc.constantFrom('DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'),
  interval: fc.integer({ min: 1, max: 6 }),
  weekdays: fc.uniqueArray(weekday, { minLength: 1, maxLength: 7 }),
  monthDay: fc.oneof(
    fc.record({ name: fc.constant('day' as const), day: fc.integer({ min: 1, max: 31 }) }),
    fc.constant({ name: 'last-day' as const }),
    fc.record({
      name: fc.constant('weekday' as const),
      ordinal: fc.constantFrom(1, 2, 3, 4, -1),
      weekday,
    }),
  ),
  month: fc.integer({ min: 1, max: 12 }),
  end: fc.oneof(
    fc.constant({ name: 'never' as const }),
    fc.record({ name: fc.constant('count' as const), count: fc.integer({ min: 1, max: 12 }) }),
    fc.record({ name: fc.constant('until' as const), date: fc.constant('2030-06-30') }),
  ),
});

describe('a repetition in the editor', () => {
  it('is read back from its rule as it was chosen', () => {
    fc.assert(
      fc.property(choice, date, (chosen, dueDate) => {
        const rule = ruleOf(chosen);
        const read = readChoice(rule, dueDate);
        expect(read === undefined ? undefined : ruleOf(read)).toBe(rule);
      }),
    );
  });

  it.each(['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1', 'FREQ=MONTHLY;BYMONTHDAY=1,15', 'x'])(
    'leaves a rule that says more than it can alone: %s',
    (rule) => {
      expect(readChoice(rule, '2026-12-04')).toBeUndefined();
    },
  );

  it('reads a rule without days as those of the date', () => {
    expect(readChoice('FREQ=WEEKLY', '2026-12-04')).toMatchObject({ weekdays: [4] });
    expect(readChoice('FREQ=MONTHLY', '2026-12-31')).toMatchObject({
      monthDay: { name: 'day', day: 31 },
    });
  });

  it('knows whether a date is one of its days', () => {
    fc.assert(
      fc.property(choice, date, (chosen, dueDate) => {
        const never = { ...chosen, interval: 1, end: { name: 'never' as const } };
        const first = firstOccurrence({ rule: ruleOf(never), from: dueDate });
        expect(isOnRule(never, dueDate)).toBe(first === dueDate);
      }),
    );
  });

  it('says that a 31st is the last day of shorter months, and only then', () => {
    const monthly = readChoice('FREQ=MONTHLY;BYMONTHDAY=31', '2026-12-31');
    expect(monthly && isShortened(monthly)).toBe(true);
    const last = readChoice('FREQ=MONTHLY;BYMONTHDAY=-1', '2026-12-31');
    expect(last && isShortened(last)).toBe(false);
  });
});

describe('the next dates it shows', () => {
  it('are those that completing each task in time really makes, one after the other', async () => {
    await fc.assert(
      fc.asyncProperty(
        choice,
        date,
        fc.constantFrom('due' as const, 'completion' as const),
        async (chosen, dueDate, basis) => {
          const recurrence = { rule: ruleOf(chosen), basis };
          const schedule = { recurrence, dueDate, dueTime: null, timeZone: null };
          const shown = nextOccurrences({ ...schedule, completedOn: dueDate, count: 5 });
          const store = createMemoryStore();
          const commands = createTaskCommands(store);
          let [id = ''] = await commands.add({
            titles: ['Water the plants'],
            place: { projectId: null, parentId: null },
            fields: { recurrence, dueDate },
          });
          const made: string[] = [];
          for (let today = dueDate; made.length < 5; ) {
            await commands.complete(id, today);
            const todo = { kind: 'task', selector: { status: 'todo' } };
            const [next] = await firstValueFrom(store.live<Task>(todo));
            if (next === undefined || next.dueDate === null) break;
            made.push(next.dueDate);
            [id, today] = [next.id, next.dueDate];
          }
          expect(shown).toEqual(made);
        },
      ),
      { numRuns: 60 },
    );
  });
});
