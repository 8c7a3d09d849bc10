import { Repeat } from 'lucide-react';
import { memo, useRef } from 'react';
import { useCalendarWords } from '#client/i18n/compiled/use-calendar-words.ts';
import { useFormats } from '#client/i18n/language.ts';
import { ProjectDot } from '#client/ui/project-mark.tsx';
import { classNames } from '#client/ui/class-names.ts';
import { useDragged } from '../planner/drag-session.ts';
import { useDragSource } from '../planner/use-drag.ts';
import { PriorityFlag } from '../priority-flag.tsx';
import type { CalendarItem } from './place-on-days.ts';

/** What stands for a project before a task that has none. */
export const noProject = { color: 'gray', icon: null };

/** A task as one line of a day, to press and to drag; a day on which it will come back can only be pressed. */
export const CalendarChip = memo(function CalendarChip({
  item,
  isSelected,
  isTall = false,
  isLate = false,
  onOpen,
}: {
  item: CalendarItem;
  isSelected: boolean;
  /** Fills its box, with the time beneath the title: in the time grid. */
  isTall?: boolean;
  isLate?: boolean;
  onOpen: (taskId: string) => void;
}) {
  const { task, isGhost } = item;
  const words = useCalendarWords();
  const formats = useFormats();
  const isDone = task.status === 'done';
  const project = item.project ?? noProject;
  const look = classNames(
    'press flex w-full min-w-0 cursor-default touch-manipulation overflow-hidden rounded-[5px] text-start text-xs select-none',
    isTall
      ? 'h-full items-start gap-1.5 border-s-2 border-accent px-1.5 py-1'
      : 'h-5 items-center gap-1 px-1 pointer-coarse:h-9',
    isGhost
      ? 'border border-dashed border-line text-muted'
      : 'bg-raised hover:bg-line focus-visible:outline-offset-[-2px]',
    isSelected && 'bg-accent-soft!',
    isDone && 'text-muted',
    isLate && !isDone && 'text-danger',
  );
  const inner = (
    <>
      {isGhost ? (
        <Repeat className="size-3 shrink-0" aria-hidden="true" />
      ) : (
        <span className={isTall ? 'flex h-4 items-center' : 'contents'}>
          <ProjectDot
            project={isTall || task.dueTime === null ? project : { ...project, icon: null }}
          />
        </span>
      )}
      <span className={classNames('min-w-0', isTall ? 'grow' : 'flex grow items-center gap-1')}>
        <span
          data-testid="calendar-title"
          dir="auto"
          className={classNames(
            'min-w-0 truncate',
            isTall ? 'block leading-4 font-medium' : 'grow',
            isDone && 'line-through decoration-edge',
          )}
        >
          {task.title}
        </span>
        {task.dueTime === null ? null : (
          <span className="tabular shrink-0 text-[0.6875rem] leading-4 text-muted">
            {formats.time(task.dueTime)}
          </span>
        )}
      </span>
      {isTall && !isGhost && (task.priority === 'urgent' || task.priority === 'high') ? (
        <span className="[&>svg]:size-3">
          <PriorityFlag priority={task.priority} />
        </span>
      ) : null}
    </>
  );
  const press = {
    role: 'button',
    tabIndex: -1,
    title: task.title,
    onClick: (event: React.MouseEvent) => {
      event.stopPropagation();
      onOpen(task.id);
    },
  } as const;
  if (isGhost) {
    return (
      // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- keys open the day, which lists its tasks
      <div
        {...press}
        aria-label={words.ghost({ title: task.title })}
        data-testid="calendar-ghost"
        className={look}
      >
        {inner}
      </div>
    );
  }
  return (
    <DraggableChip taskId={task.id} status={task.status} press={press} look={look}>
      {inner}
    </DraggableChip>
  );
});

function DraggableChip({
  taskId,
  status,
  press,
  look,
  children,
}: {
  taskId: string;
  status: string;
  press: object;
  look: string;
  children: React.ReactNode;
}) {
  const element = useRef<HTMLDivElement>(null);
  useDragSource(taskId, element);
  const isLifted = useDragged((drag) => drag?.taskId === taskId);
  return (
    <div
      ref={element}
      {...press}
      data-testid="calendar-chip"
      data-task-id={taskId}
      data-status={status}
      className={classNames(look, isLifted && 'opacity-40')}
    >
      {children}
    </div>
  );
}
