import { Bell, BellPlus, X } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import { reminderTimes } from '#shared/reminder-times';
import { limits } from '#shared/limits';
import type { Task } from '#shared/task';
import type { Formats } from '#client/i18n/formats.ts';
import { useFormats } from '#client/i18n/language.ts';
import { useActionsWords } from '#client/i18n/compiled/use-actions-words.ts';
import { useRemindersWords } from '#client/i18n/compiled/use-reminders-words.ts';
import { useStore } from '#client/store/store-context.ts';
import { IconButton } from '#client/ui/button.tsx';
import { createRemindCommands, isSameReminder, type Reminder } from './reminder-commands.ts';
import { ReminderPicker } from './reminder-picker.tsx';
import type { TaskActions } from './use-task-actions.ts';

/** The reminders of a task, each with a way to take it off, and a button for more. */
export function RemindersField({ task, actions }: { task: Task; actions: TaskActions }) {
  const words = useRemindersWords();
  const formats = useFormats();
  const actionsWords = useActionsWords();
  const store = useStore();
  const commands = useMemo(() => createRemindCommands(store), [store]);
  const zone = deviceZone();
  const times = reminderTimes(task, zone);
  const { reminders } = task;
  const remove = async (reminder: Reminder) => {
    const batch = await commands.remove(task.id, reminder);
    if (batch !== undefined) actions.notify(actionsWords['task-reminders']);
  };
  const isFull = reminders.length >= limits.remindersPerTaskMax;
  return (
    <div className="flex flex-col">
      <ul>
        {reminders.map((reminder) => {
          const name = reminderWords(reminder, { words, formats });
          const time = times.find((one) => isSameReminder(one.reminder, reminder));
          return (
            <ReminderItem
              key={JSON.stringify(reminder)}
              name={name}
              title={
                time === undefined
                  ? undefined
                  : words.comes({ when: instantWords(time.atMs, formats) })
              }
              removeLabel={words.remove({ what: name })}
              onRemove={() => void remove(reminder)}
            />
          );
        })}
      </ul>
      {isFull ? null : (
        <ReminderPicker
          task={task}
          zone={zone}
          onPick={(reminder) => void actions.quietly(commands.add(task.id, reminder))}
          trigger={
            <button
              type="button"
              data-testid="task-add-reminder"
              className="press flex min-h-8 w-full items-center gap-2 rounded-control px-2 text-start text-[0.8125rem] text-muted hover:bg-raised hover:text-text data-[state=open]:bg-raised pointer-coarse:min-h-11 [&_svg]:size-4"
            >
              <BellPlus aria-hidden="true" />
              {words.add}
            </button>
          }
        />
      )}
      {reminders.some((reminder) => 'minutesBefore' in reminder) && task.dueDate === null ? (
        <Hint>{words.needsDate}</Hint>
      ) : null}
    </div>
  );
}

function Hint({ children }: { children: ReactNode }) {
  return <p className="px-2 pb-1 text-xs text-muted">{children}</p>;
}

function ReminderItem({
  name,
  title,
  removeLabel,
  onRemove,
}: {
  name: string;
  title: string | undefined;
  removeLabel: string;
  onRemove: () => void;
}) {
  return (
    <li
      title={title}
      data-testid="task-reminder"
      className="flex min-h-8 items-center gap-2 rounded-control ps-2 text-[0.8125rem] hover:bg-raised/60 [&>svg]:size-4 [&>svg]:text-muted"
    >
      <Bell aria-hidden="true" />
      <span className="min-w-0 grow truncate">{name}</span>
      <IconButton label={removeLabel} onClick={onRemove}>
        <X />
      </IconButton>
    </li>
  );
}

/** A reminder in words: how long before, or when. */
function reminderWords(
  reminder: Reminder,
  { words, formats }: { words: ReturnType<typeof useRemindersWords>; formats: Formats },
): string {
  if ('at' in reminder) return instantWords(Date.parse(reminder.at), formats);
  const { minutesBefore } = reminder;
  if (minutesBefore === 0) return words.atDue;
  if (minutesBefore % (24 * 60) === 0) return words.days({ count: minutesBefore / (24 * 60) });
  if (minutesBefore % 60 === 0) return words.hours({ count: minutesBefore / 60 });
  return words.minutes({ count: minutesBefore });
}

function instantWords(ms: number, formats: Formats): string {
  return formats.instant(new Date(ms).toISOString(), {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });
}

function deviceZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}
