import { AlignLeft, CalendarClock, ListChecks } from 'lucide-react';
import { memo, Suspense, useMemo, useRef } from 'react';
import { lazy } from '#client/ui/lazy.ts';
import { useBoardWords } from '#client/i18n/compiled/use-board-words.ts';
import type { Label } from '#shared/label';
import type { Project } from '#shared/project';
import { useMessages } from '#client/i18n/messages.ts';
import { Badge } from '#client/ui/badge.tsx';
import type { ListShortcut } from '#client/keys/shortcuts.ts';
import { IconButton } from '#client/ui/button.tsx';
import { Checkbox } from '#client/ui/checkbox.tsx';
import { classNames } from '#client/ui/class-names.ts';
import { useDragged } from '../planner/drag-session.ts';
import { useDragSource } from '../planner/use-drag.ts';
import { TaskChips } from '../task-chips.tsx';
import { TaskMenu } from '../task-menu.tsx';
import type { RowCallbacks, RowEditing } from '../task-row.tsx';
import { TitleEditor } from '../title-editor.tsx';
import type { TaskActions } from '../use-task-actions.ts';
import { WaitingMark } from '../waiting-mark.tsx';
import { asToldIn, type BoardCard } from './place-in-columns.ts';

const ScheduleButton = lazy(async () => ({
  default: (await import('../schedule-button.tsx')).ScheduleButton,
}));

/** What cards ask their board to do. The same object between renders, or every card would render again. */
export interface CardCallbacks {
  toggleDone: (taskId: string) => void;
  activate: (taskId: string) => void;
  open: (taskId: string) => void;
  /** Shows the task beside the board, where the focus stays, or shows it no more. */
  peek: RowCallbacks['peek'];
  /** Steps lead to another card: who peeks sees that one. */
  follow: RowCallbacks['follow'];
  edit: RowCallbacks['edit'];
  /** Asks for what is done in a dialog, or by what is loaded later. */
  ask: (id: ListShortcut, taskId: string) => void;
  endEdit: () => void;
  rename: (taskId: string, title: string, base: string | null) => void;
  reorder: (taskId: string, to: 'up' | 'down' | 'top' | 'bottom') => void;
  moveToColumn: (taskId: string, columnKey: string) => void;
}

/** What all cards of a board are shown with. */
export interface CardSurroundings {
  today: string;
  labels: ReadonlyMap<string, Label>;
  projects: readonly Project[];
  conflictedIds: ReadonlySet<string>;
  commentCounts: ReadonlyMap<string, number>;
  columns: readonly { key: string; name: string }[];
  canReorder: boolean;
  actions: TaskActions;
  on: CardCallbacks;
}

interface BoardCardProps extends CardSurroundings {
  card: BoardCard;
  label: string;
  columnKey: string;
  editing: RowEditing;
  isActive: boolean;
  isSelected: boolean;
  /** Changes of it have been waiting to be sent for a while. */
  isWaiting: boolean;
  /** The person may only look at it. */
  isLocked: boolean;
}

