import { useState } from 'react';
import type { Task } from '#shared/task';
import { useMessages } from '#client/i18n/messages.ts';
import { useOrganiseWords } from '#client/i18n/compiled/use-organise-words.ts';
import { useStore } from '#client/store/store-context.ts';
import { Button } from '#client/ui/button.tsx';
import { Dialog } from '#client/ui/dialog.tsx';
import { setRepeatOfAll } from './bulk-commands.ts';
import { TimeAndRepeat } from './schedule-editor.tsx';
import { readTask } from './task-change.ts';
import type { TaskDialogProps } from './task-tools.tsx';

type Repeat = Pick<Task, 'dueDate' | 'dueTime' | 'timeZone' | 'recurrence'>;

const never: Repeat = { dueDate: null, dueTime: null, timeZone: null, recurrence: null };

/** Sets how one or several tasks come back, as one action; each keeps the deadline it has. */
export function RepeatDialog({ taskIds, today, actions, onDone }: TaskDialogProps) {
  const { common } = useMessages();
  const words = useOrganiseWords().select;
  const store = useStore();
  // One task begins from what it has; several from nothing, as what they have may differ.
  const [draft, setDraft] = useState((): Repeat => {
    const [task, ...others] = taskIds.flatMap((taskId) => readTask(store, taskId) ?? []);
    return task === undefined || others.length > 0 ? never : task;
  });
  const [bases] = useState(
    () => new Map(taskIds.map((taskId) => [taskId, store.baseOf(taskId, 'schedule')])),
  );
  const [touched, setTouched] = useState<Partial<Repeat>>({});
  const save = async () => {
    const { dueDate, dueTime, timeZone, recurrence } = draft;
    // Of several tasks only what was chosen here: what they have may differ, and was not shown.
    const repeat = taskIds.length === 1 ? { dueDate, dueTime, timeZone, recurrence } : touched;
    if (Object.keys(repeat).length === 0) return;
    const batch = await setRepeatOfAll(store, { taskIds, repeat, bases, today });
    if (batch !== undefined) actions.notify(words.repeats({ count: taskIds.length }));
  };
  return (
    <Dialog
      isOpen
      onClose={onDone}
      title={words.repeatTitle({ count: taskIds.length })}
      closeLabel={common.close}
    >
      <form
        data-testid="repeat-dialog"
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
          onDone();
        }}
      >
        <TimeAndRepeat
          draft={draft}
          today={today}
          onChange={(part) => {
            setDraft({ ...draft, ...part });
            setTouched({ ...touched, ...part });
          }}
        />
        <div className="flex justify-end gap-2">
          <Button look="quiet" onClick={onDone}>
            {common.cancel}
          </Button>
          <Button type="submit" look="primary">
            {common.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
