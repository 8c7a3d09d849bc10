import { describe, expect, it } from 'vitest';
import { createTaskCommands } from '#client/tasks/task-commands.ts';
import { createMemoryStore } from '#client/tasks/testing/memory-store.ts';
import { createReminderCommands, snoozeEnd } from './reminder-commands.ts';

describe('snoozing', () => {
  it('adds an instant in the place of those that are over, and Undo takes it back', async () => {
    const store = createMemoryStore();
    const over = { at: '2026-11-22T09:00:00.000Z' };
    const coming = { at: '2026-12-22T09:00:00.000Z' };
    const [id = ''] = await createTaskCommands(store).add({
      titles: ['Pay rent'],
      place: { projectId: null, parentId: null },
      fields: { reminders: [over, { minutesBefore: 10 }, coming] },
    });

    const until = Date.UTC(2026, 10, 22, 9, 40);
    const batch = await createReminderCommands(store).snooze(id, until);

    expect(batch?.label).toBe('task.snooze');
    const snoozed = [{ minutesBefore: 10 }, coming, { at: '2026-11-22T09:40:00.000Z' }];
    expect(store.current(id)?.['reminders']).toEqual(snoozed);
    await store.undo();
    expect(store.current(id)?.['reminders']).toEqual([over, { minutesBefore: 10 }, coming]);
  });

  it('until tomorrow is nine where the device is, also over the night the clocks change', () => {
    const nowMs = Date.parse('2026-10-24T21:30:00.000Z');
    const end = (zone: string) => new Date(snoozeEnd('tomorrow', { nowMs, zone })).toISOString();
    expect(end('Europe/Lisbon')).toBe('2026-10-25T09:00:00.000Z');
    expect(end('Asia/Tokyo')).toBe('2026-10-26T00:00:00.000Z');
  });
});
