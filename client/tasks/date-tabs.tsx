import { useDatesWords } from '#client/i18n/compiled/use-dates-words.ts';
import { useFormats } from '#client/i18n/language.ts';
import { useMessages } from '#client/i18n/messages.ts';
import { classNames } from '#client/ui/class-names.ts';
import { dueWords } from './due-date.ts';
import type { DateName, ScheduleDraft } from './schedule-editor.tsx';

/** Chooses which of the two dates is picked, and tells what both are. */
export function DateTabs({
  picked,
  draft,
  today,
  onPick,
}: {
  picked: DateName;
  draft: ScheduleDraft;
  today: string;
  onPick: (name: DateName) => void;
}) {
  const words = useDatesWords();
  const { tasks } = useMessages();
  const formats = useFormats();
  const dayWords = {
    today: tasks.dueToday,
    tomorrow: tasks.dueTomorrow,
    yesterday: tasks.dueYesterday,
  };
  const { startDate = null, dueDate } = draft;
  const isAfter = startDate !== null && dueDate !== null && startDate > dueDate;
  const tab = (name: DateName, title: string, date: string | null) => (
    <label
      className={classNames(
        'press relative flex h-11 min-w-0 flex-col items-center justify-center rounded-[4px] px-2 text-[0.8125rem] leading-4 has-focus-visible:outline-2 has-focus-visible:outline-accent',
        picked === name ? 'bg-chosen font-medium shadow-sm' : 'text-muted hover:text-text',
      )}
    >
      <input
        type="radio"
        name="date"
        value={name}
        className="absolute inset-0 cursor-pointer appearance-none opacity-0"
        checked={picked === name}
        onChange={() => onPick(name)}
      />
      <span>{title}</span>
      <span className="tabular truncate text-xs font-normal text-muted">
        {date === null
          ? '–'
          : dueWords({ dueDate: date, dueTime: null }, { today, words: dayWords, formats })}
      </span>
    </label>
  );
  return (
    <>
      <fieldset className="grid grid-cols-2 gap-1 rounded-control bg-raised p-1">
        <legend className="sr-only">{words.which}</legend>
        {tab('startDate', words.start, startDate)}
        {tab('dueDate', words.deadline, dueDate)}
      </fieldset>
      {picked === 'startDate' ? (
        <p role="note" className="-my-1 px-1 text-xs text-muted">
          {isAfter ? words.startAfterDeadline : words.startsHint}
        </p>
      ) : null}
    </>
  );
}
