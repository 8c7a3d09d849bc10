import { use, useEffect, useMemo, useRef, useState } from 'react';
import { LanguageContext } from '#client/i18n/language.ts';
import { useMessages } from '#client/i18n/messages.ts';
import type { AppStore } from '#client/store/app-store.ts';
import { loadOnce } from '#client/store/load-once.ts';
import { useStore } from '#client/store/store-context.ts';
import { useAnnounce } from '#client/ui/live-region.tsx';
import type { RowCallbacks } from './task-row.tsx';
import type { RowDrop } from './use-row-drag.ts';
import type { ShownTask } from './use-shown-task.ts';
import type { TaskActions } from './use-task-actions.ts';
import type { ViewRows } from './use-view-rows.ts';

const loadDropping = loadOnce(() => import('./drop-tasks.ts'));

type Step = Parameters<RowCallbacks['reorder']>[1];
/** What a list does for its rows, besides what it knows by itself. */
export type ListCallbacks = Pick<
  RowCallbacks,
  'toggleDone' | 'open' | 'peek' | 'follow' | 'reorder' | 'drop' | 'left'
>;

/** What rows ask of their list, as one object that stays the same while the list changes under it. */
export function useRowCallbacks(of: {
  actions: TaskActions;
  viewRows: ViewRows;
  today: string;
  canReorder: boolean;
  shown: ShownTask;
}): ListCallbacks {
  const { actions, canReorder } = of;
  const store = useStore();
  const announce = useAnnounce();
  const { tasks: words } = useMessages();
  const language = use(LanguageContext);
  const latest = useRef(of);
  const [pressed] = useState(() => new Set<string>());
  useEffect(() => {
    latest.current = of;
  });
  return useMemo(() => {
    const run = async (drop: RowDrop | { taskId: string; to: Step }) => {
      // To the end of a list is to the end of all of it, not of the first rows.
      if ('to' in drop) await store.untilReady();
      const rows = latest.current.viewRows.rows ?? [];
      const { dropTasks, reorderTask } = await loadDropping();
      const context = { store, language, rows, actions, announce, moved: words.moved };
      await ('to' in drop ? reorderTask(drop, context) : dropTasks(drop, context));
    };
    return {
      toggleDone: (taskId) => toggleDone({ ...latest.current, store, pressed, taskId }),
      open: (taskId) => latest.current.shown.open(taskId),
      peek: (taskId) => latest.current.shown.peek(taskId),
      follow: (taskId) => latest.current.shown.follow(taskId),
      left: (taskId) => latest.current.viewRows.left(taskId),
      reorder: (taskId, to) => {
        if (latest.current.canReorder) void run({ taskId, to });
      },
      drop: canReorder ? (drop) => void run(drop) : undefined,
    };
  }, [actions, announce, canReorder, language, pressed, store, words]);
}

/**
 * Completes an open task, which stays in sight for a moment once that is on disk, and opens a closed one again. Until a
 * press is on disk the next one on the same circle is not heard: a task that comes back would do so twice.
 */
function toggleDone(of: {
  store: AppStore;
  actions: TaskActions;
  viewRows: ViewRows;
  today: string;
  /** The tasks whose circle was pressed, until that is on disk. */
  pressed: Set<string>;
  taskId: string;
}): void {
  const { store, actions, viewRows, pressed, taskId } = of;
  const status = store.current(taskId)?.['status'];
  if (status === undefined || pressed.has(taskId) || !actions.allows([taskId])) return;
  pressed.add(taskId);
  const { commands } = actions;
  const closes = !isClosed(status);
  const row = viewRows.rows?.find(({ task }) => task.id === taskId);
  if (!closes) viewRows.left(taskId);
  else if (row !== undefined) viewRows.leave(row.task);
  const running = closes ? commands.complete(taskId, of.today) : commands.setStatus(taskId, 'todo');
  const free = () => {
    pressed.delete(taskId);
    // Not done after all: its row does not leave.
    if (closes && !isClosed(store.current(taskId)?.['status'])) viewRows.left(taskId);
  };
  running.then(free, free);
  void (closes ? actions.tell(running) : actions.quietly(running));
}

const isClosed = (status: unknown) => status === 'done' || status === 'cancelled';
