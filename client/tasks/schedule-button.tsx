import { type ReactNode, Suspense, useState } from 'react';
import { lazy } from '#client/ui/lazy.ts';
import type { Task } from '#shared/task';
import { useMessages } from '#client/i18n/messages.ts';
import { Popover } from '#client/ui/popover.tsx';
import { useToday } from '#client/ui/timing.ts';
import type { DateName } from './schedule-editor.tsx';
import type { TaskActions } from './use-task-actions.ts';

const ScheduleEditor = lazy(async () => ({
  default: (await import('./schedule-editor.tsx')).ScheduleEditor,
}));

/** A button that opens the date of a task. The `base` is that of the moment the panel opens, then of one's own change. */
export function ScheduleButton({
  task,
  actions,
  trigger,
  date = 'dueDate',
  opensAtOnce = false,
  onClosed,
}: {
  task: Task;
  actions: TaskActions;
  trigger: ReactNode;
  /** The date that is picked first. */
  date?: DateName;
  opensAtOnce?: boolean;
  onClosed?: () => void;
}) {
  const { tasks: words } = useMessages();
  const today = useToday();
  const beginEdit = () => actions.commands.beginEdit(task.id, 'schedule');
  const [isOpen, setIsOpen] = useState(opensAtOnce);
  const [base, setBase] = useState(beginEdit);
  const close = () => {
    setIsOpen(false);
    onClosed?.();
  };
  const open = () => {
    setBase(beginEdit());
    setIsOpen(true);
  };
  return (
    <Popover
      isOpen={isOpen}
      onOpenChange={(wanted) => (wanted ? open() : close())}
      label={words.due}
      trigger={trigger}
    >
      {/* As high as the editor: the place beside the button is chosen by it. */}
      <Suspense fallback={<div className="h-[29.5rem] w-72" />}>
        <ScheduleEditor
          schedule={task}
          date={date}
          today={today}
          onDone={close}
          onChange={(draft) => {
            const { startDate = null, dueDate, dueTime, timeZone, recurrence } = draft;
            const schedule = { startDate, dueDate, dueTime, timeZone, recurrence };
            const setting = actions.commands.setSchedule({ taskId: task.id, schedule, base });
            void actions.quietly(setting).then((batch) => setBase(batch?.stamp ?? base));
          }}
        />
      </Suspense>
    </Popover>
  );
}
