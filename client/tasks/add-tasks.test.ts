import { describe, expect, onTestFinished, test } from 'vitest';
import { nextOccurrenceId } from '#shared/ids';
import { createDevice, home, newTask, taskId } from '#client/store/testing/device.ts';
import { openApp } from '#client/store/testing/open-app.ts';
import type { OpenedAppStore } from '#client/store/open-app-store.ts';
import { addTasks, type NewTask } from './add-tasks.ts';
import { completeAll } from './bulk-commands.ts';
import { duplicateTasks } from './duplicate-tasks.ts';

const today = '2026-11-22';
const work = home.replace(/.$/, '3');
const [mine, loose, lost, unknownProject] = [taskId(1), taskId(2), taskId(3), taskId(8)];

/** Alice's tasks, and those of a shared workspace: one without a project, one whose project is not known here. */
async function setUp(): Promise<OpenedAppStore> {
  const device = createDevice();
  const [here, there] = [await device.openTab(), await device.openTab({ workspaceId: work })];
  await here.commitBatches([{ label: 'task.add', changes: [newTask(mine, 'Mine')] }]);
  const create = { title: 'Lost', projectId: unknownProject };
  const changes = [newTask(loose, 'Loose'), { kind: 'task', id: lost, create }];
  await there.commitBatches([{ label: 'task.add', changes }]);
  const app = await openApp(device, here, there);
  onTestFinished(() => app.close());
  return app;
}

function line(title: string, fields: Partial<NewTask> = {}): NewTask {
  const nowhere = { projectId: null, sectionId: null, parentId: null };
  return {
    title,
    notes: '',
    depth: 0,
    isDone: false,
    newLabels: [],
    ...nowhere,
    fields: {},
    ...fields,
  };
}

async function addAll(app: OpenedAppStore, tasks: readonly NewTask[]) {
  const ids = await addTasks(app, { tasks, newProjects: [] });
  return ids.map((id) => app.current(id));
}

describe('tasks of several workspaces', () => {
  test('a subtask is added in the workspace of its parent, also where the parent has no project', async () => {
    const app = await setUp();
    const [child, grandchild, other] = await addAll(app, [
      line('Child', { parentId: loose, newLabels: ['Errand'] }),
      line('Grandchild', { depth: 1 }),
      line('Other', { parentId: mine }),
    ]);
    expect(child).toMatchObject({ workspaceId: work, parentId: loose });
    expect(grandchild).toMatchObject({ workspaceId: work, parentId: child?.id });
    expect(other).toMatchObject({ workspaceId: home, parentId: mine });
    const [labelId = ''] = Object.keys(child?.['labels'] ?? {});
    expect(app.current(labelId)).toMatchObject({ name: 'Errand', workspaceId: work });
  });

  test('a subtask is added in the workspace of its parent, also where this device does not know the project', async () => {
    const app = await setUp();
    const [child] = await addAll(app, [
      line('Child', { parentId: lost, projectId: unknownProject }),
    ]);
    expect(child).toMatchObject({ workspaceId: work, projectId: unknownProject, parentId: lost });
  });

  test('the copy of a task stays in its workspace, also where it has no project', async () => {
    const app = await setUp();
    const { copyIds } = await duplicateTasks(app, { taskIds: [loose, lost, mine] });
    const workspaceIds = copyIds.map((id) => app.current(id)?.workspaceId);
    expect(workspaceIds).toEqual([work, work, home]);
  });

  test('the next times of tasks completed together stay in their workspaces, also without a project', async () => {
    const app = await setUp();
    const value = { dueDate: today, recurrence: { rule: 'FREQ=WEEKLY', basis: 'due' } };
    for (const id of [mine, loose]) {
      const change = { kind: 'task', id, group: 'schedule', value, base: null };
      await app.commit({ label: 'task.schedule', changes: [change] });
    }
    await completeAll(app, { taskIds: [mine, loose], today });
    const workspaceIds = [mine, loose].map((id) => app.current(nextOccurrenceId(id))?.workspaceId);
    expect(workspaceIds).toEqual([home, work]);
    expect(await app.undo()).toMatchObject({ name: 'undone', label: 'task.complete' });
    expect(app.current(loose)).toMatchObject({ status: 'todo' });
  });
});
