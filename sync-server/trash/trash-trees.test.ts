import { describe, expect, test } from 'vitest';
import { createTrashTrees, inCommits, type TrashRow } from './trash-trees.ts';

function row(id: string, of: Partial<TrashRow> = {}): TrashRow {
  return { id, seq: 1, isTrashed: false, aboveId: null, ...of };
}

function idsOf(trees: { id: string }[][]): string[][] {
  return trees.map((tree) => tree.map(({ id }) => id));
}

describe('trees of the trash', () => {
  const rows = [
    row('project', { isTrashed: true }),
    row('task', { aboveId: 'project' }),
    row('subtask', { aboveId: 'task', seq: 5 }),
    row('conflict', { aboveId: 'subtask' }),
    row('other', {}),
    row('own', { aboveId: 'other', isTrashed: true, seq: 2 }),
  ];

  test('what lies under something in the trash is in the trash, and nothing else', () => {
    const trees = createTrashTrees(rows);
    const found = ['project', 'subtask', 'conflict', 'own', 'other', 'nobody'].map((id) =>
      trees.isInTrash(id),
    );
    expect(found).toEqual([true, true, true, true, false, undefined]);
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

  test('a cycle ends, and is one tree', () => {
    const trees = createTrashTrees([
      row('a', { aboveId: 'b', isTrashed: true }),
      row('b', { aboveId: 'a' }),
    ]);
    expect(trees.isInTrash('b')).toBe(true);
    expect(idsOf(trees.under(['a'])).map((tree) => tree.toSorted())).toEqual([['a', 'b']]);
  });

  test('5,000 tasks go in several commits, their project in the last of them', () => {
    const tasks = Array.from({ length: 5_000 }, (_, at) => row(`task ${at}`, { aboveId: 'p' }));
    const trees = createTrashTrees([row('p', { isTrashed: true }), ...tasks]).under(['p']);
    const commits = [...inCommits(trees)];
    expect(commits.map((group) => group.flat().length)).toEqual([2_000, 2_000, 1_001]);
    expect(commits.at(-1)?.at(-1)?.at(-1)?.id).toBe('p');
  });

  test('small trees share a commit', () => {
    const many = Array.from({ length: 30 }, (_, at) => row(`${at}`, { isTrashed: true }));
    const trees = createTrashTrees(many).unchangedSince(1);
    expect([...inCommits(trees)].map((group) => group.length)).toEqual([30]);
  });
});

test('[R7] a project that is named 500 times in a request is walked through once', () => {
  const tasks = Array.from({ length: 20_000 }, (_, at) => {
    return { id: `task ${at}`, seq: 1, isTrashed: false, aboveId: 'project' };
  });
  const project = { id: 'project', seq: 1, isTrashed: true, aboveId: null };
  const trees = createTrashTrees([project, ...tasks]);
  const msOf = (ids: string[]) => {
    const startedMs = performance.now();
    trees.under(ids);
    return performance.now() - startedMs;
  };
  const onceMs = msOf(['project']);
  expect(msOf(Array.from({ length: 500 }, () => 'project'))).toBeLessThan(20 * onceMs + 100);
});
