import { useMessages } from '#client/i18n/messages.ts';
import { useOrganiseWords } from '#client/i18n/compiled/use-organise-words.ts';
import { useStore } from '#client/store/store-context.ts';
import { Dialog } from '#client/ui/dialog.tsx';
import { setDatesOfAll } from './bulk-commands.ts';
import { readTask } from './task-change.ts';
import { ScheduleEditor } from './schedule-editor.tsx';
import type { TaskDialogProps } from './task-tools.tsx';

/** Sets the start or the deadline of several tasks at once; what they do not share stays as it is. */
export function DatesDialog({
  taskIds,
  date,
  today,
  actions,
  onDone,
}: TaskDialogProps & { date: 'startDate' | 'dueDate' }) {
  const { common } = useMessages();
  const words = useOrganiseWords().select;
  const store = useStore();
  const tasks = taskIds.flatMap((taskId) => readTask(store, taskId) ?? []);
  const shared = (name: 'startDate' | 'dueDate') => {
    const [first = null, ...others] = new Set(tasks.map((task) => task[name]));
    return others.length === 0 ? first : null;
  };
  const pick = async (dates: Parameters<typeof setDatesOfAll>[1]['dates']) => {
    const batch = await setDatesOfAll(store, { taskIds, dates });
    if (batch !== undefined) actions.notify(words.scheduled({ count: taskIds.length }));
  };
  return (
    <Dialog
      isOpen
      onClose={onDone}
      title={words.scheduleTitle({ count: taskIds.length })}
      closeLabel={common.close}
    >
      <div className="flex justify-center">
        <ScheduleEditor
          schedule={{
            startDate: shared('startDate'),
            dueDate: shared('dueDate'),
            dueTime: null,
            timeZone: null,
            recurrence: null,
          }}
          date={date}
          hasDayOnly
          today={today}
          onDone={onDone}
          onPickDay={(name, day) => void pick({ [name]: day })}
          onChange={() => undefined}
        />
      </div>
    </Dialog>
  );
}
