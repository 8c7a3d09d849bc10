import * as fc from 'fast-check';
import { createTaskTexts, type FilterContext } from '#shared/filter-query-match';
import type { FilterNode, FilterTerm, NamePattern } from '#shared/filter-query-node';
import { buildTask, testIds } from '#shared/testing/build-task';
import type { Task } from '#shared/task';

/** A task with the given fields. */
export function filterTask(fields: Partial<Task> = {}): Task {
  return buildTask(fields) as Task;
}

/** Saturday 28 November 2026, Alice's labels and projects; `commentedIds` and the like are empty. */
export const filterContext: FilterContext = {
  today: '2026-11-28',
  userId: testIds.alice,
  textOf: createTaskTexts(),
  dayOf: (instant) => instant.slice(0, 10),
  projectIdOf: ({ projectId }) => projectId,
  commentedIds: new Set(),
  parentIds: new Set(),
  labels: [
    { id: 'l-work', name: 'Work' },
    { id: 'l-home', name: 'Home office' },
    { id: 'l-homely', name: 'homework' },
  ],
  projects: [
    {
      id: 'p-kitchen',
      name: 'Kitchen',
      sections: { 's-buy': { name: 'To buy', orderKey: 'a0' } },
      sectionsGone: {},
    },
    { id: 'p-cafe', name: 'Café', sections: {}, sectionsGone: {} },
  ],
  people: [
    { userId: testIds.alice, name: 'Alice Liddell' },
    { userId: testIds.bob, name: 'Bob' },
  ],
};

/** Names as people give them, and as nobody does. */
const someName = fc.oneof(
  fc.constantFrom(
    'work',
    'home office',
    'a"b',
    'to/do',
    'me',
    'wow!',
    'a*',
    '*',
    '\\',
    'Café',
    '1',
  ),
  fc.string({ minLength: 1, maxLength: 8 }),
);
const pattern: fc.Arbitrary<NamePattern> = fc.oneof(
  someName.map((text) => ({ text, isPrefix: false, start: 0, end: 0 })),
  fc.constantFrom('', 'ho', 'w').map((text) => ({ text, isPrefix: true, start: 0, end: 0 })),
);
const someWord = fc.oneof(
  fc.constantFrom(
    'pay',
    'not',
    'today',
    'no',
    'date',
    '!1',
    '#a',
    '5',
    '',
    'due:',
    '~',
    'a b',
    '7',
  ),
  fc.string({ maxLength: 6 }),
);

const terms: fc.Arbitrary<FilterTerm> = fc.oneof(
  fc.record({
    name: fc.constant('date' as const),
    field: fc.constantFrom('due', 'start', 'created', 'done'),
    compare: fc.constantFrom('on', 'before', 'after'),
    phrase: fc.constantFrom('today', 'friday', '2026-12-01', 'in 2 weeks', '3 days ago', 'dec 1'),
  }),
  fc.record({
    name: fc.constant('upcoming' as const),
    days: fc.option(fc.integer({ min: 1, max: 9999 })),
  }),
  fc
    .constantFrom(
      ...(['overdue', 'no-date', 'no-label', 'inbox', 'me', 'unassigned'] as const),
      ...(['subtask', 'recurring'] as const),
    )
    .map((name) => ({ name })),
  fc.record({
    name: fc.constant('status' as const),
    status: fc.constantFrom('open', 'done', 'cancelled'),
  }),
  fc.record({
    name: fc.constant('priority' as const),
    priority: fc.constantFrom('none', 'low', 'medium', 'high', 'urgent'),
  }),
  pattern.map((label) => ({ name: 'label' as const, label })),
  pattern.map((person) => ({ name: 'person' as const, person })),
  fc.record({
    name: fc.constant('project' as const),
    project: pattern,
    section: fc.option(pattern),
  }),
  fc.record({
    name: fc.constant('has' as const),
    what: fc.constantFrom('notes', 'comments', 'reminder', 'estimate', 'subtasks'),
  }),
  fc.record({
    name: fc.constant('estimate' as const),
    compare: fc.constantFrom('<', '<=', '=', '>=', '>'),
    minutes: fc.integer({ min: 0, max: 60_000 }),
  }),
  fc.array(someWord, { minLength: 1, maxLength: 3 }).map((words) => ({
    name: 'text' as const,
    words,
  })),
);

/** Any query tree, names and words of all kinds included; where things stand is 0. */
export const filterNodes: fc.Arbitrary<FilterNode> = fc.letrec<{ node: FilterNode }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    terms.map((term) => ({ name: 'term' as const, term, start: 0, end: 0 })),
    fc.record({
      name: fc.constantFrom('and' as const, 'or' as const),
      parts: fc.array(tie('node'), { minLength: 2, maxLength: 3 }),
    }),
    fc.record({ name: fc.constant('not' as const), part: tie('node') }),
  ),
})).node;

/** Tasks that differ in all that queries ask for. */
export const filterTasks: fc.Arbitrary<Task> = fc
  .record({
    title: fc.constantFrom('Pay rent', 'Café', 'today', 'x'),
    notes: fc.constantFrom('', 'pay the landlord', '5'),
    status: fc.constantFrom('todo', 'in_progress', 'done', 'cancelled'),
    priority: fc.constantFrom('none', 'low', 'medium', 'high', 'urgent'),
    dueDate: fc.constantFrom(null, '2026-11-27', '2026-11-28', '2026-11-29', '2026-12-24'),
    startDate: fc.constantFrom(null, '2026-11-28'),
    projectId: fc.constantFrom(null, 'p-kitchen', 'p-cafe'),
    sectionId: fc.constantFrom(null, 's-buy'),
    parentId: fc.constantFrom(null, testIds.task),
    estimateMinutes: fc.constantFrom(null, 15, 30, 90),
    labels: fc.constantFrom({}, { 'l-work': true as const }, { 'l-home': true as const }),
    assignees: fc.constantFrom({}, { [testIds.alice]: true as const }),
    completedAt: fc.constantFrom(null, '2026-11-28T08:00:00.000Z'),
  })
  .map((fields) => filterTask(fields as Partial<Task>));
