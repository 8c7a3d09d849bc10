import { describe, expect, test } from 'vitest';
import type { PurgeTree } from '../sync/submission.ts';
import { createTrashTrees, inCommits, type TrashRow } from './trash-trees.ts';

function row(id: string, of: Partial<TrashRow> = {}): TrashRow {
  const none = { parentId: null, projectId: null, aboutId: null };
  return { id, seq: 1, kind: 'task', isTrashed: false, isOpen: true, ...none, ...of };
}

function project(id: string, of: Partial<TrashRow> = {}): TrashRow {
  return row(id, { kind: 'project', isOpen: false, ...of });
}

function idsOf(trees: readonly PurgeTree[]): string[][] {
  return trees.map(({ targets }) => targets.map(({ id }) => id));
}

describe('trees of the trash', () => {
  const rows = [
    project('project', { isTrashed: true }),
    row('task', { projectId: 'project' }),
    row('subtask', { parentId: 'task', seq: 5 }),
    row('conflict', { kind: 'conflict', isOpen: false, aboutId: 'subtask' }),
    row('other'),
    row('own', { parentId: 'other', isTrashed: true, seq: 2 }),
  ];

  test('[R7] what a trashed project hides is in the trash, and nothing else', () => {
    const trees = createTrashTrees(rows);
    const found = ['project', 'subtask', 'conflict', 'own', 'other', 'nobody'].map((id) =>
      trees.isInTrash(id),
    );
    expect(found).toEqual([true, true, true, true, false, undefined]);
  });

  test('[R7] comments go with their task, and stay with one that stays', () => {
    const comment = (id: string, aboutId: string) =>
      row(id, { kind: 'comment', isOpen: false, aboutId });
    const trees = createTrashTrees([
      row('gone', { isTrashed: true }),
      row('kept'),
      comment('on gone', 'gone'),
      comment('on kept', 'kept'),
      row('withdrawn', { kind: 'comment', isOpen: false, aboutId: 'kept', isTrashed: true }),
    ]);
    expect(trees.isInTrash('on gone')).toBe(true);
    expect(trees.isInTrash('on kept')).toBe(false);
    expect(idsOf(trees.unchangedSince(1))).toEqual([['on gone', 'gone'], ['withdrawn']]);
  });

  test('a tree stands with its deepest first, and once, however it is asked for', () => {
    const trees = createTrashTrees(rows);
    const whole = ['conflict', 'subtask', 'task', 'project'];
    expect(idsOf(trees.under(['task', 'project', 'project', 'nobody']))).toEqual([whole]);
  });

  test('a tree in which one has changed since is left, what is whole goes', () => {
    const trees = createTrashTrees(rows);
    expect(idsOf(trees.unchangedSince(4))).toEqual([['own']]);
    expect(idsOf(trees.unchangedSince(5))).toEqual([
      ['conflict', 'subtask', 'task', 'project'],
      ['own'],
    ]);
    expect(trees.unchangedSince(0)).toEqual([]);
  });

  test('[R7] a subtask that is on everybody’s list is no part of the tree of its trashed parent', () => {
    const trees = createTrashTrees([
      row('parent', { isTrashed: true }),
      row('shown', { parentId: 'parent' }),
      row('under it', { parentId: 'shown', isTrashed: true }),
      row('gone too', { parentId: 'parent', isTrashed: true }),
    ]);
    expect(trees.isInTrash('shown')).toBe(false);
    expect(idsOf(trees.under(['parent']))).toEqual([['gone too', 'parent']]);
  });

  test('[R7] an open subtask of a done task stands alone on the screens, and by its own project here', () => {
    const trees = createTrashTrees([
      project('project', { isTrashed: true }),
      row('done', { projectId: 'project', isOpen: false }),
      row('open', { parentId: 'done' }),
      row('open there', { parentId: 'done', projectId: 'project' }),
    ]);
    expect(idsOf(trees.under(['project']))[0]?.toSorted()).toEqual([
      'done',
      'open there',
      'project',
    ]);
  });

  test('[R8] a task whose parent is not there lies under its project', () => {
    const trees = createTrashTrees([
      project('project', { isTrashed: true }),
      row('orphan', { parentId: 'nobody', projectId: 'project' }),
    ]);
    expect(idsOf(trees.under(['project']))).toEqual([['orphan', 'project']]);
  });

  test('[R7] a project that is named 500 times in a request is walked through once', () => {
    let looks = 0;
    const tasks = Array.from({ length: 2_000 }, (_, at) => {
      const counted = row(`task ${at}`, { projectId: 'project' });
      return Object.defineProperty(counted, 'seq', {
        enumerable: true,
        get: () => {
          looks += 1;
          return 1;
        },
      });
    });
    const trees = createTrashTrees([project('project', { isTrashed: true }), ...tasks]);
    const named = Array.from({ length: 500 }, () => 'project');
    expect(idsOf(trees.under(named))).toHaveLength(1);
    expect(looks).toBeLessThan(10_000);
  });

  test('a cycle ends, and is one tree', () => {
    const trees = createTrashTrees([
      row('a', { parentId: 'b', isTrashed: true }),
      row('b', { parentId: 'a', isTrashed: true }),
    ]);
    expect(trees.isInTrash('b')).toBe(true);
    expect(idsOf(trees.under(['a'])).map((tree) => tree.toSorted())).toEqual([['a', 'b']]);
    expect(idsOf(trees.unchangedSince(1)).flat().toSorted()).toEqual(['a', 'b']);
  });

  test('25,000 tasks go in several commits, each guarded by their project, which goes last', () => {
    const tasks = Array.from({ length: 25_000 }, (_, at) => row(`task ${at}`, { projectId: 'p' }));
    const trees = createTrashTrees([project('p', { isTrashed: true }), ...tasks]).under(['p']);
    const commits = [...inCommits(trees)];
    expect(commits.map((group) => idsOf(group).flat().length)).toEqual([10_000, 10_000, 5_001]);
    expect(trees.map(({ guards }) => guards)).toEqual([
      [{ id: 'p', seq: 1 }],
      [{ id: 'p', seq: 1 }],
      [],
    ]);
    expect(commits.at(-1)?.at(-1)?.targets.at(-1)?.id).toBe('p');
  });

  test('small trees share a commit', () => {
    const many = Array.from({ length: 30 }, (_, at) => row(`${at}`, { isTrashed: true }));
    const trees = createTrashTrees(many).unchangedSince(1);
    expect([...inCommits(trees)].map((group) => group.length)).toEqual([30]);
  });
});
