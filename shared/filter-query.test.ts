import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completeFilter } from './filter-query-complete.ts';
import { compileFilter } from './filter-query-match.ts';
import { findUnknownNames } from './filter-query-names.ts';
import { type FilterNode, mentionsStatus } from './filter-query-node.ts';
import { findSlips } from './filter-query-slips.ts';
import { printFilter } from './filter-query-text.ts';
import { parseFilter } from './filter-query.ts';
import type { Task } from './task.ts';
import { testIds } from './testing/build-task.ts';
import {
  filterContext as context,
  filterNodes,
  filterTask,
  filterTasks,
} from './testing/filter-samples.ts';

function nodeOf(text: string): FilterNode {
  const parsed = parseFilter(text);
  if (parsed.name === 'error') throw new Error(`${text}: ${JSON.stringify(parsed.error)}`);
  return parsed.node;
}

function matches(text: string, fields: Partial<Task>): boolean {
  return compileFilter(nodeOf(text), context)(filterTask(fields));
}

/** The text that an error marks, with its code and what it proposes. */
function faultOf(text: string): (string | undefined)[] {
  const parsed = parseFilter(text);
  const error =
    parsed.name === 'error' ? parsed.error : findUnknownNames(parsed.node, context).at(0);
  if (error === undefined) return [];
  return [error.code, text.slice(error.start, error.end), error.suggestion];
}

/** The tree without where its parts stand. */
function treeOf(node: FilterNode): unknown {
  return JSON.parse(
    JSON.stringify(node, (key, value: unknown) =>
      key === 'start' || key === 'end' ? undefined : value,
    ),
  );
}

