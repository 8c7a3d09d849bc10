import { useDeferredValue, useEffect, useMemo } from 'react';
import { useStore } from '#client/store/store-context.ts';
import { useLive } from '#client/store/use-live.ts';
import { useToday } from '#client/ui/timing.ts';
import type { Project } from '#shared/project';
import type { Task } from '#shared/task';
import { countDue } from './count-due.ts';

/** The number on the icon of the installed app. */
export type BadgePage = Pick<Navigator, 'setAppBadge' | 'clearAppBadge'>;

const openTasks = { trashedAt: null, status: { $in: ['todo', 'in_progress'] } };

/** Shows on the icon of the app how many tasks are due today or overdue, and nothing once nobody is signed in any more. */
export function AppBadge({ page }: { page: Partial<BadgePage> }) {
  const store = useStore();
  const today = useToday();
  const tasks = useLive<readonly Task[] | undefined>(
    useMemo(() => store.live<Task>({ kind: 'task', selector: openTasks }), [store]),
    undefined,
  );
  const projects = useLive<readonly Project[] | undefined>(
    useMemo(() => store.live<Project>({ kind: 'project' }), [store]),
    undefined,
  );
  // The list is painted first.
  const count = useDeferredValue(
    tasks === undefined || projects === undefined ? undefined : { tasks, projects },
  );
  const due = useMemo(() => count && countDue({ ...count, today }), [count, today]);
  useEffect(() => {
    if (due === undefined) return;
    // Where the system shows none there is nothing to tell anybody.
    page.setAppBadge?.(due).catch(() => undefined);
  }, [page, due]);
  useEffect(() => () => void page.clearAppBadge?.().catch(() => undefined), [page]);
  return null;
}
