import { describe, expect, it } from 'vitest';
import { createMemoryStore } from '#client/tasks/testing/memory-store.ts';
import { createCommentCommands } from './comment-commands.ts';
import { createCommentDrafts } from './comment-drafts.ts';

const taskId = '33333333-3333-4333-8333-000000000001';

function setUp() {
  const store = createMemoryStore();
  return { store, commands: createCommentCommands(store) };
}

describe('comments', () => {
  it('one of blanks adds nothing', async () => {
    const { store, commands } = setUp();
    await commands.add(taskId, ' \n\u0000 ');
    expect(store.batches).toEqual([]);
  });

  it('is added, changed on the base that its editor opened with, and taken to the trash, each in a batch', async () => {
    const { store, commands } = setUp();
    const added = await commands.add(taskId, ' Paid **half** ');
    const id = added?.changes[0]?.id ?? '';
    expect(store.current(id)).toMatchObject({ kind: 'comment', taskId, text: 'Paid **half**' });

    const base = commands.beginEdit(id);
    expect(base).toBe(added?.stamp);
    const edited = await commands.edit({ commentId: id, text: 'Paid all', base });
    expect(edited?.changes).toEqual([
      { kind: 'comment', id, group: 'text', value: { text: 'Paid all' }, base },
    ]);
    await commands.edit({ commentId: id, text: '  ', base });
    expect(store.current(id)?.['text']).toBe('Paid all');

    await commands.trash(id);
    expect(store.current(id)?.['trashedAt']).not.toBeNull();
    await store.undo();
    expect(store.current(id)?.['trashedAt']).toBeNull();
  });
});

describe('drafts of comments', () => {
  it('are there again after a reload, one a task, until they are sent', () => {
    const rows = new Map<string, string>();
    const storage = {
      getItem: (key: string) => rows.get(key) ?? null,
      setItem: (key: string, value: string) => void rows.set(key, value),
      removeItem: (key: string) => void rows.delete(key),
    };
    createCommentDrafts(storage, 'alice').write('a', 'half');
    createCommentDrafts(storage, 'alice').write('b', 'other');
    const drafts = createCommentDrafts(storage, 'alice');
    expect(drafts.read('a')).toBe('half');
    expect(createCommentDrafts(storage, 'bob').read('a')).toBe('');
    drafts.write('a', '');
    drafts.write('b', '');
    expect(rows.size).toBe(0);
    rows.set('taskflow.drafts.alice', '{broken');
    expect(drafts.read('a')).toBe('');
  });
});
