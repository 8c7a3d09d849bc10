import { useMemo } from 'react';
import { useAllProjects, useOpenTasks } from './task-queries.ts';
import { createProjectIdFinder, isForToday, isHiddenIn, isPlanned } from './task-rows.ts';

/** How many open tasks each view holds. */
export interface ViewCounts {
  inbox: number;
  today: number;
  upcoming: number;
  all: number;
  byProjectId: ReadonlyMap<string, number>;
  byLabelId: ReadonlyMap<string, number>;
}

/** Counts for the sidebar, by the same rules as the lists: tasks of trashed and archived projects do not count (R7, R8). */
export function useViewCounts(today: string): ViewCounts {
  const tasks = useOpenTasks();
  const projects = useAllProjects();
  return useMemo(() => {
    const projectsById = new Map<string | null, (typeof projects)[number]>(
      projects.map((project) => [project.id, project]),
    );
    const projectIdOf = createProjectIdFinder(tasks ?? []);
    const byProjectId = new Map<string, number>();
    const byLabelId = new Map<string, number>();
    const counts = { inbox: 0, today: 0, upcoming: 0, all: 0 };
    for (const task of tasks ?? []) {
      const project = projectsById.get(projectIdOf(task));
      if (isHiddenIn(allTasks, project)) continue;
      for (const id of Object.keys(task.labels)) add(byLabelId, id);
      counts.all += 1;
      if (isForToday(task, today)) counts.today += 1;
      if (isPlanned(task)) counts.upcoming += 1;
      if (project === undefined) counts.inbox += 1;
      else add(byProjectId, project.id);
    }
    return { ...counts, byProjectId, byLabelId };
  }, [tasks, projects, today]);
}

const allTasks = { name: 'all' } as const;

function add(counts: Map<string, number>, id: string): void {
  counts.set(id, (counts.get(id) ?? 0) + 1);
}
