import { describe, expect, it } from 'vitest';
import { nextOccurrenceId } from '#shared/ids';
import { isCreation } from '#shared/push-message';
import type { Task } from '#shared/task';
import { createTaskCommands, type TaskCommands } from './task-commands.ts';
import { createMemoryStore, type MemoryStore } from './testing/memory-store.ts';

const today = '2026-11-22';
const inbox = { projectId: null, parentId: null };

function setUp() {
  const store = createMemoryStore();
  const commands = createTaskCommands(store);
  return { store, commands };
}

async function addTask(
  commands: TaskCommands,
  title: string,
  fields: Parameters<TaskCommands['add']>[0]['fields'] = {},
): Promise<string> {
  const [id = ''] = await commands.add({ titles: [title], place: inbox, fields });
  return id;
}

function taskIn(store: MemoryStore, id: string): Task {
  const document = store.current(id);
  if (document?.kind !== 'task') throw new Error(`no task ${id}`);
  return document as Task;
}

describe('edits', () => {
  it('[R5] a rename carries the stamp that was held when the edit began, not when it was saved (A14)', async () => {
    const { store, commands } = setUp();
    const id = await addTask(commands, 'Pay rent');
    const base = commands.beginEdit(id, 'title');
    // Another device's title arrives while this one is being typed.
    store.put({
      ...taskIn(store, id),
      title: 'Pay the rent',
      stamps: { '*': base ?? '', title: 'zzzzzzzzzzzz-bobsphone0' },
    });

    const batch = await commands.rename({ taskId: id, title: 'Pay rent on Friday', base });

    expect(batch?.label).toBe('task.rename');
    expect(batch?.changes).toEqual([
      { kind: 'task', id, group: 'title', value: { title: 'Pay rent on Friday' }, base },
    ]);
  });

  it('[R5] a second rename is based on the first, whose stamp it saw (A14)', async () => {
    const { commands } = setUp();
    const id = await addTask(commands, 'Pay rent');
    const first = await commands.rename({
      taskId: id,
      title: 'A',
      base: commands.beginEdit(id, 'title'),
    });

    expect(commands.beginEdit(id, 'title')).toBe(first?.stamp);
  });

  it('[R5] notes carry the text their edit began from (B8, A14)', async () => {
    const { commands } = setUp();
    const id = await addTask(commands, 'Pay rent', { notes: 'IBAN' });
    const base = commands.beginEdit(id, 'notes');

    const batch = await commands.setNotes({ taskId: id, notes: 'IBAN PT50', before: 'IBAN', base });

    expect(batch?.changes).toEqual([
      { kind: 'task', id, group: 'notes', value: { notes: 'IBAN PT50' }, base, before: 'IBAN' },
    ]);
  });

  it.each([
    ['an empty title', '   '],
    ['the title it has', 'Pay rent'],
  ])('%s is no change', async (_what, title) => {
    const { store, commands } = setUp();
    const id = await addTask(commands, 'Pay rent');

    expect(await commands.rename({ taskId: id, title, base: null })).toBeUndefined();
    expect(store.batches).toHaveLength(1);
  });

  it('a title of many lines becomes one line, and one that is too long keeps its whole text in the notes', async () => {
    const { store, commands } = setUp();
    const long = 'word '.repeat(150).trim();
    const [first = '', second = ''] = await commands.add({
      titles: ['a\r\n b\nc', long],
      place: inbox,
    });

    expect(taskIn(store, first).title).toBe('a b c');
    expect(taskIn(store, second).title).toHaveLength(500);
    expect(taskIn(store, second).notes).toBe(long);
  });

  it('priority, state and date take their base when they are set', async () => {
    const { store, commands } = setUp();
    const id = await addTask(commands, 'Pay rent');
    const base = store.baseOf(id, 'priority');

    const batch = await commands.setPriority(id, 'urgent');

    expect(batch?.changes).toEqual([
      { kind: 'task', id, group: 'priority', value: { priority: 'urgent' }, base },
    ]);
  });
});

