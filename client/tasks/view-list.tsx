import { lazy, Suspense } from 'react';
import { isOverdue } from './due-date.ts';
import { TaskList, type TaskListProps } from './task-list.tsx';
import type { TaskView } from './task-rows.ts';

const DayList = lazy(async () => ({ default: (await import('./day-list.tsx')).DayList }));
const OverdueBar = lazy(async () => ({ default: (await import('./overdue-bar.tsx')).OverdueBar }));

/** The list of a view: Upcoming goes by days, Today has a line for what is overdue, the others are plain. */
export function ViewList({
  view,
  onAddOn,
  ...list
}: TaskListProps & { view: TaskView; onAddOn: (date: string) => void }) {
  const { rows, today, actions } = list;
  if (view.name === 'upcoming') {
    return (
      <Suspense fallback={<div className="grow" />}>
        <DayList {...list} onAddOn={onAddOn} />
      </Suspense>
    );
  }
  const hasOverdue = view.name === 'today' && rows.some(({ task }) => isOverdue(task, today));
  return (
    <>
      {hasOverdue ? (
        <Suspense fallback={<div className="h-9 pointer-coarse:h-12" />}>
          <OverdueBar rows={rows} today={today} actions={actions} />
        </Suspense>
      ) : null}
      <TaskList {...list} />
    </>
  );
}
