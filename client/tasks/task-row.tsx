import { CalendarPlus, GripVertical } from 'lucide-react';
import { memo, type RefObject, Suspense, useRef } from 'react';
import { lazy } from '#client/ui/lazy.ts';
import type { Label } from '#shared/label';
import type { Project } from '#shared/project';
import { useMessages } from '#client/i18n/messages.ts';
import type { ListShortcut } from '#client/keys/shortcuts.ts';
import { IconButton } from '#client/ui/button.tsx';
import { Checkbox } from '#client/ui/checkbox.tsx';
import { classNames } from '#client/ui/class-names.ts';
import { isLater, TaskChips } from './task-chips.tsx';
import { TaskMenu } from './task-menu.tsx';
import type { TaskRowData } from './task-rows.ts';
import { TitleEditor } from './title-editor.tsx';
import { type RowDrop, useRowDrag } from './use-row-drag.ts';
import type { TaskActions } from './use-task-actions.ts';
import { WaitingMark } from './waiting-mark.tsx';

const ScheduleButton = lazy(async () => ({
  default: (await import('./schedule-button.tsx')).ScheduleButton,
}));

/** What is being done to one row right now, besides showing it. */
export type RowEditing = { name: EditedPart; base: string | null } | undefined;

type EditedPart = 'title' | 'schedule' | 'deadline';

/** What a row asks its list to do. The same object between renders, or every row would render again. */
export interface RowCallbacks {
  toggleDone: (taskId: string) => void;
  activate: (taskId: string) => void;
  open: (taskId: string) => void;
  /** Shows the task beside the list, where the focus stays, or shows it no more. */
  peek: (taskId: string) => void;
  /** Steps lead to another row: who peeks sees that one. */
  follow: (taskId: string) => void;
  /** A click or tap on the row, with the keys that were held: it opens the task or selects. */
  press: (taskId: string, held: Held) => void;
  /** What is dragged with a row: all selected ones if it is one of them. */
  dragged: (taskId: string) => readonly string[];
  edit: (taskId: string, what: EditedPart) => void;
  /** Asks for what is done in a dialog, or by what is loaded later. */
  ask: (id: ListShortcut, taskId: string) => void;
  endEdit: () => void;
  /** `base` is the stamp of the title that the edit began from. */
  rename: (taskId: string, title: string, base: string | null) => void;
  reorder: (taskId: string, to: 'up' | 'down' | 'top' | 'bottom') => void;
  drop: ((drop: RowDrop) => void) | undefined;
  left: (taskId: string) => void;
}

type Held = Pick<MouseEvent, 'ctrlKey' | 'metaKey' | 'shiftKey'>;

interface TaskRowProps {
  row: TaskRowData;
  rowIndex: number;
  today: string;
  labels: ReadonlyMap<string, Label>;
  projects: readonly Project[];
  editing: RowEditing;
  isActive: boolean;
  /** Shown in the panel. */
  isShown: boolean;
  isSelected: boolean;
  /** Its circle was pressed: that is answered in the next frame, the tick itself comes when it is on disk. */
  isPressed: boolean;
  isLeaving: boolean;
  isConflicted: boolean;
  /** Changes of it have been waiting to be sent for a while. */
  isWaiting: boolean;
  commentCount: number;
  /** The person may only look at it. */
  isLocked: boolean;
  canReorder: boolean;
  actions: TaskActions;
  on: RowCallbacks;
}

const indents = ['ps-0', 'ps-7', 'ps-14', 'ps-20', 'ps-24', 'ps-28'];

/** One task of the list: one row of a grid, one tab stop while it is the active one. */
export const TaskRow = memo(function TaskRow(props: TaskRowProps) {
  const { rowIndex, isShown, isSelected, ...cellProps } = props;
  const { row, isActive, isLeaving, canReorder, on } = props;
  const { task, depth } = row;
  const element = useRef<HTMLDivElement>(null);
  const handle = useRef<HTMLDivElement>(null);
  const { side, isDragging } = useRowDrag({
    taskId: task.id,
    row: element,
    handle,
    canNest: canReorder,
    dragged: on.dragged,
    onDrop: on.drop,
  });
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the list listens to keys for all rows
    <div
      ref={element}
      role="row"
      aria-rowindex={rowIndex}
      aria-selected={isSelected}
      aria-current={isShown || undefined}
      data-testid="task-row"
      data-task-id={task.id}
      data-status={isLeaving ? 'done' : task.status}
      data-leaving={isLeaving ? '' : undefined}
      tabIndex={isActive ? 0 : -1}
      onFocus={() => on.activate(task.id)}
      // With Shift the browser would select text.
      onMouseDown={(event) => (event.shiftKey ? event.preventDefault() : undefined)}
      onClick={(event) => on.press(task.id, event)}
      onAnimationEnd={(event) => {
        if (event.animationName === 'row-leave') on.left(task.id);
      }}
      className={classNames(
        'group/row relative flex h-full cursor-default items-center gap-1 rounded-control pe-1 focus-visible:outline-offset-[-2px]',
        indents[depth],
        isSelected && 'selected-row bg-accent-soft',
        !isSelected && (isShown ? 'bg-raised' : 'hover:bg-raised/70'),
        isDragging && 'opacity-40',
        isLeaving && 'animate-row-leave',
      )}
    >
      <RowCells {...cellProps} handle={handle} />
      {side === null ? null : (
        <div
          aria-hidden="true"
          className={classNames('pointer-events-none absolute', dropMarks[side])}
        />
      )}
    </div>
  );
});

