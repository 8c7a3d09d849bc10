import { expect, test } from 'vitest';
import { exportFormat } from './export-json.ts';
import type { ImportPlan } from './import-plan.ts';
import type { AnyDocument } from './kind-definition.ts';
import { plansWithoutPurged } from './plans-without-purged.ts';
import { readImportFile } from './read-import-file.ts';

const workspaceId = '3b241101-e2bb-4255-8caf-4136c566a962';
const projectId = '018f0000-0000-7000-8000-000000000001';
const taskId = '018f0000-0000-7000-8000-000000000002';
const trashedAt = '2026-11-22T09:00:00.000Z';

async function readExport(): Promise<ImportPlan> {
  const documents = [
    { kind: 'project', id: projectId, name: 'Kitchen' },
    { kind: 'task', id: taskId, title: 'Paint', projectId, trashedAt },
  ];
  const text = JSON.stringify({ ...exportFormat, workspace: { id: workspaceId }, documents });
  const read = await readImportFile({
    fileName: 'taskflow.json',
    bytes: new TextEncoder().encode(text),
    context: {
      workspaceId,
      today: '2026-11-22',
      timeZone: 'Europe/Berlin',
      labelIdsByName: new Map(),
    },
  });
  if (!read.ok) throw new Error(read.failure.code);
  return read.plan;
}

function known(of: { purged?: string[]; here?: string[] }) {
  const { purged = [], here = [] } = of;
  return {
    current: (id: string) => (here.includes(id) ? ({ id } as AnyDocument) : undefined),
    findPurged: async () => new Set(purged),
  };
}

test('[R8] plans of which nothing was purged stay as they are', async () => {
  const plan = await readExport();
  expect(await plansWithoutPurged([plan], known({ here: [projectId] }))).toEqual([plan]);
});

test('[R8] a purged document gets one other id in all plans, in references and in what is set afterwards', async () => {
  const plan = await readExport();
  const [first, second] = await plansWithoutPurged(
    [plan, plan],
    known({ purged: [projectId, taskId] }),
  );
  const [project] = first?.projects ?? [];
  const [task] = first?.tasks ?? [];
  expect([projectId, taskId]).not.toContain(project?.id);
  expect(task?.create['projectId']).toBe(project?.id);
  expect(first?.settings).toEqual([
    { kind: 'task', id: task?.id, group: 'trash', value: { trashedAt } },
  ]);
  expect(second).toEqual(first);
});

test('[R8] what was made again once is found by its id also after the tombstone is gone', async () => {
  const plan = await readExport();
  const [again] = await plansWithoutPurged([plan], known({ purged: [taskId] }));
  const madeId = again?.tasks[0]?.id ?? '';
  const [later] = await plansWithoutPurged([plan], known({ here: [madeId] }));
  expect(later?.tasks[0]?.id).toBe(madeId);
});
