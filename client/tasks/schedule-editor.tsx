import { lazy, Suspense, useState } from 'react';
import type { Task } from '#shared/task';
import { useMessages } from '#client/i18n/messages.ts';
import { Button } from '#client/ui/button.tsx';
import { Input, Select } from '#client/ui/input.tsx';
import { MonthGrid } from '#client/ui/month-grid.tsx';
import { addDays } from './due-date.ts';
import { repeatName, repeatRules } from './repeat-rules.ts';
import type { TaskSchedule } from './edit-commands.ts';

const RecurrenceEditor = lazy(async () => ({
  default: (await import('./recurrence-editor.tsx')).RecurrenceEditor,
}));

/** The date part of a task as the editor starts from it. */
export type ScheduleDraft = Pick<Task, 'dueDate' | 'dueTime' | 'timeZone' | 'recurrence'>;

/**
 * Picks date, time and repetition. A day is handed over at once and ends the editing (`onDone`); time and
 * repetition are handed over and leave it open.
 */
export function ScheduleEditor({
  schedule,
  today,
  onChange,
  onDone,
}: {
  schedule: ScheduleDraft;
  today: string;
  onChange: (schedule: TaskSchedule) => void;
  onDone: () => void;
}) {
  const { tasks: words } = useMessages();
  const [draft, setDraft] = useState(schedule);
  const change = (part: Partial<ScheduleDraft>) => {
    const next = { ...draft, ...part };
    setDraft(next);
    onChange(next);
  };
  const pickDay = (dueDate: string | null) => {
    change(
      dueDate === null ? { dueDate, dueTime: null, timeZone: null, recurrence: null } : { dueDate },
    );
    onDone();
  };
  const quickDays = [
    { name: words.dueToday, date: today },
    { name: words.dueTomorrow, date: addDays(today, 1) },
    { name: words.dueNextWeek, date: addDays(today, 7) },
  ];
  return (
    <div className="flex w-72 flex-col gap-3">
      <div className="grid grid-cols-3 gap-1.5">
        {quickDays.map(({ name, date }) => (
          <Button key={date} size="small" className="px-1!" onClick={() => pickDay(date)}>
            {name}
          </Button>
        ))}
      </div>
      <MonthGrid
        value={draft.dueDate}
        today={today}
        label={words.due}
        words={{ previous: words.previousMonth, next: words.nextMonth }}
        onPick={pickDay}
      />
      <div className="grid grid-cols-2 gap-1.5 border-t border-line pt-3">
        <Input
          type="time"
          aria-label={words.dueTime}
          value={draft.dueTime ?? ''}
          onChange={({ target }) => change(withTime(target.value, draft, today))}
        />
        <Select
          aria-label={words.repeats}
          value={repeatName(draft.recurrence)}
          onChange={({ target }) => change(withRepeat(target.value, draft, today))}
        >
          {Object.entries(words.repeat).map(([name, word]) => (
            <option key={name} value={name}>
              {word}
            </option>
          ))}
        </Select>
      </div>
      {draft.recurrence === null ? null : (
        <Suspense fallback={<div className="h-40" />}>
          <RecurrenceEditor
            schedule={draft}
            recurrence={draft.recurrence}
            dueDate={draft.dueDate ?? today}
            today={today}
            onChange={(part) => change({ dueDate: draft.dueDate ?? today, ...part })}
          />
        </Suspense>
      )}
      <Button size="small" look="quiet" onClick={() => pickDay(null)}>
        {words.noDate}
      </Button>
    </div>
  );
}

/** What a repetition of one's own begins with: the first that has no name. */
const customStart = 'FREQ=WEEKLY;INTERVAL=2';

/** A time needs a day and the zone whose wall it hangs on. */
function withTime(time: string, draft: ScheduleDraft, today: string): Partial<ScheduleDraft> {
  if (time === '') return { dueTime: null, timeZone: null };
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return { dueTime: time, timeZone, dueDate: draft.dueDate ?? today };
}

function withRepeat(name: string, draft: ScheduleDraft, today: string): Partial<ScheduleDraft> {
  const rule = name === 'custom' ? customStart : repeatRules[name];
  if (rule === undefined) return { recurrence: null };
  return { recurrence: { rule, basis: 'due' }, dueDate: draft.dueDate ?? today };
}
