import { describe, expect, it } from 'vitest';
import type { Conflict } from '#shared/conflict';
import type { AppStore } from '#client/store/app-store.ts';
import type { StoredBatch, UserAction } from '#client/store/local-store.ts';
import { createConflictCommands } from './conflict-commands.ts';

const taskId = '018f0000-0000-7000-8000-000000000001';
const conflictId = '0c0c0c0c-0000-5000-8000-000000000001';
const held = '000000000000-bobsphone0';
const putAwayAt = '2026-11-22T09:30:00.000Z';

function setUp(task: object | undefined) {
  const actions: UserAction[] = [];
  const store = {
    now: () => putAwayAt,
    current: () => task,
    baseOf: (id: string) => (id === taskId ? held : 'conflict-stamp'),
    commit: async (action: UserAction) => {
      actions.push(action);
      return {} as StoredBatch;
    },
  } as unknown as AppStore;
  return { actions, commands: createConflictCommands(store) };
}

function conflict(fields: Partial<Conflict>): Conflict {
  const loss = { documentKind: 'task', documentId: taskId, reason: 'concurrent' };
  return { kind: 'conflict', id: conflictId, ...loss, ...fields } as Conflict;
}

const putAway = {
  kind: 'conflict',
  id: conflictId,
  group: 'trash',
  value: { trashedAt: putAwayAt },
  base: 'conflict-stamp',
};

describe('a conflict', () => {
  it('[R5] taking mine sets my value on the stamp held now and puts the conflict away, in one batch (B17)', async () => {
    const { actions, commands } = setUp({ kind: 'task', title: 'Theirs' });
    await commands.takeMine(conflict({ group: 'title', value: { title: 'Mine' } }));

    const mine = { kind: 'task', id: taskId, group: 'title', value: { title: 'Mine' }, base: held };
    expect(actions).toEqual([{ label: 'conflict.use-mine', changes: [mine, putAway] }]);
  });

  it('[R5] notes taken back begin from the text held now, so that exactly they stand', async () => {
    const { actions, commands } = setUp({ kind: 'task', notes: 'Theirs' });
    await commands.takeMine(conflict({ group: 'notes', value: { notes: 'Mine' } }));

    expect(actions[0]?.changes[0]).toMatchObject({
      value: { notes: 'Mine' },
      before: 'Theirs',
      base: held,
    });
  });

  it('[R7] an edit under the trash brings its document back (A4)', async () => {
    const { actions, commands } = setUp({ kind: 'task' });
    await commands.takeMine(
      conflict({ reason: 'trashed', group: 'title', value: { title: 'Mine' } }),
    );

    const restored = {
      kind: 'task',
      id: taskId,
      group: 'trash',
      value: { trashedAt: null },
      base: held,
    };
    expect(actions[0]?.changes).toEqual([restored, putAway]);
  });

  it('keeping theirs only puts the conflict away', async () => {
    const { actions, commands } = setUp(undefined);
    await commands.keepTheirs(conflict({ group: 'title', value: { title: 'Mine' } }));

    expect(actions[0]?.changes).toEqual([putAway]);
  });

  it('[R8] what was written to a document that is purged by now is not thrown away by taking it', async () => {
    const { actions, commands } = setUp(undefined);
    await commands.takeMine(
      conflict({ reason: 'purged', group: 'notes', value: { notes: 'Mine' } }),
    );

    expect(actions.flatMap(({ changes }) => changes)).not.toContainEqual(putAway);
  });
});
