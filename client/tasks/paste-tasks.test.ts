import { describe, expect, it, vi } from 'vitest';
import type { Label } from '#shared/label';
import type { Task } from '#shared/task';
import { type AddPlace, inboxPlace } from './add-place.ts';
import { addTasks } from './add-tasks.ts';
import {
  createPasteReader,
  pasteAsOne,
  pastedLinesOf,
  pasteTasks,
  readPasteRow,
} from './paste-tasks.ts';
import { createMemoryStore } from './testing/memory-store.ts';

const context = {
  today: '2026-11-22',
  now: '10:30',
  timeZone: 'Europe/Berlin',
  projects: [{ id: '00000000-0000-4000-8000-0000000000aa', name: 'Flat' }],
};

function tasksOf(pasted: string, excluded: readonly number[] = [], place: AddPlace = inboxPlace) {
  const rows = pastedLinesOf({ before: '', pasted }).map((line) => readPasteRow(line, context));
  return pasteTasks(rows, { excluded: new Set(excluded), context, place });
}

describe('pasted lines as tasks', () => {
  it('what stands under a line that is left out moves up', () => {
    const outline = 'Trip\n  Pack\n    Socks\n  Book\nHome';
    const depths = (excluded: number[]) =>
      tasksOf(outline, excluded).map(({ title, depth }) => [title, depth]);
    expect(depths([])).toEqual([
      ['Trip', 0],
      ['Pack', 1],
      ['Socks', 2],
      ['Book', 1],
      ['Home', 0],
    ]);
    expect(depths([1])).toEqual([
      ['Trip', 0],
      ['Socks', 1],
      ['Book', 1],
      ['Home', 0],
    ]);
    expect(depths([0])).toEqual([
      ['Pack', 0],
      ['Socks', 1],
      ['Book', 0],
      ['Home', 0],
    ]);
  });

  it('a line that names another project than the one it stands under is a task of its own', () => {
    const [trip, paint, brush] = tasksOf('Trip\n  Paint /flat\n    Brush');
    const projectId = '00000000-0000-4000-8000-0000000000aa';
    expect(trip).toMatchObject({ depth: 0, projectId: null });
    expect(paint).toMatchObject({ title: 'Paint', depth: 0, projectId });
    expect(brush).toMatchObject({ depth: 1, projectId });
  });

  it('all lines together are one task with notes, kept as they were pasted', () => {
    const pasted = '- Trip tomorrow\r\n  - Pack\n\n  - Book\n';
    expect(pasteAsOne({ before: '', pasted })).toEqual({
      line: 'Trip tomorrow',
      notes: '  - Pack\n\n  - Book',
    });
    expect(pasteAsOne({ before: 'Holiday', pasted })?.notes).toBe(
      '- Trip tomorrow\n  - Pack\n\n  - Book',
    );
    expect(pasteAsOne({ before: '', pasted: `A\n${'b'.repeat(50_001)}` })).toBeUndefined();
  });

  it('5,000 lines are read when they are looked at, and all of them with pauses between', async () => {
    const line = 'Water the plants every 2 fridays at 9am #plants !2 ~15m';
    const pasted = Array.from({ length: 5_000 }, (_, index) => `- [ ] ${index} ${line}`).join('\n');
    const lines = pastedLinesOf({ before: '', pasted });
    const reader = createPasteReader(lines, { context, asText: new Map() });
    expect(reader.rowAt(4_999)?.title).toBe('4999 Water the plants');
    expect(reader.rowAt(4_999)).toBe(reader.rowAt(4_999));
    expect(reader.rowAt(5_000)).toBeUndefined();
    const pause = vi.fn(() => Promise.resolve());
    expect(await reader.readAll(pause)).toHaveLength(5_000);
    expect(pause).toHaveBeenCalledTimes(49);
  });
});