/** One task of a board: the title, and beneath it what is known of it. */
export const BoardCardView = memo(function BoardCardView(props: BoardCardProps) {
  const { card, isActive, isSelected, editing, on } = props;
  const { task } = card;
  const { tasks: words } = useMessages();
  const element = useRef<HTMLDivElement>(null);
  useDragSource(task.id, element);
  const isLifted = useDragged((drag) => drag?.taskId === task.id);
  const isClosed = task.status === 'done' || task.status === 'cancelled';
  const tabIndex = isActive ? 0 : -1;
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- the board listens to keys for all cards
    <div
      ref={element}
      role="group"
      aria-label={props.label}
      aria-current={isSelected ? 'true' : undefined}
      data-testid="board-card"
      data-task-id={task.id}
      data-status={task.status}
      tabIndex={tabIndex}
      onFocus={() => on.activate(task.id)}
      onClick={() => on.open(task.id)}
      className={classNames(
        'group/card press relative flex cursor-default touch-manipulation gap-0.5 rounded-card border bg-surface py-1.5 pe-1 ps-1 shadow-[0_1px_2px_oklch(0_0_0/0.05)] select-none',
        isSelected ? 'border-accent bg-accent-soft' : 'border-line hover:border-edge',
        isLifted && 'opacity-40',
      )}
    >
      <span className="-my-0.5">
        <Checkbox
          isChecked={task.status === 'done'}
          isLocked={props.isLocked}
          label={
            isClosed ? words.reopen({ title: task.title }) : words.complete({ title: task.title })
          }
          tone={checkboxTones[task.priority]}
          testId="task-checkbox"
          tabIndex={tabIndex}
          onToggle={() => on.toggleDone(task.id)}
        />
      </span>
      <div className="flex min-w-0 grow flex-col gap-1 py-1 pe-1 pointer-coarse:pe-11 pointer-coarse:py-2">
        {editing?.name === 'title' ? (
          <TitleEditor
            title={task.title}
            onSave={(title) => on.rename(task.id, title, editing.base)}
            onEnd={on.endEdit}
          />
        ) : (
          // The room for the menu is at the end of the card, not of the title, which may run the other way.
          <span className="pe-6 pointer-coarse:pe-0">
            <span
              data-testid="task-title"
              dir="auto"
              className={classNames(
                'line-clamp-3 text-[0.8125rem] leading-5 font-medium text-pretty break-words',
                isClosed && 'font-normal text-muted line-through decoration-edge decoration-1',
              )}
            >
              {task.title}
            </span>
          </span>
        )}
        <CardChips {...props} />
      </div>
      <CardTools {...props} tabIndex={tabIndex} />
    </div>
  );
});

function CardChips({ card, columnKey, commentCounts, conflictedIds, ...props }: BoardCardProps) {
  const { task, subtasks, project } = card;
  const words = useBoardWords();
  const { tasks } = useMessages();
  const shown = useMemo(() => asToldIn(columnKey, task), [task, columnKey]);
  const counted = words.subtasks(subtasks);
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-x-2.5 gap-y-0.5 empty:hidden">
      <TaskChips
        task={shown}
        project={project}
        labels={props.labels}
        isConflicted={conflictedIds.has(task.id)}
        commentCount={commentCounts.get(task.id) ?? 0}
        today={props.today}
      />
      {subtasks.total === 0 ? null : (
        <Badge icon={<ListChecks />} title={counted}>
          <span aria-hidden="true">{tasks.doneOf(subtasks)}</span>
          <span className="sr-only">{counted}</span>
        </Badge>
      )}
      {task.notes === '' || task.notes === undefined ? null : (
        <Badge icon={<AlignLeft />} title={words.hasNotes}>
          <span className="sr-only">{words.hasNotes}</span>
        </Badge>
      )}
      {props.isWaiting ? <WaitingMark /> : null}
    </div>
  );
}

/** What shows when a card is pointed at or has the focus: its menu, and the date while it is being set. */
function CardTools(props: BoardCardProps & { tabIndex: number }) {
  const { card, columns, columnKey, editing, actions, on, tabIndex } = props;
  const { task } = card;
  const isDating = editing !== undefined && editing.name !== 'title';
  const { tasks: words } = useMessages();
  const board = useBoardWords();
  return (
    <div
      className={classNames(
        'absolute end-1 top-1 flex items-center rounded-control bg-surface pointer-fine:opacity-0 pointer-fine:group-focus-within/card:opacity-100 pointer-fine:group-hover/card:opacity-100',
        isDating && 'opacity-100!',
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
                <CalendarClock />
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
        onReorder={props.canReorder ? (to) => on.reorder(task.id, to) : undefined}
        moves={{
          title: board.moveTo,
          places: columns.map(({ key, name }) => {
            return { key, name, title: board.moveToColumn({ name }), isHere: key === columnKey };
          }),
          onMove: (key) => on.moveToColumn(task.id, key),
        }}
      />
    </div>
  );
}

const checkboxTones = {
  none: 'neutral',
  low: 'neutral',
  medium: 'low',
  high: 'medium',
  urgent: 'high',
} as const;
