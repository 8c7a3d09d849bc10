import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { calendarPlan, tasksByTitle } from '#shared/testing/calendar-file';

function exported(name: string): Uint8Array {
  return readFileSync(new URL(`../fixtures/calendars/${name}`, import.meta.url));
}

describe('calendars as programs write them', () => {
  test('Google: the next time of a series, what is moved, whole days, UTC in the zone of the device', async () => {
    const { plan, byTitle } = await tasksByTitle(exported('google.ics'));
    expect(plan.projects.map(({ create }) => create['name'])).toEqual(['Alice at work']);
    expect(byTitle.get('Stand-up')).toMatchObject({
      // Monday the 30th is left out, Saturday the 28th is today.
      dueDate: '2026-12-01',
      dueTime: '09:30',
      timeZone: 'Europe/Berlin',
      recurrence: { rule: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', basis: 'due' },
      reminders: [{ minutesBefore: 10 }],
      estimateMinutes: 15,
      notes:
        'What did you do, what will you do\nBoard (https://board.example/7) & notes\n\nhttps://meet.google.com/abc-defg-hij',
    });
    expect(byTitle.get('Stand-up in the afternoon')).toMatchObject({
      dueDate: '2026-12-03',
      dueTime: '14:00',
    });
    expect(byTitle.get('Dentist')).toMatchObject({
      dueDate: '2026-12-02',
      dueTime: '17:00',
      timeZone: 'Europe/Berlin',
      notes: '📍 Main Street 5, second floor',
    });
    expect(byTitle.get('Trip to the sea')).toMatchObject({
      dueDate: '2026-12-18',
      notes: '📅 2026-12-18 – 2026-12-20',
      // 15 hours before midnight: at nine the day before, as days are due at nine for reminders.
      reminders: [{ minutesBefore: 1440 }],
    });
    expect(plan.tasks).toHaveLength(4);
    expect(plan.leftOut).toEqual([
      { code: 'past_events', count: 2 },
      { code: 'cancelled_events', count: 1 },
      { code: 'invitations', count: 1 },
    ]);
    expect(plan.rows).toMatchObject([
      { code: 'exceptions_left_out', detail: 'Stand-up: 2026-12-03, 2026-12-24' },
    ]);
  });

  test('Apple: order by hand, done with its moment, a subtask, an alarm that is none', async () => {
    const { plan, byTitle } = await tasksByTitle(exported('apple-reminders.ics'));
    const byHand = plan.tasks.toSorted((a, b) =>
      String(a.create['orderKey']) < String(b.create['orderKey']) ? -1 : 1,
    );
    expect(byHand.map(({ create }) => create['title'])).toEqual([
      'Return the bottles',
      'Buy milk',
      'Oat milk',
    ]);
    expect(byTitle.get('Return the bottles')).toMatchObject({
      status: 'done',
      completedAt: '2026-11-12T19:00:00.000Z',
      createdAt: '2026-11-01T07:00:00.000Z',
    });
    expect(byTitle.get('Buy milk')).toMatchObject({
      priority: 'urgent',
      dueDate: '2026-12-01',
      dueTime: '18:00',
      recurrence: { rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU' },
      reminders: [{ minutesBefore: 0 }],
    });
    expect(byTitle.get('Oat milk')).toMatchObject({ parent: 'Buy milk', dueDate: '2026-12-01' });
    expect(byTitle.get('Oat milk')).not.toHaveProperty('reminders');
    expect(plan.rows).toEqual([]);
  });

  test('Outlook: zones by the names of Windows, by their offsets, or not at all', async () => {
    const { plan, byTitle } = await tasksByTitle(exported('outlook.ics'), 'outlook.ics');
    expect(plan.projects.map(({ create }) => create['name'])).toEqual(['outlook']);
    expect(plan.labels.map(({ create }) => create['name'])).toEqual(['Red Category', 'Budget']);
    expect(byTitle.get('Budget')).toMatchObject({
      dueDate: '2026-12-08',
      dueTime: '10:00',
      timeZone: 'Europe/Berlin',
      priority: 'medium',
      recurrence: { rule: 'FREQ=MONTHLY;COUNT=10;BYDAY=2TU' },
      notes: 'Bring the numbers.\n\nSecond paragraph; with a semicolon.\n\n📍 Room 5',
    });
    expect(byTitle.get('Call with New York')).toMatchObject({ timeZone: 'America/New_York' });
    const unknown = byTitle.get('Call with nobody knows whom');
    expect(unknown).toMatchObject({ dueTime: '10:00' });
    expect(unknown).not.toHaveProperty('timeZone');
    expect(plan.rows).toMatchObject([
      {
        code: 'zone_guessed',
        detail: 'Call with New York: Customized Time Zone → America/New_York',
      },
      { code: 'zone_unknown', detail: 'Call with nobody knows whom: Planet Nine Time' },
    ]);
  });

  test('Nextcloud: start and due, what is begun, subtasks of subtasks, reminders after the due time', async () => {
    const { plan, byTitle } = await tasksByTitle(exported('nextcloud-tasks.ics'));
    expect(byTitle.get('Repair the roof')).toMatchObject({
      startDate: '2026-11-25',
      dueDate: '2026-12-04',
      status: 'in_progress',
      priority: 'high',
      notes: 'Call **three** firms\n\n40 %',
    });
    expect(byTitle.get('Ask the firms')).toMatchObject({
      parent: 'Repair the roof',
      dueDate: '2026-12-02',
      dueTime: '17:00',
      reminders: [{ minutesBefore: 30 }, { at: '2026-12-02T17:00:00.000Z' }],
    });
    expect(byTitle.get('Take photos')).toMatchObject({
      parent: 'Ask the firms',
      status: 'cancelled',
    });
    expect(byTitle.get('Pills')).toMatchObject({
      dueDate: '2026-11-28',
      notes: '🔁 FREQ=HOURLY;INTERVAL=6',
    });
    expect(plan.leftOut).toEqual([
      { code: 'journals', count: 1 },
      { code: 'recurrences', count: 1 },
    ]);
    expect(plan.rows).toMatchObject([
      { code: 'recurrence_left_out' },
      { code: 'parent_missing', detail: 'Below something that is not here' },
    ]);
  });

  test('Thunderbird: what was done of a series stands by itself, the series goes on with its next time', async () => {
    const plan = await calendarPlan(exported('thunderbird.ics'));
    const plants = plan.tasks.filter(({ create }) => create['title'] === 'Water the plants');
    expect(plants.map(({ create }) => create)).toMatchObject([
      {
        dueDate: '2026-11-27',
        dueTime: '19:00',
        timeZone: 'Europe/Vienna',
        recurrence: { rule: 'FREQ=DAILY;INTERVAL=3' },
        reminders: [{ minutesBefore: 1440 }],
      },
      { dueDate: '2026-11-24', status: 'done', completedAt: '2026-11-24T18:15:00.000Z' },
    ]);
    expect(plants[1]?.create).not.toHaveProperty('recurrence');
    expect(plan.tasks.find(({ create }) => create['title'] === 'Write the report')).toMatchObject({
      create: {
        startDate: '2026-12-01',
        dueDate: '2026-12-02',
        notes: 'https://example.com/draft',
      },
    });
    expect(plan.rows).toMatchObject([
      { code: 'start_time_left_out', detail: 'Write the report: 2026-12-01 08:00' },
    ]);
  });

  test('[R8] reading a file twice gives the same ids, also from a copy of it', async () => {
    const once = await calendarPlan(exported('outlook.ics'), { fileName: 'outlook.ics' });
    const again = await calendarPlan(exported('outlook.ics'), { fileName: 'outlook (2).ics' });
    expect(again.tasks.map(({ id }) => id)).toEqual(once.tasks.map(({ id }) => id));
    expect(again.projects).toEqual(once.projects);
  });
});
