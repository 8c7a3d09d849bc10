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
