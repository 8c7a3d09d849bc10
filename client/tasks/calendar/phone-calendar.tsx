import { Plus } from 'lucide-react';
import { useCalendarWords } from '#client/i18n/compiled/use-calendar-words.ts';
import { useFormats } from '#client/i18n/language.ts';
import { useMessages } from '#client/i18n/messages.ts';
import { IconButton } from '#client/ui/button.tsx';
import { classNames } from '#client/ui/class-names.ts';
import { fullDate } from '../due-date.ts';
import { useDragged } from '../planner/drag-session.ts';
import { AgendaList, type AgendaProps } from './agenda-list.tsx';
import type { DaysProps } from './month-view.tsx';
import type { CalendarItem } from './place-on-days.ts';

const dotsShown = 3;

/** On a phone: a month is dots, with the tasks of the chosen day beneath; a week is its tasks, day by day. */
export function PhoneCalendar({
  weeks,
  isWeek,
  days,
  agenda,
}: {
  weeks: readonly (readonly string[])[];
  isWeek: boolean;
  days: DaysProps;
  agenda: AgendaProps;
}) {
  const { tasks: words } = useMessages();
  const shown = isWeek ? weeks.flat() : [days.focused];
  return (
    <>
      {isWeek ? null : <DotGrid {...days} weeks={weeks} />}
      <div data-drag-scroll className="min-h-0 grow overflow-y-auto px-2 pb-36">
        {shown.map((date) => (
          <AgendaDay
            key={date}
            date={date}
            isAlone={!isWeek}
            days={days}
            agenda={agenda}
            items={days.itemsByDate.get(date) ?? []}
          />
        ))}
      </div>
      <button
        type="button"
        data-testid="create-task-button"
        aria-label={words.add}
        onClick={() => days.onAddOn(days.focused)}
        className="press fixed end-4 bottom-[calc(env(safe-area-inset-bottom)+4.75rem)] z-20 flex size-14 items-center justify-center rounded-full bg-accent text-on-accent shadow-float hover:opacity-90"
      >
        <Plus className="size-6" />
      </button>
    </>
  );
}

function AgendaDay({
  date,
  isAlone,
  days,
  agenda,
  items,
}: {
  date: string;
  /** The only day shown: it says that there is nothing. */
  isAlone: boolean;
  days: DaysProps;
  agenda: AgendaProps;
  items: readonly CalendarItem[];
}) {
  const words = useCalendarWords();
  const formats = useFormats();
  const title = formats.date(date, { weekday: 'long', day: 'numeric', month: 'long' });
  const isOver = useDragged((drag) => drag?.over?.zone === date);
  return (
    <section
      aria-label={title}
      data-testid="agenda-day"
      data-date={date}
      data-drop-zone={date}
      className={classNames('rounded-card', isOver && 'bg-accent-soft')}
    >
      <div className="flex h-11 items-center gap-2 ps-2">
        <h2
          className={classNames(
            'text-[0.8125rem] font-semibold',
            date === days.today && 'text-accent',
          )}
        >
          {title}
        </h2>
        <span className="grow" />
        <IconButton label={words.addOn({ day: title })} onClick={() => days.onAddOn(date)}>
          <Plus />
        </IconButton>
      </div>
      {items.length > 0 ? <AgendaList {...agenda} label={title} items={items} /> : null}
      {items.length === 0 && isAlone ? (
        <p className="px-2 pb-3 text-[0.8125rem] text-muted">{words.dayEmpty}</p>
      ) : null}
    </section>
  );
}

function DotGrid({ weeks, ...days }: DaysProps & { weeks: readonly (readonly string[])[] }) {
  const month = weeks[1]?.[0]?.slice(0, 7);
  const formats = useFormats();
  return (
    <div role="grid" aria-label={days.label} className="shrink-0 border-b border-line px-2 pb-2">
      <div role="row" className="grid grid-cols-7">
        {weeks[0]?.map((date) => (
          <div
            key={date}
            role="columnheader"
            aria-label={formats.date(date, { weekday: 'long' })}
            className="h-6 text-center text-xs text-muted"
          >
            {formats.date(date, { weekday: 'narrow' })}
          </div>
        ))}
      </div>
      {weeks.map((week) => (
        <div key={week[0]} role="row" className="grid grid-cols-7">
          {week.map((date) => (
            <DotDay key={date} {...days} date={date} isOutside={date.slice(0, 7) !== month} />
          ))}
        </div>
      ))}
    </div>
  );
}

function DotDay({ date, isOutside, ...days }: DaysProps & { date: string; isOutside: boolean }) {
  const words = useCalendarWords();
  const formats = useFormats();
  const items = days.itemsByDate.get(date) ?? [];
  const isOver = useDragged((drag) => drag?.over?.zone === date);
  const isFocused = date === days.focused;
  const count = items.filter(({ isGhost }) => !isGhost).length;
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the calendar listens to keys for all days
    <div
      role="gridcell"
      aria-label={words.day({ day: fullDate(date, formats), count })}
      aria-current={date === days.today ? 'date' : undefined}
      aria-selected={isFocused}
      tabIndex={isFocused ? 0 : -1}
      data-testid="calendar-day"
      data-date={date}
      data-drop-zone={date}
      onFocus={() => days.onFocusDay(date)}
      onClick={() => days.onFocusDay(date)}
      className="flex h-12 flex-col items-center justify-center gap-0.5 rounded-control focus-visible:outline-offset-[-2px]"
    >
      <span
        className={classNames(
          'tabular flex size-8 items-center justify-center rounded-full text-[0.8125rem]',
          isFocused && 'bg-accent font-semibold text-on-accent',
          !isFocused && date === days.today && 'font-semibold text-accent',
          !isFocused && date !== days.today && isOutside && 'text-muted',
          isOver && !isFocused && 'bg-accent-soft',
        )}
      >
        {formats.number(Number(date.slice(8)))}
      </span>
      <span aria-hidden="true" className="flex h-1.5 gap-0.5">
        {items.slice(0, dotsShown).map(({ task, project, isGhost }) => (
          <svg
            key={`${task.id}${isGhost ? '~' : ''}`}
            viewBox="0 0 6 6"
            className={classNames('size-1.5', (isGhost || task.status === 'done') && 'opacity-40')}
          >
            <circle
              cx="3"
              cy="3"
              r="3"
              fill={`var(--palette-${project?.color ?? 'gray'}, var(--palette-gray))`}
            />
          </svg>
        ))}
      </span>
    </div>
  );
}
