import { describe, expect, it } from 'vitest';
import { setEstimate } from './estimate-commands.ts';
import { createTaskCommands } from './task-commands.ts';
import { createMemoryStore } from './testing/memory-store.ts';

describe('an estimate', () => {
  it('is set and taken away, one batch each; setting what is set already is no action', async () => {
    const store = createMemoryStore();
    const place = { projectId: null, parentId: null };
    const [taskId = ''] = await createTaskCommands(store).add({ titles: ['Paint'], place });

    await setEstimate(store, { taskId, minutes: 90 });
    expect(store.current(taskId)).toMatchObject({ estimateMinutes: 90 });
    expect(await setEstimate(store, { taskId, minutes: 90 })).toBeUndefined();
    await setEstimate(store, { taskId, minutes: null });

    expect(store.current(taskId)).toMatchObject({ estimateMinutes: null });
    expect(store.batches.map(({ label }) => label)).toEqual([
      'task.add',
      'task.estimate',
      'task.estimate',
    ]);
  });
});
