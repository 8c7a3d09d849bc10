import { addDays } from './due-date.ts';
import type { TaskRowData } from './task-rows.ts';

/** Days that are shown with a heading of their own after today, also those without a task. */
export const daysAhead = 14;

/**
 * A stretch of the upcoming tasks under one heading: a day, what is Later altogether (which has no rows itself), a
 * month of it (`YYYY-MM`), and what was completed.
 */
export type DaySection =
  | { name: 'day'; date: string; rows: readonly TaskRowData[] }
  | { name: 'later'; rows: readonly TaskRowData[] }
  | { name: 'month'; month: string; rows: readonly TaskRowData[] }
  | { name: 'done'; rows: readonly TaskRowData[] };

/**
 * Rows sorted by date, the closed ones at their end, by what is overdue and by section. A task that was just
 * completed stands in its place while it leaves.
 */
export function buildDaySections(of: {
  rows: readonly TaskRowData[];
  today: string;
  leavingIds: ReadonlySet<string>;
}): { overdue: readonly TaskRowData[]; sections: readonly DaySection[] } {
  const { today } = of;
  const lastDay = addDays(today, daysAhead);
  const overdue: TaskRowData[] = [];
  const done: TaskRowData[] = [];
  const rowsByDate = new Map<string, TaskRowData[]>();
  const rowsByMonth = new Map<string, TaskRowData[]>();
  for (const row of of.rows) {
    const { id, status } = row.task;
    const date = dateOf(row.task, today);
    const isClosed = status === 'done' || status === 'cancelled';
    if (isClosed && !of.leavingIds.has(id)) done.push(row);
    else if (date < today) overdue.push(row);
    else if (date <= lastDay) addTo(rowsByDate, date, row);
    else addTo(rowsByMonth, date.slice(0, 7), row);
  }
  const days = Array.from({ length: daysAhead + 1 }, (_, offset) => addDays(today, offset));
  const months = [...rowsByMonth].map(([month, rows]) => ({ name: 'month' as const, month, rows }));
  return {
    overdue,
    sections: [
      ...days.map((date) => ({ name: 'day' as const, date, rows: rowsByDate.get(date) ?? [] })),
      ...(months.length === 0 ? [] : [{ name: 'later' as const, rows: [] }]),
      ...months,
      ...(done.length === 0 ? [] : [{ name: 'done' as const, rows: done }]),
    ],
  };
}

/** A task that has a start only is for that day, or for today once it has come: nothing is late about it. */
function dateOf({ dueDate, startDate }: TaskRowData['task'], today: string): string {
  if (dueDate !== null) return dueDate;
  return startDate !== null && startDate > today ? startDate : today;
}

function addTo(rowsByKey: Map<string, TaskRowData[]>, key: string, row: TaskRowData): void {
  const rows = rowsByKey.get(key);
  if (rows === undefined) rowsByKey.set(key, [row]);
  else rows.push(row);
}
