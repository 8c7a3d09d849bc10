import { useFormats } from '#client/i18n/language.ts';
import { useEffect, useMemo, useRef } from 'react';
import { useStore } from '#client/store/store-context.ts';
import { fullDate } from './due-date.ts';
import { moveToDay } from './plan-commands.ts';
import type { TaskRowData } from './task-rows.ts';
import { usePlanWords } from '#client/i18n/compiled/use-plan-words.ts';
import type { RowDrop } from './use-row-drag.ts';
import type { TaskActions } from './use-task-actions.ts';

/** Moves a dropped task to a day and says so, with Undo; the same object while the list changes under it. */
export function useMoveToDay(of: {
  rows: readonly TaskRowData[];
  today: string;
  actions: TaskActions;
}): { toDate: (taskId: string, date: string) => void; besideTask: (drop: RowDrop) => void } {
  const { actions } = of;
  const store = useStore();
  const words = usePlanWords();
  const formats = useFormats();
  const latest = useRef(of);
  useEffect(() => {
    latest.current = of;
  });
  return useMemo(() => {
    const taskOf = (taskId: string) =>
      latest.current.rows.find(({ task }) => task.id === taskId)?.task;
    const move = async (taskId: string, dueDate: string) => {
      // Nobody plans for a day that is over.
      const title = taskOf(taskId)?.title;
      if (title === undefined || dueDate < latest.current.today) return;
      const batch = await moveToDay(store, { taskId, dueDate });
      if (batch !== undefined)
        actions.notify(words.movedToDay({ title, day: fullDate(dueDate, formats) }));
    };
    return {
      toDate: (taskId, date) => void move(taskId, date),
      besideTask: ({ taskId, besideId }) => {
        const date = taskOf(besideId)?.dueDate ?? null;
        if (date !== null) void move(taskId, date);
      },
    };
  }, [store, actions, words, formats]);
}
