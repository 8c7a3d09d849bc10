import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Project } from '#shared/project';
import type { Task } from '#shared/task';
import { plainTask } from '../testing/plain-task.ts';
import { asToldIn, type BoardGrouping, placeInColumns } from './place-in-columns.ts';

const section = '00000000-0000-4000-8000-00000000000a';
const goneSection = '00000000-0000-4000-8000-00000000000b';
const project = {
  kind: 'project',
  id: 'garden',
  name: 'Garden',
  orderKey: 'a0',
  trashedAt: null,
  archivedAt: null,
  sections: {
    [section]: { name: 'Beds', orderKey: 'a1' },
    [goneSection]: { name: 'Gone', orderKey: 'a2' },
  },
  sectionsGone: { [goneSection]: true },
} as unknown as Project;

function place(of: {
  grouping: BoardGrouping;
  open?: readonly Task[];
  closed?: readonly Task[];
  view?: Parameters<typeof placeInColumns>[0]['view'];
}) {
  const columns = placeInColumns({
    view: { name: 'all' },
    open: [],
    closed: [],
    projects: [project],
    today: '2026-11-22',
    doneSince: '2026-10-23T00:00:00.000Z',
    ...of,
  });
  return columns.map(({ key, cards }) => [key, cards.map(({ task }) => task.id)]);
}

describe('the columns of a board', () => {
  it('by status: to do, in progress, and what was done lately, the latest first; cancelled is nowhere', () => {
    const done = (id: string, day: string) =>
      plainTask(id, { status: 'done', completedAt: `2026-${day}T10:00:00.000Z` });
    const columns = place({
      grouping: 'status',
      open: [plainTask('b'), plainTask('a'), plainTask('c', { status: 'in_progress' })],
      closed: [
        done('early', '11-01'),
        done('late', '11-20'),
        done('long ago', '10-01'),
        plainTask('never', { status: 'cancelled', completedAt: '2026-11-21T10:00:00.000Z' }),
      ],
    });
    expect(columns).toEqual([
      ['todo', ['a', 'b']],
      ['in_progress', ['c']],
      ['done', ['late', 'early']],
    ]);
  });

  it('by section: those of the project in its order; a task of a section that is gone stands without one', () => {
    const inProject = (id: string, sectionId: string | null) =>
      plainTask(id, { projectId: project.id, sectionId });
    const columns = place({
      grouping: 'section',
      view: { name: 'project', projectId: project.id },
      open: [inProject('a', section), inProject('b', goneSection), inProject('c', null)],
    });
    expect(columns).toEqual([
      ['no-section', ['b', 'c']],
      [section, ['a']],
    ]);
  });

  it('subtasks are counted on the card of their task and have none of their own', () => {
    const [column] = placeInColumns({
      view: { name: 'all' },
      grouping: 'priority',
      open: [plainTask('a', { priority: 'urgent' }), plainTask('b', { parentId: 'a' })],
      closed: [plainTask('c', { parentId: 'a', status: 'done', completedAt: '2020-01-01' })],
      projects: [],
      today: '2026-11-22',
      doneSince: '2026-10-23T00:00:00.000Z',
    });
    expect(column?.cards.map(({ task, subtasks }) => [task.id, subtasks])).toEqual([
      ['a', { done: 1, total: 2 }],
    ]);
  });

  it('every open task has exactly one card, in the column of its value and in order', () => {
    const task = fc
      .record({
        id: fc.uuid(),
        orderKey: fc.constantFrom('a0', 'a1', 'a2'),
        priority: fc.constantFrom('none', 'low', 'medium', 'high', 'urgent'),
        status: fc.constantFrom('todo', 'in_progress'),
      })
      .map((fields) => plainTask(fields.id, fields as Partial<Task>));
    const tasks = fc.uniqueArray(task, { selector: ({ id }) => id });
    fc.assert(
      fc.property(tasks, fc.constantFrom<BoardGrouping>('status', 'priority'), (open, grouping) => {
        const columns = place({ grouping, open });
        const placed = columns.flatMap(([, ids]) => ids);
        expect(new Set(placed)).toEqual(new Set(open.map(({ id }) => id)));
        expect(placed).toHaveLength(open.length);
        for (const [key, ids] of columns) {
          const own = (ids as string[]).map((id) => open.find((one) => one.id === id));
          expect(own.every((one) => one?.[grouping as 'status'] === key)).toBe(true);
          const order = own.map((one) => `${one?.orderKey} ${one?.id}`);
          expect(order.every((text, at) => at === 0 || text >= (order[at - 1] ?? ''))).toBe(true);
        }
      }),
    );
  });
});

it('a card does not repeat that it is in progress, and the date of a done one presses no more', () => {
  const told = (status: Task['status'], columnKey: string) =>
    asToldIn(columnKey, plainTask('a', { status })).status;
  expect(told('in_progress', 'in_progress')).toBe('todo');
  expect(told('in_progress', 'high')).toBe('in_progress');
  expect(told('done', 'done')).toBe('done');
});
