import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Label } from '#shared/label';
import type { Project } from '#shared/project';
import type { Task } from '#shared/task';
import { computeStatistics, type StatisticsSources } from './compute-statistics.ts';
import { dayNumberOf, periodNames } from './period.ts';
import { doneAt, openTask } from './testing/done-on.ts';
import { utcMoment } from './testing/utc-moment.ts';

const project = (id: string, fields: Partial<Project> = {}) =>
  ({ kind: 'project', id, trashedAt: null, archivedAt: null, ...fields }) as Project;
const label = (id: string) => ({ kind: 'label', id }) as Label;

function statisticsOf(tasks: readonly Task[], of: Partial<StatisticsSources> = {}) {
  return computeStatistics({
    tasks,
    projects: [],
    labels: [],
    today: dayNumberOf('2026-11-28') ?? 0,
    weekStart: 0,
    periodName: 'days7',
    momentOf: utcMoment,
    timeZone: 'UTC',
    ...of,
  });
}

describe('what counts as completed', () => {
  test('each occurrence of a repeating task and each subtask is one', () => {
    const recurrence = { rule: 'FREQ=DAILY', basis: 'due' } as const;
    const { total, buckets, streaks } = statisticsOf([
      doneAt('2026-11-27T08:00:00.000Z', 'first', { recurrence }),
      doneAt('2026-11-28T08:00:00.000Z', 'second', { recurrence }),
      openTask('third', { recurrence }),
      doneAt('2026-11-28T09:00:00.000Z', 'below', { parentId: 'third' }),
    ]);

    expect(total).toBe(3);
    expect(buckets.map(({ count }) => count)).toEqual([0, 0, 0, 0, 0, 1, 2]);
    expect(streaks).toEqual({ current: 2, longest: 2 });
  });

  test('what is cancelled, reopened, in the trash or in a trashed project is not', () => {
    const at = '2026-11-28T08:00:00.000Z';
    const { total, countsByDay } = statisticsOf(
      [
        doneAt(at, 'cancelled', { status: 'cancelled' }),
        openTask('reopened', { completedAt: at }),
        doneAt(at, 'trashed', { trashedAt: at }),
        doneAt(at, 'gone', { projectId: 'gone' }),
        doneAt(at, 'under gone', { parentId: 'gone', projectId: 'kept' }),
        doneAt(at, 'no time', { completedAt: null }),
      ],
      { projects: [project('gone', { trashedAt: at }), project('kept')] },
    );

    expect([total, countsByDay.size]).toEqual([0, 0]);
  });

  test('what was done in a project that is archived now is, but what is open in it no longer waits', () => {
    const { byProject, open } = statisticsOf(
      [
        doneAt('2026-11-28T08:00:00.000Z', 'done', { projectId: 'old' }),
        openTask('open', { projectId: 'old' }),
      ],
      { projects: [project('old', { archivedAt: '2026-11-28T09:00:00.000Z' })] },
    );

    expect(byProject.top).toEqual([{ id: 'old', count: 1 }]);
    expect(open.all).toBe(0);
  });

  test('what a wrong clock completed in the future counts as today', () => {
    const { buckets } = statisticsOf([doneAt('2027-06-01T08:00:00.000Z')]);

    expect(buckets.at(-1)?.count).toBe(1);
  });

  test('the period before is counted apart', () => {
    const { total, totalBefore } = statisticsOf([
      doneAt('2026-11-22T00:00:00.000Z'),
      doneAt('2026-11-21T23:59:00.000Z'),
      doneAt('2026-11-15T00:00:00.000Z'),
      doneAt('2026-11-14T23:59:00.000Z'),
    ]);

    expect([total, totalBefore]).toEqual([1, 2]);
  });
});

describe('projects and labels', () => {
  test('a subtask counts for the project of the task it belongs to; what is unknown for none', () => {
    const at = '2026-11-28T08:00:00.000Z';
    const { byProject, byLabel } = statisticsOf(
      [
        openTask('top', { projectId: 'a' }),
        doneAt(at, 'below', { parentId: 'top', projectId: 'b', labels: { x: true, y: true } }),
        doneAt(at, 'lost', { projectId: 'nowhere', labels: { gone: true } }),
      ],
      { projects: [project('a'), project('b')], labels: [label('x'), label('y')] },
    );

    expect(byProject).toEqual({
      top: [{ id: 'a', count: 1 }],
      rest: { things: 0, count: 0 },
      none: 1,
    });
    expect(byLabel.top.map(({ id }) => id)).toEqual(['x', 'y']);
    expect(byLabel.none).toBe(1);
  });

  test('six are named, the others put together', () => {
    const ids = Array.from({ length: 9 }, (_, at) => `p${at}`);
    const tasks = ids.flatMap((projectId, at) =>
      Array.from({ length: at + 1 }, (_, n) =>
        doneAt('2026-11-28T08:00:00.000Z', `${projectId} ${n}`, { projectId }),
      ),
    );
    const { byProject } = statisticsOf(tasks, { projects: ids.map((id) => project(id)) });

    expect(byProject.top.map(({ count }) => count)).toEqual([9, 8, 7, 6, 5, 4]);
    expect(byProject.rest).toEqual({ things: 3, count: 6 });
  });
});

test('all parts come to the same total, whatever was done when', () => {
  const someTasks = fc.array(
    fc.record({
      ms: fc.integer({ min: Date.UTC(2025, 6, 1), max: Date.UTC(2026, 11, 20) }),
      status: fc.constantFrom('done', 'todo', 'cancelled', 'in_progress'),
      projectId: fc.constantFrom(null, 'a', 'b', 'trashed', 'unknown'),
      dueDate: fc.constantFrom(null, '2026-03-01', '2026-11-20'),
      labels: fc.constantFrom({}, { x: true as const }),
    }),
    { maxLength: 60 },
  );
  const projects = [project('a'), project('b'), project('trashed', { trashedAt: 'then' })];
  fc.assert(
    fc.property(someTasks, fc.constantFrom(...periodNames), (made, periodName) => {
      const tasks = made.map(({ ms, ...fields }, at) =>
        openTask(String(at), {
          ...fields,
          completedAt: fields.status === 'done' ? new Date(ms).toISOString() : null,
        }),
      );
      const found = statisticsOf(tasks, { projects, labels: [label('x')], periodName });
      const { byProject, byLabel, timeliness } = found;
      const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0);
      const ranked = ({ top, rest, none }: typeof byProject) =>
        sum(top.map(({ count }) => count)) + rest.count + none;
      const sums = [
        sum(found.buckets.map(({ count }) => count)),
        sum(found.byWeekday),
        sum(found.byHour),
        ranked(byProject),
        ranked(byLabel),
        timeliness.onTime + timeliness.late + timeliness.withoutDeadline,
      ];
      expect(new Set(sums)).toEqual(new Set([found.total]));
      const open = made.filter(
        ({ status, projectId }) =>
          status !== 'done' && status !== 'cancelled' && projectId !== 'trashed',
      );
      expect(found.open.all).toBe(open.length);
    }),
  );
});
