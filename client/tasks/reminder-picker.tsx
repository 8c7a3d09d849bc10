import { type FormEvent, type ReactNode, useState } from 'react';
import { instantOfWallTime } from '#shared/wall-time';
import type { Task } from '#shared/task';
import { useFormats } from '#client/i18n/language.ts';
import { useMessages } from '#client/i18n/messages.ts';
import { useRemindersWords } from '#client/i18n/compiled/use-reminders-words.ts';
import { Button } from '#client/ui/button.tsx';
import { Input, Select } from '#client/ui/input.tsx';
import { Popover } from '#client/ui/popover.tsx';
import type { Reminder } from './reminder-commands.ts';

const minutesOf = { minutes: 1, hours: 60, days: 24 * 60 } as const;
type Unit = keyof typeof minutesOf;
const presets = [0, 10, 30, 60, 24 * 60] as const;

/** Picks one reminder: a usual time before the date, another one, or a moment of its own. `zone` is the device's. */
export function ReminderPicker({
  task,
  zone,
  trigger,
  onPick,
}: {
  task: Task;
  zone: string;
  trigger: ReactNode;
  onPick: (reminder: Reminder) => void;
}) {
  const words = useRemindersWords();
  const [isOpen, setIsOpen] = useState(false);
  const pick = (reminder: Reminder) => {
    setIsOpen(false);
    onPick(reminder);
  };
  return (
    <Popover isOpen={isOpen} onOpenChange={setIsOpen} label={words.add} trigger={trigger}>
      <div className="flex w-72 max-w-[calc(100vw-2.5rem)] flex-col gap-3 pointer-coarse:w-80">
        {task.dueDate === null ? (
          <p className="text-[0.8125rem] text-muted">{words.needsDate}</p>
        ) : (
          <BeforeDue hasTime={task.dueTime !== null} onPick={pick} />
        )}
        <AtMoment zone={zone} onPick={pick} />
      </div>
    </Popover>
  );
}

function BeforeDue({
  hasTime,
  onPick,
}: {
  hasTime: boolean;
  onPick: (reminder: Reminder) => void;
}) {
  const { tasks } = useMessages();
  const words = useRemindersWords();
  const formats = useFormats();
  const [amount, setAmount] = useState('15');
  const [unit, setUnit] = useState<Unit>('minutes');
  const minutesBefore = Math.round(Number(amount)) * minutesOf[unit];
  const isFit = amount !== '' && minutesBefore >= 0 && minutesBefore <= 525_600;
  const presetWords = (minutes: number) => {
    if (minutes === 0) return words.atDue;
    if (minutes === minutesOf.days) return words.days({ count: 1 });
    return minutes === minutesOf.hours
      ? words.hours({ count: 1 })
      : words.minutes({ count: minutes });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isFit) onPick({ minutesBefore });
  };
  return (
    <>
      <div className="grid grid-cols-2 gap-1.5">
        {presets.map((minutes) => (
          <Button
            key={minutes}
            size="small"
            className="px-1! first:col-span-2"
            onClick={() => onPick({ minutesBefore: minutes })}
          >
            {presetWords(minutes)}
          </Button>
        ))}
      </div>
      {hasTime ? null : (
        <p className="text-xs text-muted">{words.dayCounts({ time: formats.time('09:00') })}</p>
      )}
      <form onSubmit={submit} className="flex gap-1.5 border-t border-line pt-3">
        <Input
          type="number"
          min={0}
          max={525_600}
          inputMode="numeric"
          aria-label={words.amount}
          value={amount}
          onChange={({ target }) => setAmount(target.value)}
          className="w-18! shrink-0"
        />
        <Select
          aria-label={words.unit}
          value={unit}
          onChange={({ target }) => {
            const next = target.value;
            if (next === 'minutes' || next === 'hours' || next === 'days') setUnit(next);
          }}
        >
          {(['minutes', 'hours', 'days'] as const).map((name) => (
            <option key={name} value={name}>
              {words.units[name]}
            </option>
          ))}
        </Select>
        <Button type="submit" disabled={!isFit}>
          {tasks.submit}
        </Button>
      </form>
    </>
  );
}

function AtMoment({ zone, onPick }: { zone: string; onPick: (reminder: Reminder) => void }) {
  const { tasks } = useMessages();
  const words = useRemindersWords();
  const [moment, setMoment] = useState('');
  const [date = '', time = ''] = moment.split('T');
  const instant = instantOfWallTime({ date, time: time.slice(0, 5), timeZone: zone });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (instant !== undefined) onPick({ at: new Date(instant).toISOString() });
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-1.5 border-t border-line pt-3">
      <span className="text-xs text-muted" aria-hidden="true">
        {words.atTime}
      </span>
      <div className="flex gap-1.5">
        <Input
          type="datetime-local"
          aria-label={words.atTime}
          title={words.atTime}
          data-testid="reminder-moment"
          value={moment}
          onChange={({ target }) => setMoment(target.value)}
          className="min-w-0 grow px-2!"
        />
        <Button type="submit" data-testid="reminder-moment-add" disabled={instant === undefined}>
          {tasks.submit}
        </Button>
      </div>
    </form>
  );
}
