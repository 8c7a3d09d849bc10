import { describe, expect, it } from 'vitest';
import type { Project } from '#shared/project';
import type { Task } from '#shared/task';
import { plainTask } from '../testing/plain-task.ts';
import { placeOnDays } from './place-on-days.ts';

const today = '2026-11-22';
const more = { recurrence: null };

function place(tasks: readonly Task[], projects: readonly Project[] = []) {
  return placeOnDays({ view: { name: 'all' }, tasks, projects, today });
}

function titlesOn(days: ReturnType<typeof place>, date: string) {
  return days.itemsByDate.get(date)?.map(({ task }) => task.title) ?? [];
}

describe('the days of a calendar', () => {
  it('a task stands on its deadline; one with a start only on that day, or today once it has come', () => {
    const days = place([
      plainTask('due', { ...more, dueDate: '2026-11-24', startDate: '2026-11-23' }),
      plainTask('starts', { ...more, startDate: '2026-11-23' }),
      plainTask('started', { ...more, startDate: '2026-11-20' }),
      plainTask('done', { ...more, startDate: '2026-11-20', status: 'done' }),
      plainTask('someday', more),
    ]);
    expect(titlesOn(days, '2026-11-24')).toEqual(['due']);
    expect(titlesOn(days, '2026-11-23')).toEqual(['starts']);
    expect(titlesOn(days, today)).toEqual(['started']);
    expect(titlesOn(days, '2026-11-20')).toEqual(['done']);
    expect(days.unscheduled.map(({ task }) => task.title)).toEqual(['someday']);
    expect(days.overdue).toEqual([]);
  });

  it('tasks of an archived project are on no day', () => {
    const archived = {
      id: 'garden',
      orderKey: 'a0',
      trashedAt: null,
      archivedAt: '2026-11-01T00:00:00.000Z',
    } as unknown as Project;
    const days = place(
      [plainTask('a', { ...more, projectId: 'garden', dueDate: today })],
      [archived],
    );
    expect(titlesOn(days, today)).toEqual([]);
  });
});
