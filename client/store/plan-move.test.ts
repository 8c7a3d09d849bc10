import { expect, test } from 'vitest';
import type { Comment } from '#shared/comment';
import { labelKind, type Label } from '#shared/label';
import { projectKind, type Project } from '#shared/project';
import { type Change, isCreation } from '#shared/push-message';
import type { Task } from '#shared/task';
import { buildTask, stampAt, testIds } from '#shared/testing/build-task';
import { editsSince } from './edits-since.ts';
import { type MoveFrom, type MoveTo, planMove } from './plan-move.ts';
import { taskId } from './testing/device.ts';

const [rent, receipt, paint, note, money, house, office, hall] = [1, 2, 3, 4, 5, 8, 9, 10].map(
  taskId,
) as [string, string, string, string, string, string, string, string];
const work = testIds.workspace.replace(/.$/, '9');

const task = (fields: Record<string, unknown>) => buildTask(fields) as Task;
const label = (fields: Record<string, unknown>) =>
  ({ ...buildTask({}), ...labelKind.defaults, kind: 'label', ...fields }) as unknown as Label;

const tasks = [
  task({
    id: rent,
    projectId: house,
    labels: { [money]: true },
    assignees: { [testIds.bob]: true },
  }),
  task({ id: receipt, parentId: rent, projectId: house, status: 'done', sectionId: hall }),
  task({ id: paint, projectId: house, sectionId: hall, orderKey: 'a5' }),
];
const comment = { ...buildTask({}), kind: 'comment', id: note, taskId: rent, text: 'By Friday' };
const from: MoveFrom = {
  project: undefined,
  tasks,
  comments: [comment as unknown as Comment],
  labels: [label({ id: money, name: 'Money', color: 'green' })],
};
const to: MoveTo = {
  workspaceId: work,
  place: { projectId: office, sectionId: null },
  orderKeys: ['b1', 'b2'],
  labels: [],
  labelKeys: ['c1'],
  labelAttempts: new Map(),
  isMember: (userId) => userId === testIds.alice,
};

function created(changes: readonly Change[], kind: string): Record<string, unknown>[] {
  return changes
    .filter(isCreation)
    .filter((change) => change.kind === kind)
    .map(({ id, create }) => ({ id, ...create }));
}

const plan = (of: { from?: Partial<MoveFrom>; to?: Partial<MoveTo>; attempt?: number } = {}) =>
  planMove({ from: { ...from, ...of.from }, to: { ...to, ...of.to }, attempt: of.attempt ?? 0 });

test('[R8] the copies of tasks keep order, depth and state, and stand at the end of their new place', () => {
  const [top, under, last] = created(plan().changes, 'task');
  expect(top).toMatchObject({ projectId: office, parentId: null, orderKey: 'b1' });
  expect(under).toMatchObject({ projectId: office, parentId: top?.['id'], status: 'done' });
  expect(last).toMatchObject({ projectId: office, sectionId: null, orderKey: 'b2' });
  expect(created(plan().changes, 'comment')).toMatchObject([{ taskId: top?.['id'] }]);
});

test('[R8] the same documents make the same copies each time; another attempt or workspace makes others', () => {
  const idsOf = (planned: ReturnType<typeof plan>) => planned.copies.map(({ copyId }) => copyId);
  expect(plan()).toEqual(plan());
  const all = [plan(), plan({ attempt: 1 }), plan({ to: { workspaceId: office } })].flatMap(idsOf);
  expect(new Set(all).size).toBe(all.length);
});

test('[R8] a task that came back from the trash since makes another copy, however its stamp was fitted', () => {
  const stamps = { '*': stampAt(1_000), trash: stampAt(2_000) };
  const fitted = { ...stamps, trash: `${stampAt(1_500)}~${stampAt(2_000)}` };
  const copyOf = (own: Record<string, string>) =>
    plan({ from: { tasks: [task({ id: rent, stamps: own })] } }).copies[0]?.copyId;
  expect(copyOf(stamps)).toBe(copyOf(fitted));
  expect(copyOf(stamps)).not.toBe(copyOf({ '*': stampAt(1_000) }));
});

test('a label of the same name there is used, one that is missing is made, and strangers are not assigned', () => {
  const made = plan();
  const [top] = created(made.changes, 'task');
  const [fresh] = created(made.changes, 'label');
  expect(fresh).toMatchObject({ name: 'Money', color: 'green', orderKey: 'c1' });
  expect(top).toMatchObject({ labels: { [String(fresh?.['id'])]: true }, assignees: {} });

  const held = plan({ to: { labels: [label({ id: hall, name: 'money' })] } });
  expect(created(held.changes, 'label')).toEqual([]);
  expect(created(held.changes, 'task')[0]).toMatchObject({ labels: { [hall]: true } });
});

test('a project takes its sections along but those deleted, and only it goes to the trash itself', () => {
  const project = {
    ...buildTask({}),
    ...projectKind.defaults,
    kind: 'project',
    id: house,
    name: 'House',
    archivedAt: '2026-11-22T09:00:00.000Z',
    sections: { [hall]: { name: 'Hall', orderKey: 'a0' }, [note]: { name: 'x', orderKey: 'a1' } },
    sectionsGone: { [note]: true },
  } as unknown as Project;
  const planned = plan({ from: { project }, to: { orderKeys: ['b7'] } });
  const [copy] = created(planned.changes, 'project');
  const sections = Object.entries(copy?.['sections'] ?? {});
  expect(copy).toMatchObject({ name: 'House', orderKey: 'b7' });
  expect(sections.map(([, section]) => section)).toEqual([{ name: 'Hall', orderKey: 'a0' }]);
  const [, , last] = created(planned.changes, 'task');
  expect(last).toMatchObject({
    projectId: copy?.['id'],
    sectionId: sections[0]?.[0],
    orderKey: 'a5',
  });
  expect(planned.changes).toContainEqual(expect.objectContaining({ group: 'archive' }));
  expect(planned.copies.filter(({ leaves }) => leaves).map(({ id }) => id)).toEqual([house]);
});

test('[R5] an edit that came since is a change of the copy on what the copy was made with; places stay its own', () => {
  const { copies, labelIds } = plan();
  const mark = { key: work, from: testIds.workspace, copies, labelIds };
  const edited = task({
    id: rent,
    title: 'Pay the rent',
    projectId: hall,
    labels: {},
    stamps: {
      '*': stampAt(1_000),
      title: stampAt(3_000),
      place: stampAt(3_000),
      [`label/${money}`]: stampAt(3_000),
    },
  });
  const originals = new Map([[rent, edited]]);
  const lastSet = () => ({ stamp: stampAt(2_000), notes: undefined });
  const since = editsSince(mark, { originals, lastSet });
  const shared = { kind: 'task', id: copies[0]?.copyId, base: stampAt(2_000) };
  expect(since.changes).toEqual([
    { ...shared, group: 'title', value: { title: 'Pay the rent' } },
    { ...shared, group: `label/${labelIds[money]}`, value: { present: false } },
  ]);
  const again = { ...mark, copies: since.copies };
  expect(editsSince(again, { originals, lastSet }).changes).toEqual([]);
});
