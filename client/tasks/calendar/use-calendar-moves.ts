import { useEffect, useMemo, useRef } from 'react';
import { useStore } from '#client/store/store-context.ts';
import { useAnnounce } from '#client/ui/live-region.tsx';
import { addDays, fullDate } from '../due-date.ts';
import type { DragListener } from '../planner/drag-session.ts';
import { readTask } from '../task-change.ts';
import type { TaskActions } from '../use-task-actions.ts';
import { useViewsWords } from '../use-views-words.ts';
import { moveOnCalendar } from './calendar-commands.ts';
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
  const words = useViewsWords().calendar;
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
      const day = fullDate(to.dueDate);
      const when = typeof to.dueTime === 'string' ? words.at({ day, time: to.dueTime }) : day;
      const hasMovedDay = task.dueDate !== to.dueDate;
      const say = task.recurrence !== null && hasMovedDay ? words.movedOne : words.moved;
      actions.notify(say({ title: task.title, day: when }));
    };
    return {
      moveBy: (taskId, days) => {
        const from = readTask(store, taskId)?.dueDate ?? latest.current.today;
        void move(taskId, { dueDate: addDays(from, days) });
      },
      lifted: (taskId) => announce(words.lifted(titleOf(taskId))),
      cameOver: (_, zone) => announce(words.over(fullDate(dateOf(zone)))),
      cancelled: (taskId) => announce(words.cancelled(titleOf(taskId))),
      dropped: (taskId, { zone, offsetPx }) => {
        const dueDate = dateOf(zone);
        if (zone.startsWith('timed ')) {
          void move(taskId, { dueDate, dueTime: timeAt(offsetPx, hourPx) });
        } else if (zone.startsWith('all-day ')) void move(taskId, { dueDate, dueTime: null });
        else void move(taskId, { dueDate });
      },
    };
  }, [store, actions, announce, words]);
}

/** Zones are a date, or `all-day` or `timed` and a date. */
function dateOf(zone: string): string {
  return zone.slice(-10);
}
