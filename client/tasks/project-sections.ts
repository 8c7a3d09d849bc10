import { compareOrder } from '#shared/compare-order';
import type { Project } from '#shared/project';
import type { Task } from '#shared/task';
import type { TaskRowData } from './task-rows.ts';

/** A section of a project that is not deleted. */
export interface ProjectSection {
  id: string;
  name: string;
  orderKey: string;
}

/** The sections of a project in their order, the deleted ones left out. */
export function sectionsOf(
  project: Pick<Project, 'sections' | 'sectionsGone'>,
): readonly ProjectSection[] {
  return Object.entries(project.sections)
    .filter(([id]) => project.sectionsGone[id] === undefined)
    .map(([id, { name, orderKey }]) => ({ id, name, orderKey }))
    .sort(compareOrder);
}

/** The rows of a project by section: `rows` of a tree are where its topmost task is; sections may be empty. */
export interface SectionedRows {
  /** Those in no section, or in one that was deleted (R8). */
  loose: readonly TaskRowData[];
  parts: readonly { section: ProjectSection; rows: readonly TaskRowData[] }[];
  /** Closed ones, in the order they came. */
  done: readonly TaskRowData[];
}

/** See `SectionedRows`. Rows are in tree order; a task that was just completed stays where it is while it leaves. */
export function groupBySection(of: {
  rows: readonly TaskRowData[];
  sections: readonly ProjectSection[];
  leavingIds: ReadonlySet<string>;
}): SectionedRows {
  const parts = of.sections.map((section) => ({ section, rows: [] as TaskRowData[] }));
  const rowsById = new Map(parts.map(({ section, rows }) => [section.id, rows]));
  const loose: TaskRowData[] = [];
  const done: TaskRowData[] = [];
  let branch = loose;
  for (const row of of.rows) {
    if (isClosed(row.task) && !of.leavingIds.has(row.task.id)) {
      done.push(row);
      continue;
    }
    if (row.depth === 0) branch = rowsById.get(row.task.sectionId ?? '') ?? loose;
    branch.push(row);
  }
  return { loose, parts, done };
}

function isClosed({ status }: Task): boolean {
  return status === 'done' || status === 'cancelled';
}
