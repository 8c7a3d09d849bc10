import {
  ArrowDown,
  ArrowDownToLine,
  ArrowDownUp,
  ArrowUp,
  ArrowUpToLine,
  Ban,
  CalendarClock,
  CalendarDays,
  CircleDashed,
  Columns3,
  CopyPlus,
  FolderInput,
  IndentDecrease,
  IndentIncrease,
  PanelRight,
  Pencil,
  Repeat,
  Tag,
  Trash2,
} from 'lucide-react';
import { type ReactNode, Suspense, use } from 'react';
import { useMessages } from '#client/i18n/messages.ts';
import { useDatesWords } from '#client/i18n/compiled/use-dates-words.ts';
import { useOrganiseWords } from '#client/i18n/compiled/use-organise-words.ts';
import { ListRunnerContext } from '#client/keys/list-runner.ts';
import { type ListShortcut, shortcuts } from '#client/keys/shortcuts.ts';
import { useMayDo } from '#client/store/use-may-do.ts';
import { lazy } from '#client/ui/lazy.ts';
import { Menu, MenuItem, MenuLine, SubMenu } from '#client/ui/menu.tsx';
import { useMediaQuery } from '#client/ui/use-media-query.ts';
import { priorities, PriorityFlag } from './priority-flag.tsx';
import { LookItems } from './look-items.tsx';
import type { TaskMenuProps } from './task-menu.tsx';

const ProjectItems = lazy(async () => ({
  default: (await import('./project-items.tsx')).ProjectItems,
}));

/** Everything that can be done with a task, by click: also each move that can be dragged (WCAG 2.5.7). */
export function OpenTaskMenu({ trigger, ...props }: TaskMenuProps & { trigger: ReactNode }) {
  const { tasks: words } = useMessages();
  return (
    <Menu trigger={trigger} label={words.menu({ title: props.task.title })} align="end" startsOpen>
      {useMayDo('edit')(props.task.workspaceId) ? (
        <TaskMenuItems {...props} />
      ) : (
        <LookItems onOpenTask={props.onOpenTask} />
      )}
    </Menu>
  );
}

function TaskMenuItems({ task, actions, projects, ...on }: TaskMenuProps) {
  const { tasks: words } = useMessages();
  const { commands, tell, quietly } = actions;
  const runner = use(ListRunnerContext);
  // Beside the list, in the panel, the list that shows the task does it.
  const ask = on.onAsk ?? runner?.current()?.(task.id);
  const isOpen = task.status === 'todo' || task.status === 'in_progress';
  return (
    <>
      {on.onOpenTask === undefined ? null : (
        <MenuItem icon={<PanelRight />} keys={shortcuts.list.open[0]} onSelect={on.onOpenTask}>
          {words.open}
        </MenuItem>
      )}
      {on.onRename === undefined ? null : (
        <MenuItem icon={<Pencil />} keys={shortcuts.list.rename[0]} onSelect={on.onRename}>
          {words.rename}
        </MenuItem>
      )}
      {on.onSchedule === undefined ? null : <DateItems onSchedule={on.onSchedule} />}
      <SubMenu icon={<PriorityFlag priority={task.priority} />} title={words.priority}>
        {priorities.map((value) => (
          <MenuItem
            key={value}
            icon={<PriorityFlag priority={value} />}
            keys={shortcuts.list[`priority-${value}`][0]}
            isChecked={task.priority === value}
            onSelect={() => void quietly(commands.setPriority(task.id, value))}
          >
            {words.priorities[value]}
          </MenuItem>
        ))}
      </SubMenu>
      {ask === undefined ? (
        <SubMenu icon={<FolderInput />} title={words.moveToProject}>
          <Suspense>
            <ProjectItems task={task} actions={actions} projects={projects} />
          </Suspense>
        </SubMenu>
      ) : (
        <ToolItems task={task} ask={ask} />
      )}
      {on.moves === undefined ? null : <MoveItems moves={on.moves} />}
      {on.onReorder === undefined ? null : <ReorderItems onReorder={on.onReorder} />}
      <MenuLine />
      {isOpen ? (
        <>
          <MenuItem
            icon={<CircleDashed />}
            onSelect={() => {
              const status = task.status === 'in_progress' ? 'todo' : 'in_progress';
              void quietly(commands.setStatus(task.id, status));
            }}
          >
            {task.status === 'in_progress' ? words.markTodo : words.markInProgress}
          </MenuItem>
          <MenuItem
            icon={<Ban />}
            onSelect={() => void tell(commands.setStatus(task.id, 'cancelled'))}
          >
            {words.cancel}
          </MenuItem>
        </>
      ) : null}
      <MenuItem
        icon={<Trash2 />}
        keys={shortcuts.list.trash[0]}
        isDanger
        onSelect={() => void tell(commands.trash(task.id))}
      >
        {words.trash}
      </MenuItem>
    </>
  );
}

