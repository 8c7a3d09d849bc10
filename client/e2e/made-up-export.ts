import { exportJson } from '#shared/export-json';
import type { AnyDocument } from '#shared/kind-definition';
import { generateWorkspace } from '#scripts/generate-workspace';

/** A TaskFlow export of a made-up workspace, as a file to choose, with all titles that must arrive. */
export interface MadeUpExport {
  file: { name: string; mimeType: string; buffer: Buffer };
  titles: string[];
  openCount: number;
}

const workspaceId = '3b241101-e2bb-4255-8caf-4136c566a962';

/** Makes an export of `taskCount` tasks, none of them in the trash. Titles end in their number, so that each is unlike any other. */
export function madeUpExport(taskCount: number, nowMs: number): MadeUpExport {
  const made = generateWorkspace({ seed: 7, taskCount, nowMs });
  const tasks = made.tasks.map((task, at) => {
    const title = `${String(task.create['title'])} ${at + 1}`;
    return { ...task, create: { ...task.create, title } };
  });
  const documents = [...made.projects, ...made.labels, ...tasks].map(
    ({ kind, id, create }): AnyDocument => ({
      kind,
      id,
      workspaceId,
      seq: 1,
      stamps: {},
      ...create,
    }),
  );
  const text = exportJson({
    exportedAt: new Date(nowMs).toISOString(),
    workspace: { id: workspaceId, name: 'Made up' },
    documents,
  });
  const isOpen = (status: unknown) => status !== 'done' && status !== 'cancelled';
  return {
    file: { name: 'made-up.json', mimeType: 'application/json', buffer: Buffer.from(text) },
    titles: tasks.map(({ create }) => create.title),
    openCount: tasks.filter(({ create }) => isOpen(Object(create)['status'])).length,
  };
}
