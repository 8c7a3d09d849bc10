import { Suspense } from 'react';
import { lazy } from '#client/ui/lazy.ts';
import type { Project } from '#shared/project';
import { isOverdue } from './due-date.ts';
import { TaskList, type TaskListProps } from './task-list.tsx';
import type { TaskView } from './task-rows.ts';

const DayList = lazy(async () => ({ default: (await import('./day-list.tsx')).DayList }));
const DayHeading = lazy(async () => ({ default: (await import('./day-heading.tsx')).DayHeading }));
const GroupList = lazy(async () => ({ default: (await import('./group-list.tsx')).GroupList }));
const OverdueBar = lazy(async () => ({ default: (await import('./overdue-bar.tsx')).OverdueBar }));

const ProjectList = lazy(async () => ({
  default: (await import('./project-list.tsx')).ProjectList,
}));

/** Which sections are folded on this device. */
export interface Folding {
  foldedIds: readonly string[];
  onFold: (foldedIds: readonly string[]) => void;
}

interface Adding {
  /** Asks for a new task on a day, or in a section. */
  onAddOn: (part: string) => void;
  isAddingSection: boolean;
  onAddingSection: (isAdding: boolean) => void;
}

const overdueSpace = <div className="h-9 pointer-coarse:h-12" />;

/** The list of a view: Upcoming goes by days, a project by its sections, Today has a line for what is overdue, the others are plain. */
export function ViewList({
  view,
  project,
  folding,
  adding,
  ...list
}: TaskListProps & {
  view: TaskView;
  /** Of a view of one project that has sections, or is about to. */
  project: Project | undefined;
  folding: Folding;
  adding: Adding;
}) {
  const { onAddOn } = adding;
  const { rows, isWhole = true, today, actions } = list;
  if (view.name === 'upcoming') {
    return (
      <Suspense fallback={<div className="grow" />}>
        <DayList {...list} onAddOn={onAddOn} />
      </Suspense>
    );
  }
  if (project !== undefined) {
    return (
      <Suspense fallback={<div className="grow" />}>
        <ProjectList {...list} {...folding} {...adding} project={project} onAddIn={onAddOn} />
      </Suspense>
    );
  }
  if (view.name === 'filter' && view.grouping !== 'none') {
    return (
      <Suspense fallback={<div className="grow" />}>
        <GroupList {...list} grouping={view.grouping} />
      </Suspense>
    );
  }
  const hasOverdue = view.name === 'today' && rows.some(({ task }) => isOverdue(task, today));
  return (
    <>
      {hasOverdue ? (
        <Suspense fallback={overdueSpace}>
          {isWhole ? <OverdueBar rows={rows} today={today} actions={actions} /> : overdueSpace}
        </Suspense>
      ) : null}
      <TaskList {...list} lines={hasOverdue && isWhole ? withToday(list, onAddOn) : rows} />
    </>
  );
}

/** Puts a heading between what is overdue and what is due today. */
function withToday(
  { rows, today }: TaskListProps,
  onAddOn: (date: string) => void,
): NonNullable<TaskListProps['lines']> {
  const lastAt = rows.findLastIndex(({ task }) => isOverdue(task, today));
  const [before, after] = [rows.slice(0, lastAt + 1), rows.slice(lastAt + 1)];
  if (after.length === 0) return rows;
  const section = { name: 'day', date: today, rows: after } as const;
  const render = (rowIndex: number) => (
    <Suspense>
      <DayHeading section={section} today={today} rowIndex={rowIndex} onAddOn={onAddOn} />
    </Suspense>
  );
  return [...before, { key: today, render }, ...after];
}