/** What needs more room than a menu, or is about several tasks. */
function ToolItems({
  task,
  ask,
}: {
  task: TaskMenuProps['task'];
  ask: (id: ListShortcut) => void;
}) {
  const words = useOrganiseWords();
  const { tasks } = useMessages();
  const item = (
    id: 'repeat' | 'labels' | 'move' | 'duplicate' | 'indent' | 'outdent',
    of: ToolWords,
  ) => (
    <MenuItem
      icon={of.icon}
      keys={shortcuts.list[id][0]}
      testId={`menu-${id}`}
      onSelect={() => ask(id)}
    >
      {of.text}
    </MenuItem>
  );
  return (
    <>
      {item('repeat', { icon: <Repeat />, text: words.select.repeat })}
      {item('labels', { icon: <Tag />, text: tasks.labels })}
      {item('move', { icon: <FolderInput />, text: words.move.toOther })}
      {item('duplicate', { icon: <CopyPlus />, text: words.select.duplicate })}
      {item('indent', { icon: <IndentIncrease />, text: words.move.indent })}
      {task.parentId === null
        ? null
        : item('outdent', { icon: <IndentDecrease />, text: words.move.outdent })}
    </>
  );
}

interface ToolWords {
  icon: ReactNode;
  text: string;
}

function DateItems({ onSchedule }: { onSchedule: (what: 'schedule' | 'deadline') => void }) {
  const words = useDatesWords();
  return (
    <>
      <MenuItem
        icon={<CalendarDays />}
        keys={shortcuts.list.schedule[0]}
        onSelect={() => onSchedule('schedule')}
      >
        {words.setStart}
      </MenuItem>
      <MenuItem
        icon={<CalendarClock />}
        keys={shortcuts.list.deadline[0]}
        onSelect={() => onSchedule('deadline')}
      >
        {words.setDeadline}
      </MenuItem>
    </>
  );
}

/** Beside the menu where there is room, else in it. */
function MoveItems({ moves }: { moves: NonNullable<TaskMenuProps['moves']> }) {
  const { title, places, onMove } = moves;
  const isNarrow = useMediaQuery('(max-width: 639px)');
  if (isNarrow) {
    return places
      .filter(({ isHere }) => !isHere)
      .map((place) => (
        <MenuItem key={place.key} icon={<Columns3 />} onSelect={() => onMove(place.key)}>
          {place.title}
        </MenuItem>
      ));
  }
  return (
    <SubMenu icon={<Columns3 />} title={title}>
      {places.map(({ key, name, isHere }) => (
        <MenuItem key={key} isChecked={isHere} onSelect={() => onMove(key)}>
          {name}
        </MenuItem>
      ))}
    </SubMenu>
  );
}

/** Beside the menu where there is room, so that all of it is in sight, else in it. */
function ReorderItems({
  onReorder,
}: {
  onReorder: (to: 'up' | 'down' | 'top' | 'bottom') => void;
}) {
  const { tasks: words } = useMessages();
  const { move } = useOrganiseWords();
  const isNarrow = useMediaQuery('(max-width: 639px)');
  const items = (
    <>
      <MenuItem
        icon={<ArrowUp />}
        keys={shortcuts.list['move-up'][0]}
        onSelect={() => onReorder('up')}
      >
        {words.moveUp}
      </MenuItem>
      <MenuItem
        icon={<ArrowDown />}
        keys={shortcuts.list['move-down'][0]}
        onSelect={() => onReorder('down')}
      >
        {words.moveDown}
      </MenuItem>
      <MenuItem icon={<ArrowUpToLine />} onSelect={() => onReorder('top')}>
        {words.moveTop}
      </MenuItem>
      <MenuItem icon={<ArrowDownToLine />} onSelect={() => onReorder('bottom')}>
        {words.moveBottom}
      </MenuItem>
    </>
  );
  if (!isNarrow) {
    return (
      <SubMenu icon={<ArrowDownUp />} title={move.within}>
        {items}
      </SubMenu>
    );
  }
  return (
    <>
      <MenuLine />
      {items}
    </>
  );
}
