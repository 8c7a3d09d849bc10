import { firstValueFrom } from 'rxjs';
import { expect, test } from 'vitest';
import type { AnyDocument } from '#shared/kind-definition';
import { nextOccurrenceId } from '#shared/ids';
import { createTaskCommands } from './task-commands.ts';
import { createMemoryStore } from './testing/memory-store.ts';

test('[R8] a recurring task whose next occurrence was purged once comes back when it is completed', async () => {
  const store = createMemoryStore();
  const commands = createTaskCommands(store);
  const recurrence = { rule: 'FREQ=WEEKLY', basis: 'due' as const };
  const [id = ''] = await commands.add({
    titles: ['Water the plants'],
    place: { projectId: null, parentId: null },
    fields: { dueDate: '2026-11-22', recurrence },
  });
  await commands.complete(id, '2026-11-22');
  await commands.setStatus(id, 'todo');
  const next = nextOccurrenceId(id);
  const { workspaceId } = store;
  store.put({
    kind: 'task',
    id: next,
    workspaceId,
    seq: 5,
    purged: true,
  } as unknown as AnyDocument);
  await commands.complete(id, '2026-11-22');
  const selector = { status: 'todo', title: 'Water the plants' };
  expect(await firstValueFrom(store.live({ kind: 'task', selector }))).toHaveLength(1);
});

test('[R8] two devices that know of the same purges make one next occurrence, with its subtasks under it', async () => {
  const recurrence = { rule: 'FREQ=WEEKLY', basis: 'due' as const };
  const made = await Promise.all(
    [createMemoryStore(), createMemoryStore()].map(async (store) => {
      const commands = createTaskCommands(store);
      const [id = ''] = await commands.add({
        titles: ['Water the plants'],
        place: { projectId: null, parentId: null },
        fields: { dueDate: '2026-11-22', recurrence },
      });
      const [subtaskId = ''] = await commands.add({
        titles: ['Fill the can'],
        place: { projectId: null, parentId: id },
        fields: {},
      });
      const { workspaceId } = store;
      const twice = nextOccurrenceId(nextOccurrenceId(id));
      for (const purgedId of [nextOccurrenceId(id), twice, nextOccurrenceId(subtaskId)]) {
        const tombstone = { kind: 'task', id: purgedId, workspaceId, seq: 5, purged: true };
        store.put(tombstone as unknown as AnyDocument);
      }
      await commands.complete(id, '2026-11-22');
      expect(store.current(nextOccurrenceId(twice))).toMatchObject({ dueDate: '2026-11-29' });
      const nextSubtask = store.current(nextOccurrenceId(nextOccurrenceId(subtaskId)));
      expect(nextSubtask).toMatchObject({ parentId: nextOccurrenceId(twice), status: 'todo' });
      return store.batches.at(-1)?.changes;
    }),
  );
  expect(made[0]).toEqual(made[1]);
});
