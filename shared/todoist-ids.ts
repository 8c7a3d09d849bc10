import { derivedId } from './ids.ts';
import { createImportLabels } from './import-labels.ts';
import type { ImportContext } from './import-plan.ts';

/** Ids of what a backup holds, derived from the file alone: importing it again makes the same ones. */
export interface TodoistIds {
  projectId: string;
  /** New labels of this backup: names by id. */
  labelNamesById: Map<string, string>;
  sectionId: (name: string) => string;
  taskId: (underId: string | null, content: string) => string;
  labelId: (name: string) => string;
}

/**
 * Ids derive from the workspace, the project's name, the section or parent, the text, and which of several equal ones
 * it is: rows that were added, removed or moved between two exports do not change the ids of the others.
 */
export function createTodoistIds(of: { projectName: string; context: ImportContext }): TodoistIds {
  const { workspaceId } = of.context;
  const labels = createImportLabels(of.context);
  const projectId = derivedId('import', 'project', workspaceId, 'todoist', of.projectName);
  const seen = new Map<string, number>();
  const nthId = (path: readonly (string | null)[]) => {
    const name = JSON.stringify([projectId, ...path]);
    const nth = seen.get(name) ?? 0;
    seen.set(name, nth + 1);
    return derivedId('import', name, nth);
  };
  return {
    projectId,
    labelNamesById: labels.newNamesById,
    sectionId: (name) => nthId(['section', name]),
    taskId: (underId, content) => nthId(['task', underId, content]),
    labelId: labels.idOf,
  };
}
