import { expect, onTestFinished, test } from 'vitest';
import { createDevice, home, taskId } from '#client/store/testing/device.ts';
import { openApp } from '#client/store/testing/open-app.ts';
import type { Project } from '#shared/project';
import { duplicateProject } from './duplicate-project.ts';

const work = home.replace(/.$/, '3');

test('the copy of a project stays in its workspace, with its tasks', async () => {
  const device = createDevice();
  const [here, there] = [await device.openTab(), await device.openTab({ workspaceId: work })];
  const [projectId, deskId] = [taskId(1), taskId(2)];
  const desk = { title: 'Desk', projectId };
  const changes = [
    { kind: 'project', id: projectId, create: { name: 'Office' } },
    { kind: 'task', id: deskId, create: desk },
  ];
  await there.commitBatches([{ label: 'project.add', changes }]);
  const app = await openApp(device, here, there);
  onTestFinished(() => app.close());
  const [project] = app.documents<Project>('project');
  if (project === undefined) throw new Error('the project is not there');

  const copyId = await duplicateProject(app, { project, projects: [project], name: 'Copy' });
  expect(app.current(copyId)).toMatchObject({ name: 'Copy', workspaceId: work });
  const copied = app.documents('task').find((task) => task['projectId'] === copyId);
  expect(copied).toMatchObject({ title: 'Desk', workspaceId: work });
});
