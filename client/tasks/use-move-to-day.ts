import { useFormats } from '#client/i18n/language.ts';
import { useEffect, useMemo, useRef } from 'react';
import { useOrganiseWords } from '#client/i18n/compiled/use-organise-words.ts';
import { useStore } from '#client/store/store-context.ts';
import { fullDate } from './due-date.ts';
import { moveToDay } from './plan-commands.ts';
import type { TaskRowData } from './task-rows.ts';
import { usePlanWords } from '#client/i18n/compiled/use-plan-words.ts';
import type { RowDrop } from './use-row-drag.ts';
import type { TaskActions } from './use-task-actions.ts';

/** Moves dropped tasks to a day and says so, with Undo; the same object while the list changes under it. */
export function useMoveToDay(of: {
  rows: readonly TaskRowData[];
  today: string;
  actions: TaskActions;
}): {
  toDate: (taskIds: readonly string[], date: string) => void;
  besideTask: (drop: RowDrop) => void;
} {
  const { actions } = of;
  const store = useStore();
  const words = usePlanWords();
  const formats = useFormats();
  const { select } = useOrganiseWords();
  const latest = useRef(of);
  useEffect(() => {
    latest.current = of;
  });
  return useMemo(() => {
    const taskOf = (taskId: string | undefined) =>
      latest.current.rows.find(({ task }) => task.id === taskId)?.task;
    const move = async (taskIds: readonly string[], date: string) => {
      // Nobody plans for a day that is over.
      const title = taskOf(taskIds[0])?.title;
      if (title === undefined || date < latest.current.today) return;
      const batch = await moveToDay(store, { taskIds, date });
      if (batch === undefined) return;
      const isOne = taskIds.length === 1;
      actions.notify(
        isOne
          ? words.movedToDay({ title, day: fullDate(date, formats) })
          : select.scheduled({ count: taskIds.length }),
      );
    };
    return {
      toDate: (taskIds, date) => void move(taskIds, date),
      besideTask: ({ taskIds, besideId }) => {
        const beside = taskOf(besideId);
        const date = beside?.dueDate ?? beside?.startDate ?? null;
        if (date !== null) void move(taskIds, date);
      },
    };
  }, [store, actions, words, formats, select]);
}
