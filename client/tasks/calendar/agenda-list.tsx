import { CalendarClock, Repeat } from 'lucide-react';
import { type KeyboardEvent, Suspense, use, useRef, useState } from 'react';
import { lazy } from '#client/ui/lazy.ts';
import { useCalendarWords } from '#client/i18n/compiled/use-calendar-words.ts';
import { useFormats } from '#client/i18n/language.ts';
import type { Label } from '#shared/label';
import type { Project } from '#shared/project';
import { useMessages } from '#client/i18n/messages.ts';
import { findShortcut, strokeOf } from '#client/keys/find-shortcut.ts';
import { OwnKeysContext } from '#client/keys/own-keys.ts';
import { IconButton } from '#client/ui/button.tsx';
import { Checkbox } from '#client/ui/checkbox.tsx';
import { classNames } from '#client/ui/class-names.ts';
import { useDragged } from '../planner/drag-session.ts';
import { useDragSource } from '../planner/use-drag.ts';
import { asSeen } from '../planner/use-planner-keys.ts';
import { priorities } from '../priority-flag.tsx';
import { TaskChips } from '../task-chips.tsx';
import { TaskMenu } from '../task-menu.tsx';
import type { RowCallbacks } from '../task-row.tsx';
import type { TaskActions } from '../use-task-actions.ts';
import type { CalendarItem } from './place-on-days.ts';

const ScheduleButton = lazy(async () => ({
  default: (await import('../schedule-button.tsx')).ScheduleButton,
}));

/** What the tasks of a day are shown with. */
export interface AgendaProps {
  today: string;
  projects: readonly Project[];
  labels: ReadonlyMap<string, Label>;
  conflictedIds: ReadonlySet<string>;
  commentCounts: ReadonlyMap<string, number>;
  hasSingleKeys: boolean;
  actions: TaskActions;
  onOpenTask: (taskId: string) => void;
  onToggleDone: (taskId: string) => void;
  onMoveBy: (taskId: string, days: number) => void;
}

/** What dates a task has are set by: as in a list, the start, or the deadline. */
type AskedDate = Exclude<Parameters<RowCallbacks['edit']>[1], 'title'>;

const daysByKey = { 'move-left': -1, 'move-right': 1, 'move-up': -7, 'move-down': 7 };

