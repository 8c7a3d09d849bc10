import { describe, expect, it } from 'vitest';
import type { Project } from '#shared/project';
import type { Task } from '#shared/task';
import { buildTaskRows, type TaskView } from './task-rows.ts';
import { plainTask as task } from './testing/plain-task.ts';

const today = '2026-11-22';

const inUse = { archivedAt: null, trashedAt: null };

function project(id: string, fields: Partial<Project> = {}): Project {
  return { kind: 'project', id, name: id, orderKey: id, ...inUse, ...fields } as Project;
}

function rowsOf(view: TaskView, tasks: Task[], projects: Project[] = []): string[] {
  const rows = buildTaskRows({ view, tasks, projects, today });
  return rows.map(({ task: { id }, depth }) => '·'.repeat(depth) + id);
}

describe('trees', () => {
  it('subtasks stand under their parents, in their order', () => {
    const tasks = [
      task('b'),
      task('a'),
      task('d', { parentId: 'a' }),
      task('c', { parentId: 'a' }),
    ];
    expect(rowsOf({ name: 'inbox' }, tasks)).toEqual(['a', '·c', '·d', 'b']);
  });

  it('[R8] a task whose parent is not here stands at the top (A5)', () => {
    expect(rowsOf({ name: 'inbox' }, [task('a', { parentId: 'gone' })])).toEqual(['a']);
  });

  it('[R8] tasks in a cycle are shown, each once (A5)', () => {
    const tasks = [task('a', { parentId: 'b' }), task('b', { parentId: 'a' })];
    expect(rowsOf({ name: 'inbox' }, tasks)).toHaveLength(2);
  });
});

describe('views', () => {
  it('[R8] a task of a project that is not here is in the inbox (A5)', () => {
    expect(rowsOf({ name: 'inbox' }, [task('a', { projectId: 'gone' })])).toEqual(['a']);
  });

  it('[R8] a subtask added while its parent was moved stands under it, whatever project its row names (A5)', () => {
    const tasks = [
      task('a', { projectId: 'q' }),
      task('b', { projectId: 'p', parentId: 'a' }),
      task('c', { projectId: 'p', parentId: 'b', dueDate: today }),
    ];
    const projects = [project('p'), project('q')];
    expect(rowsOf({ name: 'project', projectId: 'q' }, tasks, projects)).toEqual([
      'a',
      '·b',
      '··c',
    ]);
    expect(rowsOf({ name: 'project', projectId: 'p' }, tasks, projects)).toEqual([]);
    expect(rowsOf({ name: 'all' }, tasks, projects)).toEqual(['a', '·b', '··c']);
    const [inToday] = buildTaskRows({ view: { name: 'today' }, tasks, projects, today });
    expect(inToday?.project?.id).toBe('q');
  });

  it('[R7] a subtask whose topmost task is in a trashed project is in no view, whatever its row says (A5)', () => {
    const tasks = [task('a', { projectId: 'p' }), task('b', { parentId: 'a', dueDate: today })];
    const projects = [project('p', { trashedAt: '2026-11-01T00:00:00.000Z' })];
    const views: TaskView[] = [{ name: 'inbox' }, { name: 'today' }, { name: 'all' }];
    expect(views.map((view) => rowsOf(view, tasks, projects))).toEqual([[], [], []]);
  });

  it('[R7] tasks of a trashed project are in no view', () => {
    const tasks = [task('a', { projectId: 'p', dueDate: today })];
    const projects = [project('p', { trashedAt: '2026-11-01T00:00:00.000Z' })];
    const views: TaskView[] = [{ name: 'inbox' }, { name: 'today' }, { name: 'all' }];
    expect(views.map((view) => rowsOf(view, tasks, projects))).toEqual([[], [], []]);
  });

  it('today holds what is due or overdue or begins, the earliest first, times before whole days', () => {
    const tasks = [
      task('whole-day', { dueDate: today }),
      task('at-nine', { dueDate: today, dueTime: '09:00' }),
      task('overdue', { dueDate: '2026-11-20' }),
      task('begins', { startDate: today, dueDate: '2026-12-01' }),
      task('later', { dueDate: '2026-11-23' }),
    ];
    expect(rowsOf({ name: 'today' }, tasks)).toEqual(['overdue', 'at-nine', 'whole-day', 'begins']);
  });

  it('all tasks are grouped: the inbox first, then projects in their order', () => {
    const tasks = [task('x', { projectId: 'q' }), task('y', { projectId: 'p' }), task('z')];
    expect(rowsOf({ name: 'all' }, tasks, [project('q'), project('p')])).toEqual(['z', 'y', 'x']);
  });

  it('tasks of an archived project are on its own page and nowhere else', () => {
    const archived = [project('p', { archivedAt: '2026-11-20T09:00:00.000Z' })];
    const tasks = [task('a', { projectId: 'p', dueDate: today })];
    for (const name of ['inbox', 'today', 'upcoming', 'all'] as const) {
      expect(rowsOf({ name }, tasks, archived)).toEqual([]);
    }
    expect(rowsOf({ name: 'project', projectId: 'p' }, tasks, archived)).toEqual(['a']);
  });

  it('a label shows the tasks of all projects that carry it', () => {
    const tasks = [
      task('a', { projectId: 'p', labels: { l: true } }),
      task('b', { labels: { l: true } }),
      task('c', { labels: {} }),
    ];
    expect(rowsOf({ name: 'label', labelId: 'l' }, tasks, [project('p')])).toEqual(['b', 'a']);
  });

  it('a task that starts later waits until then, also when it is due; one whose start has come is for today', () => {
    const tasks = [
      task('late', { dueDate: '2026-11-20', startDate: '2026-11-25' }),
      task('started', { startDate: '2026-11-20' }),
      task('starts later', { startDate: '2026-11-25' }),
    ];
    expect(rowsOf({ name: 'today' }, tasks)).toEqual(['started']);
    expect(rowsOf({ name: 'upcoming' }, tasks)).toEqual(['late', 'started', 'starts later']);
  });
});
