import { useEffect, useMemo, useRef } from 'react';
import { useCalendarWords } from '#client/i18n/compiled/use-calendar-words.ts';
import { useFormats } from '#client/i18n/language.ts';
import { useStore } from '#client/store/store-context.ts';
import { useAnnounce } from '#client/ui/live-region.tsx';
import { addDays, fullDate } from '../due-date.ts';
import type { DragListener } from '../planner/drag-session.ts';
import { readTask } from '../task-change.ts';
import type { TaskActions } from '../use-task-actions.ts';
import { moveOnCalendar } from './calendar-commands.ts';
import { dayOf } from './place-on-days.ts';
import { timeAt } from './time-slots.ts';
import { hourPx } from './week-view.tsx';

/** The ways in which a task moves on the calendar; each is one action, told with Undo. */
export interface CalendarMoves extends DragListener {
  moveBy: (taskId: string, days: number) => void;
}

/** See `CalendarMoves`; the same object while the calendar changes under it. */
export function useCalendarMoves(of: { today: string; actions: TaskActions }): CalendarMoves {
  const { actions } = of;
  const store = useStore();
  const announce = useAnnounce();
  const words = useCalendarWords();
  const formats = useFormats();
  const latest = useRef(of);
  useEffect(() => {
    latest.current = of;
  });
  return useMemo(() => {
    const titleOf = (taskId: string) => readTask(store, taskId)?.title ?? '';
    const move = async (taskId: string, to: { dueDate: string; dueTime?: string | null }) => {
      const task = readTask(store, taskId);
      if (task === undefined) return;
      const batch = await moveOnCalendar(store, { taskId, ...to });
      if (batch === undefined) return;
      const day = fullDate(to.dueDate, formats);
      const moved = { title: task.title, day };
      const isOne = task.recurrence !== null && task.dueDate !== to.dueDate;
      if (typeof to.dueTime === 'string') {
        const say = isOne ? words.movedOneToTime : words.movedToTime;
        actions.notify(say({ ...moved, time: formats.time(to.dueTime) }));
      } else actions.notify(isOne ? words.movedOne(moved) : words.moved(moved));
    };
    return {
      moveBy: (taskId, days) => {
        const { today } = latest.current;
        const task = readTask(store, taskId);
        const from = task === undefined ? today : (dayOf(task, today) ?? today);
        void move(taskId, { dueDate: addDays(from, days) });
      },
      lifted: (taskId) => announce(words.lifted({ title: titleOf(taskId) })),
      cameOver: (_, zone) => announce(words.over({ day: fullDate(dateOf(zone), formats) })),
      cancelled: (taskId) => announce(words.cancelled({ title: titleOf(taskId) })),
      dropped: (taskId, { zone, offsetPx }) => {
        const dueDate = dateOf(zone);
        if (zone.startsWith('timed ')) {
          void move(taskId, { dueDate, dueTime: timeAt(offsetPx, hourPx) });
        } else if (zone.startsWith('all-day ')) void move(taskId, { dueDate, dueTime: null });
        else void move(taskId, { dueDate });
      },
    };
  }, [store, actions, announce, words, formats]);
}

/** Zones are a date, or `all-day` or `timed` and a date. */
function dateOf(zone: string): string {
  return zone.slice(-10);
}
