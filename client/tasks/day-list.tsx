import { useMemo, useState } from 'react';
import { DayHeading } from './day-heading.tsx';
import { buildDaySections, type DaySection } from './day-sections.ts';
import { OverdueBar } from './overdue-bar.tsx';
import { TaskList, type TaskListProps } from './task-list.tsx';
import { useMoveToDay } from './use-move-to-day.ts';

/**
 * The upcoming tasks day by day, in the list that all views have: headings stand between its rows. What is overdue is
 * a count until the person unfolds it. A task dropped on a day, or beside a task of that day, moves there.
 */
export function DayList({ onAddOn, ...list }: TaskListProps & { onAddOn: (date: string) => void }) {
  const { rows, today, leavingIds, actions, on } = list;
  const [showsOverdue, setShowsOverdue] = useState(false);
  const { overdue, sections } = useMemo(
    () => buildDaySections({ rows, today, leavingIds }),
    [rows, today, leavingIds],
  );
  const shownOverdue = showsOverdue ? overdue : noRows;
  const shownRows = useMemo(
    () => [...shownOverdue, ...sections.flatMap((section) => section.rows)],
    [shownOverdue, sections],
  );
  const moveToDay = useMoveToDay({ rows, today, actions });
  const headingOf = (section: DaySection) => ({
    key: keyOf(section),
    render: (rowIndex: number) => (
      <DayHeading
        section={section}
        today={today}
        rowIndex={rowIndex}
        onAddOn={onAddOn}
        onDropTasks={moveToDay.toDate}
      />
    ),
  });
  const lines = [
    ...shownOverdue,
    ...sections.flatMap((section) => [headingOf(section), ...section.rows]),
  ];
  const callbacks = useMemo(() => ({ ...on, drop: moveToDay.besideTask }), [on, moveToDay]);
  return (
    <>
      <OverdueBar
        rows={rows}
        today={today}
        actions={actions}
        unfold={{ isOpen: showsOverdue, onToggle: () => setShowsOverdue(!showsOverdue) }}
      />
      <TaskList {...list} rows={shownRows} lines={lines} on={callbacks} />
    </>
  );
}

const noRows: TaskListProps['rows'] = [];

function keyOf(section: DaySection): string {
  if (section.name === 'day') return section.date;
  return section.name === 'month' ? section.month : section.name;
}
