import { useMemo } from 'react';
import { useFormats } from '#client/i18n/language.ts';
import { useMessages } from '#client/i18n/messages.ts';
import { buildTaskGroups } from './task-groups.ts';
import { TaskList, type TaskListProps } from './task-list.tsx';
import type { TaskGrouping } from './task-rows.ts';

/** The tasks of a filter under headings: by date, project or priority. */
export function GroupList({ grouping, ...list }: TaskListProps & { grouping: TaskGrouping }) {
  const { rows, today } = list;
  const { tasks: words, nav } = useMessages();
  const formats = useFormats();
  const groups = useMemo(
    () =>
      buildTaskGroups({ rows, grouping, today, words: { ...words, inbox: nav.inbox }, formats }),
    [rows, grouping, today, words, nav, formats],
  );
  const shownRows = useMemo(() => groups.flatMap((group) => group.rows), [groups]);
  const lines = groups.flatMap((group) => [
    {
      key: `group-${group.key}`,
      render: (rowIndex: number) => (
        <div role="row" aria-rowindex={rowIndex} className="h-full">
          <div
            role="gridcell"
            data-testid="group-heading"
            className="ms-2 flex h-full items-end gap-1.5 border-b border-line pe-1.5 pb-1 text-[0.8125rem] sm:ms-[26px]"
          >
            <h2 dir="auto" className="min-w-0 truncate pb-1 font-semibold">
              {group.title}
            </h2>
            <span className="grow" />
            <span className="tabular pb-1 text-xs text-muted">
              <span aria-hidden="true">{formats.number(group.rows.length)}</span>
              <span className="sr-only">{words.count({ count: group.rows.length })}</span>
            </span>
          </div>
        </div>
      ),
    },
    ...group.rows,
  ]);
  return <TaskList {...list} rows={shownRows} lines={lines} />;
}