/** The tasks of one day as a list with one tab stop; Alt with an arrow moves a task by a day or a week. */
export function AgendaList({
  label,
  items,
  ...props
}: AgendaProps & { label: string; items: readonly CalendarItem[] }) {
  const list = useRef<HTMLUListElement>(null);
  const own = use(OwnKeysContext);
  const [activeIndex, setActiveIndex] = useState(0);
  const [dating, setDating] = useState<{ taskId: string; date: AskedDate }>();
  const active = Math.min(activeIndex, items.length - 1);
  const focusAt = (index: number) => {
    const at = Math.min(Math.max(index, 0), items.length - 1);
    setActiveIndex(at);
    list.current?.querySelectorAll<HTMLElement>('[data-agenda-item]')[at]?.focus();
  };
  const handleKey = (event: KeyboardEvent) => {
    const item = items[active];
    const isOnItem = event.target instanceof Element && event.target.matches('[data-agenda-item]');
    if (item === undefined || !isOnItem) return;
    const asked = { strokes: strokeOf(event), hasSingleKeys: props.hasSingleKeys, own };
    const pressed = findShortcut('grid', asked) ?? findShortcut('list', asked);
    if (pressed === undefined) return;
    const id = asSeen(pressed);
    const { task } = item;
    const priority = priorities.find((value) => id === `priority-${value}`);
    if (id === 'next' || id === 'previous') focusAt(active + (id === 'next' ? 1 : -1));
    else if (id === 'first' || id === 'last') focusAt(id === 'first' ? 0 : items.length - 1);
    else if (id === 'open' || id === 'peek') props.onOpenTask(task.id);
    else if (item.isGhost) return;
    else if (id === 'done') props.onToggleDone(task.id);
    else if (id === 'schedule' || id === 'deadline') setDating({ taskId: task.id, date: id });
    else if (id === 'trash') void props.actions.tell(props.actions.commands.trash(task.id));
    else if (priority !== undefined) {
      void props.actions.quietly(props.actions.commands.setPriority(task.id, priority));
    } else if (isMove(id)) {
      props.onMoveBy(task.id, daysByKey[id]);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- hears of keys on its items
    <ul ref={list} aria-label={label} onKeyDown={handleKey} className="flex flex-col">
      {items.map((item, index) => (
        <li key={`${item.task.id}${item.isGhost ? '~' : ''}`}>
          <AgendaItem
            {...props}
            item={item}
            tabIndex={index === active ? 0 : -1}
            dating={item.task.id === dating?.taskId && !item.isGhost ? dating.date : undefined}
            onActivate={() => setActiveIndex(index)}
            onDate={(date) => {
              setDating(date && { taskId: item.task.id, date });
              if (date === undefined) focusAt(index);
            }}
          />
        </li>
      ))}
    </ul>
  );
}

function isMove(id: string): id is keyof typeof daysByKey {
  return id in daysByKey;
}

function AgendaItem({
  item,
  tabIndex,
  dating,
  onActivate,
  onDate,
  ...props
}: AgendaProps & {
  item: CalendarItem;
  tabIndex: number;
  dating: AskedDate | undefined;
  onActivate: () => void;
  onDate: (date: AskedDate | undefined) => void;
}) {
  const { task, isGhost } = item;
  const { tasks: words } = useMessages();
  const own = useCalendarWords();
  const formats = useFormats();
  const element = useRef<HTMLDivElement>(null);
  useDragSource(task.id, element);
  const isLifted = useDragged((drag) => drag?.taskId === task.id);
  const isDone = task.status === 'done';
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- the list listens to keys for all items
    <div
      ref={isGhost ? undefined : element}
      role="group"
      aria-label={isGhost ? own.ghost({ title: task.title }) : task.title}
      data-agenda-item
      data-testid={isGhost ? 'agenda-ghost' : 'agenda-item'}
      data-task-id={task.id}
      tabIndex={tabIndex}
      onFocus={onActivate}
      onClick={() => props.onOpenTask(task.id)}
      className={classNames(
        'group/item flex min-h-11 py-1 cursor-default touch-manipulation items-center gap-1 rounded-control pe-1 select-none hover:bg-raised/70 focus-visible:outline-offset-[-2px]',
        isLifted && 'bg-surface opacity-40',
      )}
    >
      {isGhost ? (
        <span className="flex size-8 shrink-0 items-center justify-center text-muted pointer-coarse:size-11">
          <Repeat className="size-4" aria-hidden="true" />
        </span>
      ) : (
        <Checkbox
          isChecked={isDone}
          label={
            isDone ? words.reopen({ title: task.title }) : words.complete({ title: task.title })
          }
          testId="task-checkbox"
          tabIndex={tabIndex}
          onToggle={() => props.onToggleDone(task.id)}
        />
      )}
      {task.dueTime === null ? null : (
        <span className="tabular min-w-10 shrink-0 pe-1 text-xs text-muted">
          {formats.time(task.dueTime)}
        </span>
      )}
      <span className="flex min-w-0 grow flex-col">
        <span
          data-testid="agenda-title"
          dir="auto"
          className={classNames(
            'truncate',
            (isDone || isGhost) && 'text-muted',
            isDone && 'line-through decoration-edge',
          )}
        >
          {task.title}
        </span>
        <span className="flex min-w-0 gap-3 overflow-hidden empty:hidden">
          {isGhost ? (
            <span className="text-xs text-muted">{own.ghostMark}</span>
          ) : (
            <TaskChips
              task={{ ...task, dueDate: null }}
              project={item.project}
              labels={props.labels}
              isConflicted={props.conflictedIds.has(task.id)}
              commentCount={props.commentCounts.get(task.id) ?? 0}
              today={props.today}
            />
          )}
        </span>
      </span>
      {dating === undefined ? null : (
        <Suspense>
          <ScheduleButton
            task={task}
            actions={props.actions}
            date={dating === 'deadline' ? 'dueDate' : 'startDate'}
            opensAtOnce
            onClosed={() => onDate(undefined)}
            trigger={
              <IconButton label={words.due} tabIndex={tabIndex}>
                <CalendarClock />
              </IconButton>
            }
          />
        </Suspense>
      )}
      {isGhost ? null : (
        <TaskMenu
          task={task}
          actions={props.actions}
          projects={props.projects}
          tabIndex={tabIndex}
          onOpenTask={() => props.onOpenTask(task.id)}
          onSchedule={onDate}
        />
      )}
    </div>
  );
}