describe('what a query finds', () => {
  it.each<[string, Partial<Task>, Partial<Task>]>([
    ['today', { dueDate: '2026-11-28' }, { dueDate: '2026-11-27' }],
    ['tomorrow', { dueDate: '2026-11-29' }, { dueDate: '2026-11-28' }],
    ['overdue', { dueDate: '2026-11-27' }, { dueDate: '2026-11-27', status: 'done' }],
    ['7 days', { dueDate: '2026-12-04' }, { dueDate: '2026-12-05' }],
    ['next 14 days', { dueDate: '2026-12-11' }, { dueDate: '2026-11-27' }],
    ['upcoming', { dueDate: '2030-01-01' }, { dueDate: null }],
    ['no date', { dueDate: null }, { dueDate: '2026-11-28' }],
    ['اليوم', { dueDate: '2026-11-28' }, { dueDate: '2026-11-27' }],
    ['متاخره', { dueDate: '2026-11-27' }, { dueDate: '2026-11-27', status: 'done' }],
    ['٧ أيام', { dueDate: '2026-12-04' }, { dueDate: '2026-12-05' }],
    ['بلا تاريخ', { dueDate: null }, { dueDate: '2026-11-28' }],
    ['ليست متأخرة & !1', { priority: 'urgent' }, { dueDate: '2026-11-27', priority: 'urgent' }],
    ['الموعد قبل: الجمعة', { dueDate: '2026-12-03' }, { dueDate: '2026-12-04' }],
    ['الموعد بعد الجمعة', { dueDate: '2026-12-05' }, { dueDate: '2026-12-04' }],
    ['الموعد: بعد أسبوعين', { dueDate: '2026-12-12' }, { dueDate: '2026-12-11' }],
    ['due: ٢٠٢٦-١٢-٠١', { dueDate: '2026-12-01' }, { dueDate: '2026-12-02' }],
    ['due: 2026-12-01', { dueDate: '2026-12-01' }, { dueDate: '2026-12-02' }],
    ['due before: friday', { dueDate: '2026-12-03' }, { dueDate: '2026-12-04' }],
    ['due after friday', { dueDate: '2026-12-05' }, { dueDate: '2026-12-04' }],
    ['start: today', { startDate: '2026-11-28' }, { startDate: null }],
    [
      'created after: 7 days ago',
      { createdAt: '2026-11-22T09:00:00.000Z' },
      { createdAt: '2026-11-21T09:00:00.000Z' },
    ],
    ['done: today', { completedAt: '2026-11-28T01:00:00.000Z' }, { completedAt: null }],
    ['!1', { priority: 'urgent' }, { priority: 'high' }],
    ['P4', { priority: 'low' }, { priority: 'none' }],
    ['no priority', { priority: 'none' }, { priority: 'low' }],
    ['#work', { labels: { 'l-work': true } }, { labels: { 'l-home': true } }],
    ['#"home office"', { labels: { 'l-home': true } }, { labels: { 'l-homely': true } }],
    ['#home*', { labels: { 'l-homely': true } }, { labels: { 'l-work': true } }],
    ['#*', { labels: { 'l-work': true } }, { labels: {} }],
    ['/cafe', { projectId: 'p-cafe' }, { projectId: 'p-kitchen' }],
    [
      '/kitchen/"to buy"',
      { projectId: 'p-kitchen', sectionId: 's-buy' },
      { projectId: 'p-kitchen' },
    ],
    ['inbox', { projectId: 'p-gone' }, { projectId: 'p-cafe' }],
    ['@me', { assignees: { [testIds.alice]: true } }, { assignees: { [testIds.bob]: true } }],
    ['@alice', { assignees: { [testIds.alice]: true } }, { assignees: {} }],
    ['unassigned', { assignees: {} }, { assignees: { [testIds.bob]: true } }],
    ['subtask', { parentId: testIds.task }, { parentId: null }],
    ['has: notes', { notes: 'x' }, { notes: '' }],
    ['~<30m', { estimateMinutes: 29 }, { estimateMinutes: null }],
    ['~>=1h30m', { estimateMinutes: 90 }, { estimateMinutes: 89 }],
    ['RENT landlord', { notes: 'For the Landlord' }, { notes: '' }],
    ['"pay rent"', { title: 'Pay rent' }, { title: 'Pay the rent' }],
    ['cafe', { title: 'Café' }, { title: 'Caf' }],
    ['done', { status: 'done' }, { status: 'cancelled' }],
  ])('%s', (query, found, left) => {
    expect([matches(query, found), matches(query, left)]).toEqual([true, false]);
  });

  it('! and not bind closest, then & or nothing at all, then |', () => {
    expect(treeOf(nodeOf('today | !1 #work'))).toEqual(treeOf(nodeOf('today | (!1 & #work)')));
    expect(treeOf(nodeOf('!today & #work'))).toEqual(treeOf(nodeOf('(not today) & #work')));
  });

  it('!1 is a priority, also negated, and ! 1 is not the text 1', () => {
    expect(printFilter(nodeOf('!!1'))).toBe('!!1');
    expect(printFilter(nodeOf('not p1'))).toBe('!!1');
    expect(printFilter(nodeOf('! 1'))).toBe('not 1');
  });

  it('words that make no term together are searched for, and a word that says not stays one in the middle', () => {
    expect(treeOf(nodeOf('do not forget'))).toMatchObject({
      term: { name: 'text', words: ['do', 'not', 'forget'] },
    });
    expect(treeOf(nodeOf('note: call'))).toMatchObject({ term: { name: 'text' } });
  });

  it('only a query that speaks of closed tasks is about closed tasks', () => {
    expect(
      ['#work', 'done', '!done', 'done: today', 'open'].map((text) => mentionsStatus(nodeOf(text))),
    ).toEqual([false, true, true, true, true]);
  });
});

describe('what is wrong with a query', () => {
  it.each([
    ['', 'empty', '', undefined],
    ['today &', 'missing-term', '&', undefined],
    ['| today', 'missing-term', '|', undefined],
    ['today & | #work', 'missing-term', '&', undefined],
    ['(today', 'unclosed-group', '(', undefined],
    ['today)', 'unopened-group', ')', undefined],
    ['"pay', 'unclosed-quote', '"pay', undefined],
    ['today & #', 'missing-name', '#', undefined],
    ['due before: fridy', 'bad-date', 'fridy', 'friday'],
    ['due:', 'bad-date', 'due:', undefined],
    ['due: today 3pm', 'bad-date', 'today 3pm', undefined],
    ['creatd: friday', 'unknown-key', 'creatd', 'created'],
    ['الموعد قبل: الجمعه ظهرا', 'bad-date', 'الجمعه ظهرا', undefined],
    ['الموعد: الجعة', 'bad-date', 'الجعة', 'الجمعة'],
    ['الموعدد: الجمعة', 'unknown-key', 'الموعدد', 'الموعد'],
    ['فيها: ملاحظ', 'unknown-possession', 'ملاحظ', 'ملاحظات'],
    ['has: note s', 'unknown-possession', 'note s', 'notes'],
    ['!7', 'bad-priority', '!7', undefined],
    ['~soon', 'bad-estimate', '~soon', undefined],
    ['today & #wrok', 'unknown-label', 'wrok', 'Work'],
    ['#"home ofice"', 'unknown-label', '"home ofice"', '"Home office"'],
    ['/kichen', 'unknown-project', 'kichen', 'Kitchen'],
    ['/kitchen/buy', 'unknown-section', 'buy', undefined],
    ['@carol', 'unknown-person', 'carol', undefined],
  ])('%s', (query, ...fault) => {
    expect(faultOf(query)).toEqual(fault);
  });

  it('words that are nearly a term, or begin with one, are told; in quotes they are meant', () => {
    const slips = ['tody', 'today pay rent', '"tody"', 'pay rent'].map(
      (text) => findSlips(nodeOf(text)).at(0)?.suggestion,
    );
    expect(slips).toEqual(['today', 'today & pay rent', undefined, undefined]);
  });
});

