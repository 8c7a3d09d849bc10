import type { Formats } from '#client/i18n/formats.ts';
import type { Messages } from '#client/i18n/messages.ts';
import { dueWords, isOverdue } from './due-date.ts';
import { priorities } from './priority-flag.tsx';
import type { TaskGrouping, TaskRowData } from './task-rows.ts';

/** Rows under one heading, in the order they had. */
export interface TaskGroup {
  key: string;
  title: string;
  rows: TaskRowData[];
}

/** Parts rows by what is asked: dates go up with overdue tasks first, priorities down, projects as their rows come. */
export function buildTaskGroups(of: {
  rows: readonly TaskRowData[];
  grouping: TaskGrouping;
  today: string;
  words: Messages['tasks'] & { inbox: string };
  formats: Formats;
}): readonly TaskGroup[] {
  const groups = new Map<string, TaskGroup>();
  for (const row of of.rows) {
    const { key, title } = placeOf(row, of);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { key, title, rows: [row] });
    else group.rows.push(row);
  }
  const inOrder = [...groups.values()];
  if (of.grouping !== 'priority') return inOrder;
  return inOrder.sort((a, b) => rankOf(a.key) - rankOf(b.key));
}

function rankOf(priority: string): number {
  return priorities.findIndex((name) => name === priority);
}

function placeOf(
  { task, project }: TaskRowData,
  of: Parameters<typeof buildTaskGroups>[0],
): { key: string; title: string } {
  const { grouping, today, words, formats } = of;
  if (grouping === 'priority')
    return { key: task.priority, title: words.priorities[task.priority] };
  if (grouping === 'project') {
    return { key: project?.id ?? 'inbox', title: project?.name ?? words.inbox };
  }
  if (task.dueDate === null) return { key: 'none', title: words.noDate };
  if (isOverdue(task, today)) return { key: 'overdue', title: words.overdue };
  const near = {
    today: words.dueToday,
    tomorrow: words.dueTomorrow,
    yesterday: words.dueYesterday,
  };
  const title = dueWords({ dueDate: task.dueDate, dueTime: null }, { today, words: near, formats });
  const isNamed = Object.values(near).some((word) => word === title);
  const day = { weekday: 'long', day: 'numeric', month: 'long' } as const;
  return { key: task.dueDate, title: isNamed ? title : formats.date(task.dueDate, day) };
}
