import { describe, expect, it } from 'vitest';
import type { Task } from '#shared/task';
import { buildDaySections, daysAhead } from './day-sections.ts';
import { sectionWords } from './section-words.ts';
import { buildTaskRows } from './task-rows.ts';
import { formats } from '#client/i18n/compiled/en/formats.ts';
import { planWords } from '#client/i18n/compiled/en/plan-words.ts';
import { plainTask as task } from './testing/plain-task.ts';

const today = '2026-11-22';
const noneLeaving: ReadonlySet<string> = new Set();

function sectionsOf(tasks: Task[], leavingIds = noneLeaving) {
  const rows = buildTaskRows({ view: { name: 'upcoming' }, tasks, projects: [], today });
  const { overdue, sections } = buildDaySections({ rows, today, leavingIds });
  const idsOf = (section: { rows: readonly { task: Task }[] }) =>
    section.rows.map(({ task: { id } }) => id);
  return {
    overdue: idsOf({ rows: overdue }),
    sections,
    filled: sections
      .filter((section) => section.rows.length > 0)
      .map((section) => ({
        title: sectionWords(section, { today, words: planWords, formats }).title,
        ids: idsOf(section),
      })),
  };
}

describe('sections', () => {
  it('today and the next 14 days have a heading each, also without a task', () => {
    const { sections } = sectionsOf([]);
    expect(sections).toHaveLength(daysAhead + 1);
    expect(sections[0]).toEqual({ name: 'day', date: '2026-11-22', rows: [] });
    expect(sections.at(-1)).toEqual({ name: 'day', date: '2026-12-06', rows: [] });
  });

  it('tasks stand under their day by time, those further away under their month, those without a date nowhere', () => {
    const { overdue, filled, sections } = sectionsOf([
      task('no date'),
      task('late', { dueDate: '2026-11-20' }),
      task('all day', { dueDate: '2026-11-22' }),
      task('at nine', { dueDate: '2026-11-22', dueTime: '09:00' }),
      task('next day', { dueDate: '2026-11-23' }),
      task('last day', { dueDate: '2026-12-06' }),
      task('after it', { dueDate: '2026-12-07' }),
      task('next year', { dueDate: '2027-01-03' }),
    ]);
    expect(overdue).toEqual(['late']);
    expect(filled).toEqual([
      { title: 'Today', ids: ['at nine', 'all day'] },
      { title: 'Tomorrow', ids: ['next day'] },
      { title: 'Sunday', ids: ['last day'] },
      { title: 'December 2026', ids: ['after it'] },
      { title: 'January 2027', ids: ['next year'] },
    ]);
    expect(sections.filter(({ name }) => name === 'later')).toHaveLength(1);
  });

  it('a completed task stays under its day while it leaves, and is under Completed when those are shown', () => {
    const done = task('done', { dueDate: '2026-11-23', status: 'done' });
    expect(sectionsOf([done], new Set(['done'])).filled[0]?.title).toBe('Tomorrow');
    expect(sectionsOf([done]).filled[0]?.title).toBe('Completed');
  });
});

describe('words of a heading', () => {
  it.each([
    ['2026-11-22', 'Today', 'Sunday 22 November'],
    ['2026-11-23', 'Tomorrow', 'Monday 23 November'],
    ['2026-11-29', 'Sunday', '29 November'],
    ['2027-01-03', 'Sunday', '3 January 2027'],
  ])('%s is %s, %s', (date, title, detail) => {
    const section = { name: 'day', date, rows: [] } as const;
    expect(sectionWords(section, { today, words: planWords, formats })).toEqual({ title, detail });
  });
});
