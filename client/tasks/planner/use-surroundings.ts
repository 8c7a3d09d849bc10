import { useMemo } from 'react';
import type { Label } from '#shared/label';
import type { Project } from '#shared/project';
import { useAllProjects, useCommentCounts, useConflictedIds, useLabels } from '../task-queries.ts';

/** What the tasks of a board or calendar are shown with. */
export interface Surroundings {
  /** Trashed and archived ones too: what they hide is for the view to know. */
  allProjects: readonly Project[];
  /** Those that a task can be moved to. */
  projects: readonly Project[];
  labels: ReadonlyMap<string, Label>;
  conflictedIds: ReadonlySet<string>;
  commentCounts: ReadonlyMap<string, number>;
}

/** See `Surroundings`. */
export function useSurroundings(): Surroundings {
  const allProjects = useAllProjects();
  const labels = useLabels();
  const conflictedIds = useConflictedIds();
  const commentCounts = useCommentCounts();
  const projects = useMemo(
    () =>
      allProjects.filter(({ trashedAt, archivedAt }) => trashedAt === null && archivedAt === null),
    [allProjects],
  );
  return { allProjects, projects, labels, conflictedIds, commentCounts };
}