/** What is in a row. Apart from the row itself, as most of what moves a row changes nothing in it. */
const RowCells = memo(function RowCells(
  props: Omit<TaskRowProps, 'rowIndex' | 'isShown' | 'isSelected'> & {
    handle: RefObject<HTMLDivElement | null>;
  },
) {
  const { row, today, editing, isActive, isLeaving, canReorder, actions, handle, on } = props;
  const { task, depth } = row;
  const { tasks: words } = useMessages();
  const isDone = isLeaving || task.status === 'done';
  const isClosed = isDone || task.status === 'cancelled';
  const tabIndex = isActive ? 0 : -1;
  const isDating = editing !== undefined && editing.name !== 'title';
  return (
    <>
      <div role="gridcell" className="flex shrink-0 items-center">
        <div
          ref={handle}
          title={on.drop === undefined ? undefined : words.handle}
          className="flex h-8 w-4 items-center justify-center text-transparent group-hover/row:text-muted pointer-coarse:hidden"
        >
          {on.drop === undefined || props.isLocked ? null : (
            <GripVertical className="size-4 cursor-grab" aria-hidden="true" />
          )}
        </div>
        <Checkbox
          isChecked={isDone}
          isPressed={props.isPressed}
          isLocked={props.isLocked}
          label={
            isClosed ? words.reopen({ title: task.title }) : words.complete({ title: task.title })
          }
          tone={checkboxTones[task.priority]}
          testId="task-checkbox"
          tabIndex={tabIndex}
          onToggle={() => on.toggleDone(task.id)}
        />
      </div>
      <div
        role="gridcell"
        className="flex min-w-0 grow flex-col justify-center sm:flex-row sm:items-center sm:gap-3"
      >
        <div className="min-w-0 sm:grow" onDoubleClick={() => on.edit(task.id, 'title')}>
          {depth > 0 ? (
            <span className="sr-only">{words.subtaskLevel({ level: depth })}</span>
          ) : null}
          {editing?.name === 'title' ? (
            <TitleEditor
              title={task.title}
              onSave={(title) => on.rename(task.id, title, editing.base)}
              onEnd={on.endEdit}
            />
          ) : (
            <span
              data-testid="task-title"
              dir="auto"
              className={classNames(
                'block truncate',
                isClosed && 'text-muted line-through decoration-edge decoration-1',
                isLater(task, today) && 'text-muted',
              )}
            >
              {task.title}
            </span>
          )}
        </div>
        <div className="flex min-w-0 shrink-0 items-center gap-3 overflow-hidden empty:hidden sm:max-w-[60%]">
          <TaskChips
            task={task}
            project={row.project}
            labels={props.labels}
            isConflicted={props.isConflicted}
            commentCount={props.commentCount}
            today={today}
          />
          {props.isWaiting ? <WaitingMark /> : null}
        </div>
      </div>
      <div
        role="gridcell"
        className={classNames(
          // Not by opacity: thousands of half-transparent parts are a layer each to the browser.
          'flex shrink-0 items-center pointer-fine:[&_svg]:text-transparent pointer-fine:group-focus-within/row:[&_svg]:text-current pointer-fine:group-hover/row:[&_svg]:text-current',
          isDating && '[&_svg]:text-current!',
        )}
      >
        {isDating ? (
          <Suspense>
            <ScheduleButton
              task={task}
              date={editing.name === 'deadline' ? 'dueDate' : 'startDate'}
              actions={actions}
              opensAtOnce
              onClosed={on.endEdit}
              trigger={
                <IconButton label={words.due} tabIndex={tabIndex}>
                  <CalendarPlus />
                </IconButton>
              }
            />
          </Suspense>
        ) : null}
        <TaskMenu
          task={task}
          actions={actions}
          projects={props.projects}
          tabIndex={tabIndex}
          onOpenTask={() => on.open(task.id)}
          onRename={() => on.edit(task.id, 'title')}
          onSchedule={(what) => on.edit(task.id, what)}
          onAsk={(id) => on.ask(id, task.id)}
          onReorder={canReorder ? (to) => on.reorder(task.id, to) : undefined}
        />
      </div>
    </>
  );
});

const dropMarks = {
  before: 'inset-x-2 -top-px h-0.5 rounded-full bg-accent',
  after: 'inset-x-2 -bottom-px h-0.5 rounded-full bg-accent',
  inside: 'inset-0 rounded-control border-2 border-accent',
};

const checkboxTones = {
  none: 'neutral',
  low: 'neutral',
  medium: 'low',
  high: 'medium',
  urgent: 'high',
} as const;
