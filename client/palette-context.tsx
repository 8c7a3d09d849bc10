import {
  ArrowDown,
  ArrowUp,
  Ban,
  CalendarClock,
  CalendarDays,
  CircleCheck,
  CircleDashed,
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
import { type ReactNode, use, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { useKeysWords } from '#client/i18n/compiled/use-keys-words.ts';
import { usePaletteWords } from '#client/i18n/compiled/use-palette-words.ts';
import { useMessages } from '#client/i18n/messages.ts';
import { ListRunnerContext } from '#client/keys/list-runner.ts';
import { keysOf } from '#client/keys/find-shortcut.ts';
import type { ListShortcut } from '#client/keys/shortcuts.ts';
import { entryOf } from '#client/palette-commands.tsx';
import type { PaletteEntry } from '#client/palette/palette-entries.ts';
import { useProjects } from '#client/projects/project-queries.ts';
import { useMayDo } from '#client/store/use-may-do.ts';
import { useDestinations } from '#client/tasks/use-destinations.ts';
import { priorities, PriorityFlag } from '#client/tasks/priority-flag.tsx';
import { useTask } from '#client/tasks/task-queries.ts';
import { useTaskActions } from '#client/tasks/use-task-actions.ts';
import type { Task } from '#shared/task';

const none: readonly PaletteEntry[] = [];

/** What can be done with the task whose row had the focus when the palette opened, or that is open in the panel. */
export function useContextEntries(): { title: string; entries: readonly PaletteEntry[] } {
  const [taskId] = useState(readTaskId);
  const task = useTask(taskId);
  const listEntries = useListEntries(task);
  const otherEntries = useOtherEntries(task);
  const entries = useMemo(() => [...listEntries, ...otherEntries], [listEntries, otherEntries]);
  const isUsable = task !== undefined && task.trashedAt === null;
  return isUsable ? { title: task.title, entries } : { title: '', entries: none };
}

/** What the keys of the list do, done by the list: only with a list that shows the task. */
function useListEntries(task: Task | undefined): readonly PaletteEntry[] {
  const runner = use(ListRunnerContext);
  const [location] = useLocation();
  const { tasks } = useMessages();
  const { labels } = useKeysWords();
  const mayEdit = useMayDo('edit')(task?.workspaceId ?? '');
  const canReorder = location !== '/today' && location !== '/search';
  return useMemo(() => {
    if (task === undefined || runner?.current()?.(task.id) === undefined) return none;
    if (!mayEdit) return [openEntry(labels.open, () => runner.current()?.(task.id)?.('open'))];
    const isOpen = task.status === 'todo' || task.status === 'in_progress';
    const done = isOpen
      ? tasks.complete({ title: task.title })
      : tasks.reopen({ title: task.title });
    const entry = (id: ListShortcut, icon: ReactNode, more: Partial<PaletteEntry> = {}) =>
      entryOf({
        id: `task-${id}`,
        title: labels[id],
        icon,
        keys: keysOf('list', id)[0],
        run: () => runner.current()?.(task.id)?.(id),
        ...more,
      });
    return [
      entry('done', <CircleCheck />, { title: done }),
      entry('schedule', <CalendarDays />),
      entry('deadline', <CalendarClock />),
      entry('repeat', <Repeat />),
      entry('labels', <Tag />),
      entry('move', <FolderInput />),
      openEntry(labels.open, () => runner.current()?.(task.id)?.('open')),
      entry('rename', <Pencil />),
      ...priorities
        .filter((value) => value !== task.priority)
        .map((value) => entry(`priority-${value}`, <PriorityFlag priority={value} />)),
      entry('duplicate', <CopyPlus />),
      entry('indent', <IndentIncrease />),
      ...(task.parentId === null ? [] : [entry('outdent', <IndentDecrease />)]),
      entry('trash', <Trash2 />),
      ...(canReorder ? [entry('move-up', <ArrowUp />), entry('move-down', <ArrowDown />)] : []),
    ];
  }, [task, mayEdit, runner, canReorder, labels, tasks]);
}

function openEntry(title: string, run: () => void): PaletteEntry {
  return entryOf({
    id: 'task-open',
    title,
    icon: <PanelRight />,
    keys: keysOf('list', 'open')[0],
    run,
  });
}

/** What only the menu of the row offers. */
function useOtherEntries(task: Task | undefined): readonly PaletteEntry[] {
  const { commands, tell, quietly } = useTaskActions();
  const mayEdit = useMayDo('edit')(task?.workspaceId ?? '');
  const projects = useDestinations(useProjects());
  const { tasks } = useMessages();
  const words = usePaletteWords();
  return useMemo(() => {
    if (task === undefined || !mayEdit) return none;
    const { id, status, projectId } = task;
    const isOpen = status === 'todo' || status === 'in_progress';
    const isStarted = status === 'in_progress';
    const start = () => void quietly(commands.setStatus(id, isStarted ? 'todo' : 'in_progress'));
    const cancel = () => void tell(commands.setStatus(id, 'cancelled'));
    const startTitle = isStarted ? tasks.markTodo : tasks.markInProgress;
    const places = [{ id: null, name: tasks.noProject }, ...projects];
    return [
      ...(isOpen
        ? [
            entryOf({ id: 'task-start', title: startTitle, icon: <CircleDashed />, run: start }),
            entryOf({ id: 'task-cancel', title: tasks.cancel, icon: <Ban />, run: cancel }),
          ]
        : []),
      ...places
        .filter((place) => place.id !== projectId)
        .map((place) =>
          entryOf({
            id: `task-to-${place.id ?? 'inbox'}`,
            title: words.moveToProject({ name: place.name }),
            icon: <FolderInput />,
            isQuiet: true,
            run: () => void tell(commands.moveToProject(id, place.id)),
          }),
        ),
    ];
  }, [task, mayEdit, commands, tell, quietly, projects, tasks, words]);
}

/** Read before the dialog takes the focus; empty where no task is meant. */
function readTaskId(): string {
  const row = document.activeElement?.closest<HTMLElement>('[data-task-id]');
  return row?.dataset['taskId'] ?? new URLSearchParams(window.location.search).get('task') ?? '';
}
