import { describe, expect, it } from 'vitest';
import { createNotesCommands } from './notes-commands.ts';
import { createTaskCommands } from './task-commands.ts';
import { createMemoryStore } from './testing/memory-store.ts';
import { readDescendants } from './read-descendants.ts';

async function turn(notes: string) {
  const store = createMemoryStore();
  const [taskId = ''] = await createTaskCommands(store).add({
    titles: ['Shop'],
    place: { projectId: null, parentId: null },
    fields: { notes },
  });
  const count = await createNotesCommands(store).turnIntoSubtasks(taskId);
  const subtasks = await readDescendants(store, taskId);
  const shown = subtasks.map(({ title, status, notes, parentId }) => ({
    title,
    status,
    notes,
    isDirect: parentId === taskId,
  }));
  return { store, taskId, count, shown, left: store.current(taskId)?.['notes'] };
}

describe('turning the task list of the notes into subtasks', () => {
  it('takes the lines out and keeps the rest, in one batch that Undo takes back', async () => {
    const { store, taskId, count, shown, left } = await turn(
      'Before\n\n- [ ] milk\n- [x] bread\n  from the corner\n  - [ ] rye\n\nAfter',
    );

    expect(count).toBe(3);
    expect(left).toBe('Before\n\nAfter');
    expect(shown).toEqual([
      { title: 'milk', status: 'todo', notes: '', isDirect: true },
      { title: 'bread', status: 'done', notes: 'from the corner', isDirect: true },
      { title: 'rye', status: 'todo', notes: '', isDirect: false },
    ]);
    expect(store.batches).toHaveLength(2);
    await store.undo();
    expect(store.current(taskId)?.['notes']).toContain('- [ ] milk');
  });

  it('leaves examples in code where they are', async () => {
    const { count, left } = await turn('```\n- [ ] milk\n```\n\n- [ ] milk');
    expect(count).toBe(1);
    expect(left).toBe('```\n- [ ] milk\n```');
  });

  it('carries the text it began from, so that edits of others are merged', async () => {
    const { store } = await turn('- [ ] milk');
    expect(store.batches[1]?.changes[0]).toMatchObject({ group: 'notes', before: '- [ ] milk' });
  });
});
