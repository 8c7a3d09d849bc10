import { useMemo } from 'react';
import { useLocation } from 'wouter';
import type { AppRootProps } from '#client/app-root.tsx';
import { hasList } from '#client/app-lists.ts';
import { createReminderCommands, snoozeEnd } from '#client/reminders/reminder-commands.ts';
import { ReminderCards } from '#client/reminders/reminder-cards.tsx';
import { useStore } from '#client/store/store-context.ts';
import { useTaskActions } from '#client/tasks/use-task-actions.ts';
import { useToday } from '#client/ui/timing.ts';

const zone = () => new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Shows reminders when they come, wherever one is in the app. */
export function ReminderView({ browser }: Pick<AppRootProps, 'browser'>) {
  const store = useStore();
  const tasks = useTaskActions();
  const today = useToday();
  const [location, navigate] = useLocation();
  const page = useMemo(
    () => ({ storage: browser.storage, locks: navigator.locks, zone }),
    [browser],
  );
  const actions = useMemo(() => {
    const commands = createReminderCommands(store);
    const open = (taskId: string) =>
      navigate(`${hasList(location) ? location : '/all'}?task=${taskId}`);
    return {
      onDone: (taskId: string) => void tasks.tell(tasks.commands.complete(taskId, today)),
      onSnooze: (taskId: string, snooze: Parameters<typeof snoozeEnd>[0]) => {
        const nowMs = Date.parse(store.now());
        void tasks.tell(commands.snooze(taskId, snoozeEnd(snooze, { nowMs, zone: zone() })));
      },
      onOpen: open,
      onCome: ({ taskId, title }: { taskId: string; title: string }) =>
        notify({ taskId, title, onOpen: open }),
    };
  }, [store, tasks, today, location, navigate]);
  return <ReminderCards page={page} actions={actions} />;
}

/** A page that is not looked at tells the system, where the person has allowed it before; one a reminder. */
function notify(of: { taskId: string; title: string; onOpen: (taskId: string) => void }): void {
  const isAllowed = 'Notification' in window && Notification.permission === 'granted';
  if (!isAllowed || document.visibilityState === 'visible') return;
  try {
    const notification = new Notification(of.title, { tag: of.taskId });
    notification.addEventListener('click', () => {
      window.focus();
      of.onOpen(of.taskId);
    });
  } catch {
    // Phones show notifications by the service worker only.
  }
}
