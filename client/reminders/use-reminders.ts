import { useCallback, useEffect, useMemo, useState } from 'react';
import type { AppStore } from '#client/store/app-store.ts';
import { useStore } from '#client/store/store-context.ts';
import { useLive } from '#client/store/use-live.ts';
import { useTiming } from '#client/ui/timing.ts';
import type { Project } from '#shared/project';
import { reminderTimes } from '#shared/reminder-times';
import type { Task } from '#shared/task';
import {
  closeReminders,
  type DueReminder,
  nextTurnMs,
  type OpenReminder,
  turnPage,
} from './reminder-book.ts';
import { bookKey, type BookStorage, readBook, writeBook } from './reminder-storage.ts';
import { type LeadLocks, useLead } from './use-lead.ts';

/** What showing reminders needs of the page. */
export interface ReminderPage {
  storage: BookStorage;
  locks: LeadLocks;
  /** The zone of this device now: it changes when one travels. */
  zone: () => string;
}

/** Reminders that stand on this tab's screen, and how to take one away. */
export interface Reminders {
  open: readonly OpenReminder[];
  close: (reminders: readonly DueReminder[]) => void;
}

/** Sleep, a clock that was set and a frozen tab are noticed after this long at the latest. */
const checkEveryMs = 20_000;
const none: readonly OpenReminder[] = [];
const openTasks = { trashedAt: null, status: { $in: ['todo', 'in_progress'] } };

/** The reminders that this tab has to show: all that are open if it leads, else none. */
export function useReminders({ storage, locks, zone }: ReminderPage): Reminders {
  const store = useStore();
  const timing = useTiming();
  const { userId } = store;
  const name = bookKey(userId);
  const isLeading = useLead(locks, name);
  const tasks = useRemindedTasks(store);
  const [open, setOpen] = useState(none);

  useEffect(() => {
    if (!isLeading || tasks === undefined) return undefined;
    let cancel = () => {};
    const turn = () => {
      cancel();
      const nowMs = Date.parse(store.now());
      const times = timesOf(tasks, zone());
      const book = readBook(storage, { userId, nowMs });
      const next = turnPage(book, { times, nowMs });
      // Also the first, empty page: from it on reminders count as missed.
      if (next !== book || storage.getItem(name) === null) writeBook(storage, userId, next);
      setOpen((shown) => (isSame(shown, next.open) ? shown : next.open));
      cancel = timing.after(nextTurnMs(times, { nowMs, atMostMs: checkEveryMs }), turn);
    };
    turn();
    const stop = onLookedAt(turn);
    return () => {
      cancel();
      stop();
      setOpen(none);
    };
  }, [isLeading, tasks, store, storage, userId, name, zone, timing]);

  const close = useCallback(
    (reminders: readonly DueReminder[]) => {
      const book = readBook(storage, { userId, nowMs: Date.parse(store.now()) });
      const next = closeReminders(book, reminders);
      writeBook(storage, userId, next);
      setOpen(next.open);
    },
    [storage, store, userId],
  );
  return { open, close };
}

/** Open tasks with reminders whose project is not in the trash: that hides its tasks (R7). Undefined until they are read. */
function useRemindedTasks(store: AppStore): readonly Task[] | undefined {
  const tasks = useLive<readonly Task[] | undefined>(
    useMemo(() => store.live<Task>({ kind: 'task', selector: openTasks }), [store]),
    undefined,
  );
  const projects = useLive<readonly Project[] | undefined>(
    useMemo(() => store.live<Project>({ kind: 'project' }), [store]),
    undefined,
  );
  return useMemo(() => {
    if (tasks === undefined || projects === undefined) return undefined;
    const trashed = projects.filter(({ trashedAt }) => trashedAt !== null);
    const trashedIds = new Set<string | null>(trashed.map(({ id }) => id));
    return tasks.filter(
      ({ reminders, projectId }) => reminders.length > 0 && !trashedIds.has(projectId),
    );
  }, [tasks, projects]);
}

function timesOf(tasks: readonly Task[], zone: string): DueReminder[] {
  return tasks.flatMap((task) =>
    reminderTimes(task, zone).map(({ atMs }) => ({ taskId: task.id, atMs })),
  );
}

function onLookedAt(run: () => void): () => void {
  document.addEventListener('visibilitychange', run);
  window.addEventListener('focus', run);
  return () => {
    document.removeEventListener('visibilitychange', run);
    window.removeEventListener('focus', run);
  };
}

function isSame(a: readonly OpenReminder[], b: readonly OpenReminder[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
