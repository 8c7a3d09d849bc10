import { useDeferredValue, useMemo, useState } from 'react';
import type { Project } from '#shared/project';
import type { Task } from '#shared/task';
import { createTaskForest, type TaskForest, type TaskNode, topOf } from './task-forest.ts';
import { useAllProjects, useOpenTasks } from './task-queries.ts';
import { createProjectFinder, isForToday, isPlanned } from './task-rows.ts';

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
  // The list is painted first; its numbers follow.
  const tasks = useDeferredValue(useOpenTasks(), undefined);
  const projects = useAllProjects();
  const [forest] = useState(createTaskForest);
  return useMemo(
    () => countTasks({ forest, tasks: tasks ?? [], projects, today }),
    [forest, tasks, projects, today],
  );
}

/** Counts the tasks of each view; `forest` is kept between calls. */
function countTasks(of: {
  forest: TaskForest;
  tasks: readonly Task[];
  projects: readonly Project[];
  today: string;
}): ViewCounts {
  const { forest, today } = of;
  forest.update(of.tasks);
  const shown = createProjectFinder(of.projects, allTasks);
  const byProjectId = new Map<string, number>();
  const byLabelId = new Map<string, number>();
  const counts = { inbox: 0, today: 0, upcoming: 0, all: 0 };
  for (const projectId of forest.projectIds()) {
    const project = shown(projectId);
    if (project === 'hidden') continue;
    const tops = forest.topsOf(projectId);
    const size = sizeOf(tops);
    countLabels(tops, byLabelId);
    counts.all += size;
    if (project === undefined) counts.inbox += size;
    else byProjectId.set(project.id, size);
  }
  for (const node of forest.dated()) {
    if (shown(topOf(node).task.projectId) === 'hidden') continue;
    if (isForToday(node.task, today)) counts.today += 1;
    if (isPlanned(node.task)) counts.upcoming += 1;
  }
  return { ...counts, byProjectId, byLabelId };
}

function sizeOf(nodes: readonly TaskNode[]): number {
  let size = nodes.length;
  for (const { children } of nodes) if (children.length > 0) size += sizeOf(children);
  return size;
}

function countLabels(nodes: readonly TaskNode[], byLabelId: Map<string, number>): void {
  for (const { task, children } of nodes) {
    for (const id in task.labels) byLabelId.set(id, (byLabelId.get(id) ?? 0) + 1);
    if (children.length > 0) countLabels(children, byLabelId);
  }
}

const allTasks = { name: 'all' } as const;