describe('laws of the language', () => {
  it('a tree written as text and read again is the same tree', () => {
    fc.assert(
      fc.property(filterNodes, (node) => {
        expect(treeOf(nodeOf(printFilter(node)))).toEqual(treeOf(node));
      }),
      { numRuns: 2_000 },
    );
  });

  it('no text whatever makes the reader throw, and every error lies within the text', () => {
    const english = [...'!&|()#/@~"\\*: 1'.split(''), 'not ', 'due:', 'today', 'é'];
    const arabic = ['ليس ', 'الموعد قبل:', 'اليوم', 'فيها:', 'متأخرة', 'الجمعة', '@أنا', '٧ أيام'];
    const signs = fc.constantFrom(...english, ...arabic);
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.array(signs, { maxLength: 30 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const parsed = parseFilter(text);
        const errors =
          parsed.name === 'error'
            ? [parsed.error]
            : [...findUnknownNames(parsed.node, context), ...findSlips(parsed.node)];
        for (const { start, end } of errors) {
          expect(0 <= start && start <= end && end <= text.length).toBe(true);
        }
        if (parsed.name === 'filter') {
          expect(treeOf(nodeOf(printFilter(parsed.node)))).toEqual(treeOf(parsed.node));
        }
      }),
      { numRuns: 3_000 },
    );
  });

  it('nesting that nobody writes is refused and does not use up the stack', () => {
    expect(parseFilter(`${'('.repeat(5_000)}today`)).toMatchObject({ error: { code: 'too-deep' } });
    expect(parseFilter(`${'!'.repeat(5_000)}today`)).toMatchObject({ error: { code: 'too-deep' } });
  });

  it('& is both, | is either, ! is the other, and De Morgan holds', () => {
    fc.assert(
      fc.property(filterNodes, filterNodes, filterTasks, (a, b, task) => {
        const is = (node: FilterNode) => compileFilter(node, context)(task);
        const not = (part: FilterNode): FilterNode => ({ name: 'not', part });
        const both: FilterNode = { name: 'and', parts: [a, b] };
        const either: FilterNode = { name: 'or', parts: [a, b] };
        expect(is(both)).toBe(is(a) && is(b));
        expect(is(either)).toBe(is(a) || is(b));
        expect(is(not(a))).toBe(!is(a));
        expect(is(not(both))).toBe(is({ name: 'or', parts: [not(a), not(b)] }));
        expect(is(not(either))).toBe(is({ name: 'and', parts: [not(a), not(b)] }));
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('going on with a query', () => {
  const complete = (text: string) => {
    const { start, end, options } = completeFilter({ text, cursor: text.length, names: context });
    return options.map((option) => text.slice(0, start) + option.text + text.slice(end));
  };

  it('words become terms, signs become names, in quotes where they need them', () => {
    expect(complete('#work & tod')).toEqual(['#work & today']);
    expect(complete('today & #ho')).toEqual(['today & #"Home office"', 'today & #homework']);
    expect(complete('!#"home o')).toEqual(['!#"Home office"']);
    expect(complete('/caf')).toEqual(['/Café']);
    expect(complete('@m')).toEqual(['@me']);
    expect(complete('not no l')).toEqual(['not no label', 'not no labels']);
    expect(complete('متأ')).toEqual(['متأخرة']);
    expect(complete('اليوم & بلا و')).toEqual(['اليوم & بلا وسم']);
    expect(complete('')).toEqual([]);
  });
});
