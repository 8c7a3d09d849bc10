import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Project } from '#shared/project';
import type { Task } from '#shared/task';
import { createTaskForest, type TaskNode } from './task-forest.ts';
import { buildTaskRows, createRowBuilder, type TaskView } from './task-rows.ts';
import { plainTask as task } from './testing/plain-task.ts';

const ids = ['a', 'b', 'c', 'd', 'e', 'f'] as const;
const today = '2026-11-22';
const projects = [
  { id: 'p', orderKey: 'b', trashedAt: null },
  { id: 'q', orderKey: 'a', trashedAt: null },
  { id: 'gone', orderKey: 'c', trashedAt: '2026-11-01T00:00:00.000Z' },
] as Project[];
const views: TaskView[] = [
  { name: 'inbox' },
  { name: 'today' },
  { name: 'upcoming' },
  { name: 'all' },
  { name: 'project', projectId: 'p' },
];

const fields = fc.record({
  parentId: fc.constantFrom(null, ...ids, 'nobody'),
  projectId: fc.constantFrom(null, 'p', 'q', 'gone', 'nowhere'),
  orderKey: fc.constantFrom('a', 'b', 'c'),
  dueDate: fc.constantFrom(null, '2026-11-20', today, '2026-12-01'),
  startDate: fc.constantFrom(null, today),
  dueTime: fc.constantFrom(null, '09:00'),
});
/** What stands under each id at one moment; undefined: no such task. */
const moment = fc.tuple(...ids.map(() => fc.option(fields, { nil: undefined })));
const history = fc.array(moment, { minLength: 1, maxLength: 6 });

function tasksOf(at: readonly (Partial<Task> | undefined)[], before: readonly Task[]): Task[] {
  return at.flatMap((values, place) => {
    const id = ids[place];
    if (values === undefined || id === undefined) return [];
    const held = before.find((old) => old.id === id);
    const isSame = held !== undefined && JSON.stringify(held) === JSON.stringify(task(id, values));
    return [isSame ? held : task(id, values)];
  });
}

function hasCycle(tasks: readonly Task[]): boolean {
  const parents = new Map(tasks.map(({ id, parentId }) => [id, parentId]));
  return tasks.some(({ id }) => {
    let [at, steps]: [string | null | undefined, number] = [id, 0];
    while (typeof at === 'string' && steps <= tasks.length)
      [at, steps] = [parents.get(at), steps + 1];
    return steps > tasks.length;
  });
}

/** The rows of all views, as text. */
function shown(build: (view: TaskView) => ReturnType<typeof buildTaskRows>): string[][] {
  return views.map((view) =>
    build(view).map(({ task: { id }, depth, project }) => `${depth} ${id} ${project?.id ?? '-'}`),
  );
}

describe('a forest that is kept', () => {
  test('shows after any changes what one made anew shows', () => {
    fc.assert(
      fc.property(history, (moments) => {
        const kept = new Map(views.map((view) => [view, createRowBuilder()]));
        let tasks: Task[] = [];
        for (const at of moments) {
          tasks = tasksOf(at, tasks);
          if (hasCycle(tasks)) continue;
          const sources = { tasks, projects, today };
          const rows = shown((view) => kept.get(view)?.({ view, ...sources }) ?? []);
          expect(rows).toEqual(shown((view) => buildTaskRows({ view, ...sources })));
        }
      }),
      { numRuns: 400 },
    );
  });

  test('[R8] holds each task once, whatever cycles come and go (A5)', () => {
    fc.assert(
      fc.property(history, (moments) => {
        const forest = createTaskForest();
        let tasks: Task[] = [];
        for (const at of moments) {
          tasks = tasksOf(at, tasks);
          forest.update(tasks);
          const found: string[] = [];
          const visit = (node: TaskNode) => {
            found.push(node.task.id);
            node.children.forEach(visit);
          };
          for (const projectId of forest.projectIds()) forest.topsOf(projectId).forEach(visit);
          expect(found.toSorted()).toEqual(tasks.map(({ id }) => id));
        }
      }),
      { numRuns: 400 },
    );
  });

  test('is the same whether many tasks come at once or one by one', () => {
    const random = fc.sample(fields, { numRuns: 300, seed: 7 });
    const idOf = (at: number) => `t${String(at).padStart(3, '0')}`;
    const tasks = random.map((values, at) =>
      task(idOf(at), { ...values, parentId: at % 3 === 0 ? null : idOf(Math.floor(at / 3)) }),
    );
    const build = createRowBuilder();
    const sources = { view: { name: 'all' } as const, projects, today };
    let rows = build({ ...sources, tasks: [] });
    for (let count = 1; count <= tasks.length; count += 1) {
      rows = build({ ...sources, tasks: tasks.slice(0, count) });
    }
    expect(rows).toEqual(buildTaskRows({ ...sources, tasks }));
  });

  test('rows that did not change are the same objects', () => {
    const build = createRowBuilder();
    const [a, b] = [task('a'), task('b')];
    const sources = { view: { name: 'inbox' } as const, projects, today };
    const before = build({ ...sources, tasks: [a, b] });
    const after = build({ ...sources, tasks: [a, task('b', { title: 'Renamed' })] });
    expect(after[0]).toBe(before[0]);
    expect(after[1]).not.toBe(before[1]);
  });

  test('one change among 10,000 tasks looks at a few of them', () => {
    let looks = 0;
    const tasks = Array.from({ length: 10_000 }, (_, at) => {
      const id = String(at).padStart(5, '0');
      return Object.defineProperty(task(id), 'orderKey', {
        enumerable: true,
        get: () => {
          looks += 1;
          return id;
        },
      });
    });
    const forest = createTaskForest();
    forest.update(tasks);
    looks = 0;
    forest.update(tasks.with(5_000, task('05000', { orderKey: '09999' })));
    expect(looks).toBeLessThan(100);
  });
});
