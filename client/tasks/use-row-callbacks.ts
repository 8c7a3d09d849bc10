import { useEffect, useMemo, useRef } from 'react';
import { useMessages } from '#client/i18n/messages.ts';
import type { AppStore } from '#client/store/app-store.ts';
import { useStore } from '#client/store/store-context.ts';
import { useAnnounce } from '#client/ui/live-region.tsx';
import type { RowCallbacks } from './task-row.tsx';
import type { TaskRowData } from './task-rows.ts';
import type { RowDrop } from './use-row-drag.ts';
import type { TaskActions } from './use-task-actions.ts';
import type { ViewRows } from './use-view-rows.ts';

type ListCallbacks = Pick<RowCallbacks, 'toggleDone' | 'open' | 'reorder' | 'drop' | 'left'>;

/** What rows ask of their list, as one object that stays the same while the list changes under it. */
export function useRowCallbacks(of: {
  actions: TaskActions;
  viewRows: ViewRows;
  today: string;
  canReorder: boolean;
  onOpen: (taskId: string) => void;
}): ListCallbacks {
  const { actions, canReorder } = of;
  const store = useStore();
  const announce = useAnnounce();
  const { tasks: words } = useMessages();
  const latest = useRef(of);
  useEffect(() => {
    latest.current = of;
  });
  return useMemo(() => {
    const { commands, quietly } = actions;
    const place = async (drop: RowDrop) => {
      // Read before the move: afterwards the list may or may not have been shown anew.
      const rows = latest.current.viewRows.rows ?? [];
      const title = rows.find(({ task }) => task.id === drop.taskId)?.task.title;
      const others = rows.filter(({ task }) => task.id !== drop.taskId);
      const besideAt = others.findIndex(({ task }) => task.id === drop.besideId);
      const position = besideAt + (drop.side === 'before' ? 1 : 2);
      const batch = await quietly(commands.placeBeside(drop));
      if (batch !== undefined && title !== undefined) {
        announce(words.moved({ title, position, count: rows.length }));
      }
    };
    return {
      toggleDone: (taskId) => toggleDone({ ...latest.current, store, taskId }),
      open: (taskId) => latest.current.onOpen(taskId),
      left: (taskId) => latest.current.viewRows.left(taskId),
      reorder: (taskId, to) => {
        if (!latest.current.canReorder) return;
        const drop = besideWhich(latest.current.viewRows.rows ?? [], taskId, to);
        if (drop !== undefined) void place(drop);
      },
      drop: canReorder ? (drop) => void place(drop) : undefined,
    };
  }, [actions, announce, canReorder, store, words]);
}

/** Completes an open task, which stays in sight for a moment, and opens a closed one again. */
function toggleDone(of: {
  store: AppStore;
  actions: TaskActions;
  viewRows: ViewRows;
  today: string;
  taskId: string;
}): void {
  const { store, actions, viewRows, today, taskId } = of;
  const { commands } = actions;
  const status = store.current(taskId)?.['status'];
  if (status === undefined) return;
  if (status === 'done' || status === 'cancelled') {
    viewRows.left(taskId);
    void actions.quietly(commands.setStatus(taskId, 'todo'));
    return;
  }
  const row = viewRows.rows?.find(({ task }) => task.id === taskId);
  if (row !== undefined) viewRows.leave(row.task);
  void actions.tell(commands.complete(taskId, today)).catch((error: unknown) => {
    viewRows.left(taskId);
    throw error;
  });
}

/** The sibling beside which a step up or down, or to an end, puts a task; undefined where there is none. */
function besideWhich(
  rows: readonly TaskRowData[],
  taskId: string,
  to: 'up' | 'down' | 'top' | 'bottom',
): RowDrop | undefined {
  const moved = rows.find(({ task }) => task.id === taskId);
  if (moved === undefined) return undefined;
  const { projectId, parentId } = moved.task;
  const siblings = rows.filter(
    ({ task, depth }) =>
      depth === moved.depth && task.projectId === projectId && task.parentId === parentId,
  );
  const at = siblings.findIndex(({ task }) => task.id === taskId);
  const steps = { up: at - 1, down: at + 1, top: 0, bottom: siblings.length - 1 };
  const besideId = siblings[steps[to]]?.task.id;
  if (besideId === undefined || besideId === taskId) return undefined;
  return { taskId, besideId, side: to === 'up' || to === 'top' ? 'before' : 'after' };
}