describe('adding tasks', () => {
  it('lines, subtasks, new labels and ticked ones are one batch, and one Undo takes all back', async () => {
    const store = createMemoryStore();
    const tasks = tasksOf('Trip #summer tomorrow\n  - [x] Passport #Summer\n  - Bag #summer');
    const ids = await addTasks(store, { tasks, newProjects: [] });

    expect(store.batches).toHaveLength(1);
    const [trip, passport, bag] = ids.map((id) => store.current(id) as Task);
    const [labelId = ''] = Object.keys(trip?.labels ?? {});
    const label = store.current(labelId) as Label;
    expect(label.name).toBe('summer');
    expect(trip).toMatchObject({ title: 'Trip', dueDate: '2026-11-23', parentId: null });
    expect(passport).toMatchObject({ status: 'done', parentId: trip?.id, labels: trip?.labels });
    expect(passport?.completedAt).not.toBeNull();
    expect((passport?.orderKey ?? '') < (bag?.orderKey ?? '')).toBe(true);

    await store.undo();
    expect(store.current(trip?.id ?? '')).toBeUndefined();
    expect(store.current(labelId)).toBeUndefined();
  });

  it('what is pasted under a task stands under it, no deeper than five levels, and what is for another project apart', async () => {
    const store = createMemoryStore();
    const add = (pasted: string, parentId: string | null) =>
      addTasks(store, {
        tasks: tasksOf(pasted, [], { ...inboxPlace, parentId }),
        newProjects: [],
      });
    const [, , third = ''] = await add('1\n  2\n    3', null);
    const [four, five, six, seven, paint] = await add(
      'four\n  five\n    six\n      seven\nPaint /flat',
      third,
    );
    const parentOf = (id = '') => store.current(id)?.['parentId'];
    expect([four, five, six, seven].map(parentOf)).toEqual([third, four, five, five]);
    expect(store.current(paint ?? '')).toMatchObject({
      parentId: null,
      projectId: context.projects[0]?.id,
    });
  });

  it('a label and a project that are there by now are not made again', async () => {
    const store = createMemoryStore();
    const newProjects = [{ id: '00000000-0000-4000-8000-0000000000aa', name: 'Flat' }];
    const add = (line: string) => addTasks(store, { tasks: tasksOf(line), newProjects });
    const [first = ''] = await add('Paint #diy /flat');
    const [second = ''] = await add('Plaster #DIY /flat');
    await add('Neither');
    expect(store.batches.map(({ changes }) => changes.map(({ kind }) => kind))).toEqual([
      ['project', 'label', 'task'],
      ['task'],
      ['task'],
    ]);
    expect(store.current(second)?.['labels']).toEqual(store.current(first)?.['labels']);
  });

  it('2,000 tasks are several batches of one action, each within its bounds', async () => {
    const store = createMemoryStore();
    const commit = vi.spyOn(store, 'commit');
    const long = 'x'.repeat(400);
    const lines = Array.from({ length: 2_000 }, (_, index) => `${index} ${long}`);
    await addTasks(store, { tasks: tasksOf(lines.join('\n')), newProjects: [] });

    const actions = commit.mock.calls.map(([action]) => action);
    expect(actions.length).toBeGreaterThan(3);
    expect(new Set(actions.map(({ action }) => action)).size).toBe(1);
    for (const { changes } of actions) {
      expect(changes.length).toBeLessThanOrEqual(500);
      expect(JSON.stringify(changes).length).toBeLessThan(256 * 1024 - 1024);
    }
    expect(actions.flatMap(({ changes }) => changes)).toHaveLength(2_000);
  });

  it('when the first batch of many finds no room, the others are asked for all the same', async () => {
    const store = createMemoryStore();
    const lines = Array.from({ length: 501 }, (_, index) => `Task ${index}`);
    const commit = vi.spyOn(store, 'commit').mockRejectedValueOnce(new Error('no room'));
    const adding = addTasks(store, { tasks: tasksOf(lines.join('\n')), newProjects: [] });
    await expect(adding).rejects.toThrow('no room');
    expect(commit).toHaveBeenCalledTimes(2);
  });
});
