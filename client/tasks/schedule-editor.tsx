import { Suspense, useState } from 'react';
import { lazy } from '#client/ui/lazy.ts';
import type { Task } from '#shared/task';
import { useScheduleWords } from '#client/i18n/compiled/use-schedule-words.ts';
import { firstWeekdayIn } from '#client/i18n/first-weekday.ts';
import { useFormats } from '#client/i18n/language.ts';
import { useMessages } from '#client/i18n/messages.ts';
import { Button } from '#client/ui/button.tsx';
import { Input, Select } from '#client/ui/input.tsx';
import { MonthGrid } from '#client/ui/month-grid.tsx';
import { addDays } from './due-date.ts';
import { repeatName, repeatRules } from './repeat-rules.ts';
import type { TaskSchedule } from './edit-commands.ts';

const DateTabs = lazy(async () => ({ default: (await import('./date-tabs.tsx')).DateTabs }));
const RecurrenceEditor = lazy(async () => ({
  default: (await import('./recurrence-editor.tsx')).RecurrenceEditor,
}));

/** The date part of a task as the editor starts from it; without `startDate` it is about the deadline only. */
export type ScheduleDraft = Pick<Task, 'dueDate' | 'dueTime' | 'timeZone' | 'recurrence'> &
  Partial<Pick<Task, 'startDate'>>;

/** The two dates of a task: from when it is to be done, and until when. */
export type DateName = 'startDate' | 'dueDate';

/**
 * Picks start, deadline, time and repetition. A day is handed over at once and ends the editing (`onDone`); time and
 * repetition are handed over and leave it open. `hasDayOnly` leaves these two out.
 */
export function ScheduleEditor({
  schedule,
  date = 'dueDate',
  hasDayOnly = false,
  today,
  onChange,
  onPickDay,
  onDone,
}: {
  schedule: ScheduleDraft;
  /** The one that is picked first. */
  date?: DateName;
  hasDayOnly?: boolean;
  today: string;
  onPickDay?: (name: DateName, day: string | null) => void;
  onChange: (schedule: TaskSchedule) => void;
  onDone: () => void;
}) {
  const { tasks } = useMessages();
  const words = useScheduleWords();
  const formats = useFormats();
  const [draft, setDraft] = useState(schedule);
  const [picked, setPicked] = useState(date);
  const hasStart = draft.startDate !== undefined;
  const isStart = hasStart && picked === 'startDate';
  const change = (part: Partial<ScheduleDraft>) => {
    const next = { ...draft, ...part };
    setDraft(next);
    onChange(next);
  };
  const pickDay = (day: string | null) => {
    const gone = day === null ? { dueTime: null, timeZone: null, recurrence: null } : {};
    change(isStart ? { startDate: day } : { ...gone, dueDate: day });
    onPickDay?.(isStart ? 'startDate' : 'dueDate', day);
    onDone();
  };
  const quickDays = [
    { name: tasks.dueToday, date: today },
    { name: tasks.dueTomorrow, date: addDays(today, 1) },
    { name: words.nextWeek, date: addDays(today, 7) },
  ];
  return (
    <div className="flex w-72 max-w-[calc(100vw-2.5rem)] flex-col gap-3 pointer-coarse:w-80">
      {hasStart ? (
        <Suspense fallback={<div className="h-8 pointer-coarse:h-11" />}>
          <DateTabs picked={picked} draft={draft} today={today} onPick={setPicked} />
        </Suspense>
      ) : null}
      <div className="grid grid-cols-3 gap-1.5">
        {quickDays.map(({ name, date }) => (
          <Button key={date} size="small" className="px-1!" onClick={() => pickDay(date)}>
            {name}
          </Button>
        ))}
      </div>
      <MonthGrid
        value={isStart ? (draft.startDate ?? null) : draft.dueDate}
        today={today}
        label={tasks.due}
        formats={{ ...formats, firstWeekday: firstWeekdayIn(formats.locale) }}
        words={{ previous: words.previousMonth, next: words.nextMonth }}
        onPick={pickDay}
      />
      {isStart || hasDayOnly ? null : (
        <TimeAndRepeat draft={draft} today={today} onChange={change} />
      )}
      <Button size="small" look="quiet" onClick={() => pickDay(null)}>
        {tasks.noDate}
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

/** The time of day, and how the task comes back. */
export function TimeAndRepeat({
  draft,
  today,
  onChange,
}: {
  draft: ScheduleDraft;
  today: string;
  onChange: (part: Partial<ScheduleDraft>) => void;
}) {
  const { tasks } = useMessages();
  const words = useScheduleWords();
  return (
    <>
      <div className="grid grid-cols-[7.5rem_1fr] gap-1.5 border-t border-line pt-3">
        <Input
          type="time"
          aria-label={words.time}
          value={draft.dueTime ?? ''}
          onChange={({ target }) => onChange(withTime(target.value, draft, today))}
        />
        <Select
          aria-label={tasks.repeats}
          data-testid="task-repeats"
          value={repeatName(draft.recurrence)}
          onChange={({ target }) => onChange(withRepeat(target.value, draft, today))}
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
            onChange={(part) => onChange({ dueDate: draft.dueDate ?? today, ...part })}
          />
        </Suspense>
      )}
    </>
  );
}
