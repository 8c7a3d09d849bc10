import { useRef } from 'react';
import { useCalendarWords } from '#client/i18n/compiled/use-calendar-words.ts';
import { useFormats } from '#client/i18n/language.ts';
import { usePlanWords } from '#client/i18n/compiled/use-plan-words.ts';
import { useStore } from '#client/store/store-context.ts';
import { Button } from '#client/ui/button.tsx';
import { ProjectDot } from '#client/ui/project-mark.tsx';
import { classNames } from '#client/ui/class-names.ts';
import { useFixedRows } from '#client/ui/use-fixed-rows.ts';
import { useDragged } from '../planner/drag-session.ts';
import { useDragSource } from '../planner/use-drag.ts';
import { replan } from '../plan-commands.ts';
import type { TaskActions } from '../use-task-actions.ts';
import { noProject } from './calendar-chip.tsx';
import type { CalendarItem, CalendarTasks } from './place-on-days.ts';

const rowPx = 36;

/** Beside the days: what is overdue and what has no day yet, to be dragged to one. */
export function SideTrays({
  tasks,
  today,
  actions,
  onOpenTask,
}: {
  tasks: CalendarTasks;
  today: string;
  actions: TaskActions;
  onOpenTask: (taskId: string) => void;
}) {
  const words = useCalendarWords();
  const plan = usePlanWords();
  const store = useStore();
  const { overdue, unscheduled } = tasks;
  const moveAll = async () => {
    const taskIds = overdue.map(({ task }) => task.id);
    const count = await replan(store, { taskIds, dueDate: today });
    if (count > 0) actions.notify(plan.moved.today({ count }));
  };
  return (
    <aside
      aria-label={words.side}
      data-testid="calendar-trays"
      className="flex w-60 shrink-0 flex-col gap-3 border-s border-line pt-1 pb-3"
    >
      {overdue.length === 0 ? null : (
        <section aria-label={words.overdue} className="flex max-h-[45%] min-h-0 flex-col">
          <TrayHeading name={words.overdue} count={overdue.length} isPressing />
          <Tray items={overdue} onOpenTask={onOpenTask} />
          <div className="shrink-0 px-3 pt-1.5">
            <Button
              size="small"
              className="w-full"
              data-testid="replan-today"
              onClick={() => void moveAll()}
            >
              {plan.toToday}
            </Button>
          </div>
        </section>
      )}
      <section aria-label={words.unscheduled} className="flex min-h-0 grow flex-col">
        <TrayHeading name={words.unscheduled} count={unscheduled.length} />
        <p className="px-3 pb-2 text-xs text-muted">
          {unscheduled.length === 0 ? words.noneUnscheduled : words.unscheduledText}
        </p>
        <Tray items={unscheduled} onOpenTask={onOpenTask} />
      </section>
    </aside>
  );
}

function TrayHeading({
  name,
  count,
  isPressing = false,
}: {
  name: string;
  count: number;
  isPressing?: boolean;
}) {
  const formats = useFormats();
  return (
    <div className="flex h-8 shrink-0 items-center gap-2 px-3">
      <h2 className={classNames('text-[0.8125rem] font-semibold', isPressing && 'text-danger')}>
        {name}
      </h2>
      <span className="tabular text-xs text-muted">{formats.number(count)}</span>
    </div>
  );
}

function Tray({
  items,
  onOpenTask,
}: {
  items: readonly CalendarItem[];
  onOpenTask: (taskId: string) => void;
}) {
  const scroller = useRef<HTMLDivElement>(null);
  const { indexes, totalHeight } = useFixedRows({
    scroller,
    count: items.length,
    rowHeight: rowPx,
    overscan: 4,
    keptIndex: -1,
  });
  return (
    <div ref={scroller} data-drag-scroll className="min-h-0 overflow-y-auto px-2">
      <ul className="relative" style={{ height: totalHeight }}>
        {indexes.map((index) => {
          const item = items[index];
          if (item === undefined) return null;
          return (
            <li
              key={item.task.id}
              className="absolute inset-x-0 top-0 p-0.5"
              style={{ height: rowPx, transform: `translateY(${index * rowPx}px)` }}
            >
              <TrayItem item={item} onOpenTask={onOpenTask} />
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function TrayItem({
  item: { task, project },
  onOpenTask,
}: {
  item: CalendarItem;
  onOpenTask: (taskId: string) => void;
}) {
  const formats = useFormats();
  const element = useRef<HTMLDivElement>(null);
  useDragSource(task.id, element);
  const isLifted = useDragged((drag) => drag?.taskId === task.id);
  return (
    <div
      ref={element}
      role="button"
      tabIndex={0}
      data-testid="tray-item"
      data-task-id={task.id}
      onClick={() => onOpenTask(task.id)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        event.stopPropagation();
        onOpenTask(task.id);
      }}
      className={classNames(
        'press flex h-full cursor-grab items-center gap-2 rounded-control border border-line bg-surface px-2 text-[0.8125rem] select-none hover:border-edge focus-visible:outline-offset-[-2px]',
        isLifted && 'opacity-40',
      )}
    >
      <ProjectDot project={project ?? noProject} />
      <span dir="auto" className="min-w-0 grow truncate">
        {task.title}
      </span>
      {task.dueDate === null ? null : (
        <span className="tabular shrink-0 text-xs text-danger">
          {formats.date(task.dueDate, { day: 'numeric', month: 'short' })}
        </span>
      )}
    </div>
  );
}
