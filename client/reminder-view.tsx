import { useMemo } from 'react';
import { useLocation } from 'wouter';
import type { AppRootProps } from '#client/app-root.tsx';
import { hasList } from '#client/app-lists.ts';
import { readNoticeMemory } from '#client/notices/notice-memory.ts';
import { createReminderCommands, snoozeEnd } from '#client/reminders/reminder-commands.ts';
import { ReminderCards } from '#client/reminders/reminder-cards.tsx';
import { useStore } from '#client/store/store-context.ts';
import { useTaskActions } from '#client/tasks/use-task-actions.ts';
import { useToday } from '#client/ui/timing.ts';
import type { PushNotice } from '#shared/push-notice';

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
      onCome: (reminder: { taskId: string; title: string; atMs: number }) => {
        // Where the server tells this browser too, it brings the buttons along.
        const { isOn, isReached } = readNoticeMemory(browser.storage, store.userId);
        if (!isOn || !isReached || !navigator.onLine)
          notify({ ...reminder, userId: store.userId, onOpen: open });
      },
    };
  }, [store, tasks, today, location, navigate, browser]);
  return <ReminderCards page={page} actions={actions} />;
}

/** A page that is not looked at tells the system, where the person has allowed it before; one a reminder. */
function notify(of: {
  taskId: string;
  title: string;
  atMs: number;
  userId: string;
  onOpen: (taskId: string) => void;
}): void {
  const { taskId, title, atMs, userId, onOpen } = of;
  const isAllowed = 'Notification' in window && Notification.permission === 'granted';
  if (!isAllowed || document.visibilityState === 'visible') return;
  // As the server names it: should both come, there is one.
  const tag = `reminder.${taskId}.${atMs}`;
  const data: PushNotice = { v: 1, kind: 'reminder', userId, tag, taskId, title };
  const show = async () => {
    const registration = await navigator.serviceWorker?.getRegistration();
    // Phones show notifications by the service worker only, which also answers a press on them.
    if (registration !== undefined) return registration.showNotification(title, { tag, data });
    const notification = new Notification(title, { tag });
    notification.addEventListener('click', () => {
      window.focus();
      onOpen(taskId);
    });
  };
  show().catch(() => undefined);
}
