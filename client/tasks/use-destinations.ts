import { useMayDo } from '#client/store/use-may-do.ts';
import type { Project } from '#shared/project';

/**
 * Those of some projects that this person may move tasks to: a workspace that one may only look at takes none. The same
 * array where that is all of them.
 */
export function useDestinations(projects: readonly Project[]): readonly Project[] {
  const mayEdit = useMayDo('edit');
  const open = projects.filter(({ workspaceId }) => mayEdit(workspaceId));
  return open.length === projects.length ? projects : open;
}