describe('completing', () => {
  it('closes the open subtasks in the same batch', async () => {
    const { store, commands } = setUp();
    const id = await addTask(commands, 'Move house');
    const place = { projectId: null, parentId: id };
    const [child = ''] = await commands.add({ titles: ['Pack'], place });

    const batch = await commands.complete(id, today);

    expect(batch?.changes.map((change) => change.id)).toEqual([id, child]);
    expect(taskIn(store, child)).toMatchObject({ status: 'done', completedAt: expect.any(String) });
  });

  it('[R8] a recurring task comes back in the same batch, under the id that every device gives it (B10)', async () => {
    const { store, commands } = setUp();
    const recurrence = { rule: 'FREQ=WEEKLY', basis: 'due' as const };
    const schedule = { dueDate: '2026-11-20', startDate: '2026-11-19', recurrence };
    const id = await addTask(commands, 'Water the plants', { ...schedule, priority: 'high' });

    const batch = await commands.complete(id, today);

    const [closing, next] = batch?.changes ?? [];
    expect(closing).toMatchObject({ id, group: 'status', value: { status: 'done' } });
    expect(next !== undefined && isCreation(next)).toBe(true);
    expect(taskIn(store, nextOccurrenceId(id))).toMatchObject({
      title: 'Water the plants',
      status: 'todo',
      priority: 'high',
      dueDate: '2026-11-27',
      startDate: '2026-11-26',
    });
  });

  it('[R8] two devices that complete it on different days make one successor, though their dates differ (B10)', async () => {
    const recurrence = { rule: 'FREQ=DAILY;INTERVAL=3', basis: 'completion' as const };
    const [laptop, phone] = [setUp(), setUp()];
    const id = await addTask(laptop.commands, 'Water the plants', { dueDate: today, recurrence });
    phone.store.put(taskIn(laptop.store, id));

    await laptop.commands.complete(id, '2026-11-23');
    await phone.commands.complete(id, '2026-11-24');

    const successors = [laptop, phone].map(({ store }) => taskIn(store, nextOccurrenceId(id)));
    expect(successors.map(({ dueDate }) => dueDate)).toEqual(['2026-11-26', '2026-11-27']);
  });

  it('[R8] completing it again after an undo brings its successor back from the trash (B10)', async () => {
    const { store, commands } = setUp();
    const recurrence = { rule: 'FREQ=WEEKLY', basis: 'due' as const };
    const id = await addTask(commands, 'Water the plants', { dueDate: today, recurrence });
    const place = { projectId: null, parentId: id };
    const [child = ''] = await commands.add({ titles: ['Fern'], place });
    await commands.complete(id, today);
    // What an undo of the completion leaves behind: undoing a creation is the trash.
    await commands.trash(nextOccurrenceId(id));
    for (const open of [id, child]) await commands.setStatus(open, 'todo');

    const batch = await commands.complete(id, today);

    expect(taskIn(store, nextOccurrenceId(id))).toMatchObject({ trashedAt: null, status: 'todo' });
    expect(taskIn(store, nextOccurrenceId(child))).toMatchObject({ trashedAt: null });
    const restored = batch?.changes.find((change) => change.id === nextOccurrenceId(id));
    expect(restored).toMatchObject({ group: 'trash', value: { trashedAt: null } });
  });

  it('the subtasks of a recurring task come back open, under the new one', async () => {
    const { store, commands } = setUp();
    const recurrence = { rule: 'FREQ=DAILY', basis: 'due' as const };
    const id = await addTask(commands, 'Evening round', { dueDate: today, recurrence });
    const [child = ''] = await commands.add({
      titles: ['Lock'],
      place: { projectId: null, parentId: id },
    });

    await commands.complete(id, today);

    expect(taskIn(store, nextOccurrenceId(child))).toMatchObject({
      status: 'todo',
      parentId: nextOccurrenceId(id),
    });
  });

  it('a completed task is not completed twice', async () => {
    const { commands } = setUp();
    const id = await addTask(commands, 'Pay rent');
    await commands.complete(id, today);

    expect(await commands.complete(id, today)).toBeUndefined();
  });
});

describe('places', () => {
  it('tasks are added in order at the end of their place', async () => {
    const { store, commands } = setUp();
    const first = await addTask(commands, 'First');
    const [second = '', third = ''] = await commands.add({
      titles: ['Second', '', 'Third'],
      place: inbox,
    });

    const keys = [first, second, third].map((id) => taskIn(store, id).orderKey);
    expect(keys).toEqual([...keys].sort());
    expect(new Set(keys).size).toBe(3);
  });

  it('a task put before another changes only its own place', async () => {
    const { store, commands } = setUp();
    const [first = '', , third = ''] = await commands.add({
      titles: ['1', '2', '3'],
      place: inbox,
    });

    const batch = await commands.placeBeside({ taskId: third, besideId: first, side: 'before' });

    expect(batch?.changes).toHaveLength(1);
    expect(taskIn(store, third).orderKey < taskIn(store, first).orderKey).toBe(true);
  });

  it('[R8] a task is never put under itself', async () => {
    const { commands } = setUp();
    const id = await addTask(commands, 'Parent');
    const [child = ''] = await commands.add({
      titles: ['Child'],
      place: { projectId: null, parentId: id },
    });

    expect(
      await commands.placeBeside({ taskId: id, besideId: child, side: 'after' }),
    ).toBeUndefined();
  });

  it('moving to a project takes the subtasks along', async () => {
    const { store, commands } = setUp();
    const projectId = '0b0b0b0b-0000-4000-8000-000000000000';
    const id = await addTask(commands, 'Parent');
    const [child = ''] = await commands.add({
      titles: ['Child'],
      place: { projectId: null, parentId: id },
    });

    await commands.moveToProject(id, projectId);

    expect(taskIn(store, id)).toMatchObject({ projectId, parentId: null });
    expect(taskIn(store, child)).toMatchObject({ projectId, parentId: id });
  });
});

describe('trash', () => {
  it('[R7] what went into the trash together comes back together, what was there before stays', async () => {
    const { store, commands } = setUp();
    const id = await addTask(commands, 'Parent');
    const place = { projectId: null, parentId: id };
    const [early = '', late = ''] = await commands.add({ titles: ['Early', 'Late'], place });
    await commands.trash(early);

    await commands.trash(id);
    await commands.restore(id);

    expect(taskIn(store, id).trashedAt).toBeNull();
    expect(taskIn(store, late).trashedAt).toBeNull();
    expect(taskIn(store, early).trashedAt).not.toBeNull();
  });
});
