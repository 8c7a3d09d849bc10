import { useMemo } from 'react';
import { createProjectIdFinder } from '#shared/topmost-project';
import { useAllProjects, useOpenTasks } from './task-queries.ts';
import { isForToday } from './task-rows.ts';

/** How many open tasks each view holds. */
export interface ViewCounts {
  inbox: number;
  today: number;
  upcoming: number;
  all: number;
  byProjectId: ReadonlyMap<string, number>;
}

/** Counts for the sidebar, by the same rules as the lists: tasks of trashed projects do not count (R7, R8). */
export function useViewCounts(today: string): ViewCounts {
  const tasks = useOpenTasks();
  const projects = useAllProjects();
  return useMemo(() => {
    const projectsById = new Map<string | null, (typeof projects)[number]>(
      projects.map((project) => [project.id, project]),
    );
    const projectIdOf = createProjectIdFinder(tasks ?? []);
    const byProjectId = new Map<string, number>();
    const counts = { inbox: 0, today: 0, upcoming: 0, all: 0 };
    for (const task of tasks ?? []) {
      const project = projectsById.get(projectIdOf(task));
      if (project !== undefined && project.trashedAt !== null) continue;
      counts.all += 1;
      if (isForToday(task, today)) counts.today += 1;
      if (task.dueDate !== null) counts.upcoming += 1;
      if (project === undefined) counts.inbox += 1;
      else byProjectId.set(project.id, (byProjectId.get(project.id) ?? 0) + 1);
    }
    return { ...counts, byProjectId };
  }, [tasks, projects, today]);
}
