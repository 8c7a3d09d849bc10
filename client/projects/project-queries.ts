import { useMemo } from 'react';
import { map } from 'rxjs';
import { useStore } from '#client/store/store-context.ts';
import { useLive } from '#client/store/use-live.ts';
import { compareOrder } from '#shared/compare-order';
import type { Project } from '#shared/project';

const none: readonly Project[] = [];

/** The projects in use, in the person's order. */
export function useProjects(): readonly Project[] {
  return useSorted({ trashedAt: null, archivedAt: null });
}

/** Whether another project is of the same workspace: only these stand in one order. */
export function isBeside({ workspaceId }: Project): (other: Project) => boolean {
  return (other) => other.workspaceId === workspaceId;
}

/** The projects put away, outside the trash. */
export function useArchivedProjects(): readonly Project[] {
  return useSorted({ trashedAt: null, archivedAt: { $ne: null } });
}

/** A project that can be looked at, archived or not; undefined while it is not there, or in the trash. */
export function useOpenableProject(projectId: string): Project | undefined {
  return useSorted({ id: projectId, trashedAt: null })[0];
}

/** The projects in the trash. */
export function useTrashedProjects(): readonly Project[] {
  return useSorted({ trashedAt: { $ne: null } });
}

function useSorted(selector: Record<string, unknown>): readonly Project[] {
  const store = useStore();
  const selectorText = JSON.stringify(selector);
  const source = useMemo(() => {
    const asked: Record<string, unknown> = JSON.parse(selectorText);
    return store
      .live<Project>({ kind: 'project', selector: asked })
      .pipe(map((projects): readonly Project[] => [...projects].sort(compareOrder)));
  }, [store, selectorText]);
  return useLive(source, none);
}
