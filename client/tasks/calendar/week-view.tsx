import { useEffect, useRef } from 'react';
import { useCalendarWords } from '#client/i18n/compiled/use-calendar-words.ts';
import { useFormats } from '#client/i18n/language.ts';
import { classNames } from '#client/ui/class-names.ts';
import { useTiming } from '#client/ui/timing.ts';
import { fullDate } from '../due-date.ts';
import { useDragged } from '../planner/drag-session.ts';
import { CalendarChip } from './calendar-chip.tsx';
import { DayNumber, type DaysProps } from './month-view.tsx';
import { minutesOf, placeInLanes, timeAt, toTimedItem } from './time-slots.ts';

/** Height of an hour in the grid. */
export const hourPx = 48;

const firstShownHour = 7;
/** So that the label of the first hour is whole. */
const marginPx = 12;
const columns = 'grid grid-cols-[4rem_repeat(7,minmax(0,1fr))]';
const hours = Array.from({ length: 24 }, (_, hour) => hour);

/** Seven days: what has no time in a row at the top, the rest where its time is. */
export function WeekView({ week, ...days }: DaysProps & { week: readonly string[] }) {
  const words = useCalendarWords();
  const formats = useFormats();
  const scroller = useRef<HTMLDivElement>(null);
  useEffect(() => {
    scroller.current?.scrollTo({ top: firstShownHour * hourPx - marginPx });
  }, []);
  return (
    <div className="flex min-h-0 grow flex-col overflow-hidden">
      <div
        role="grid"
        aria-label={days.label}
        className="shrink-0 overflow-y-scroll [scrollbar-gutter:stable]"
      >
        <div role="row" className={columns}>
          <div role="columnheader">
            <span className="sr-only">{words.allDay}</span>
          </div>
          {week.map((date) => (
            <div
              key={date}
              role="columnheader"
              aria-label={fullDate(date, formats)}
              className="flex h-9 items-center justify-center gap-1 text-xs text-muted"
            >
              <span aria-hidden="true">{formats.date(date, { weekday: 'short' })}</span>
              <DayNumber date={date} today={days.today} />
            </div>
          ))}
        </div>
        <div role="row" className={classNames(columns, 'border-b border-line')}>
          <div
            role="rowheader"
            className="pe-2 pt-1 text-end text-[0.6875rem] leading-4 text-muted"
          >
            {words.allDay}
          </div>
          {week.map((date) => (
            <AllDay key={date} {...days} date={date} />
          ))}
        </div>
      </div>
      <div
        ref={scroller}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolled by keyboard
        tabIndex={0}
        role="group"
        aria-label={days.label}
        data-drag-scroll
        className="min-h-0 grow overflow-y-scroll outline-offset-[-2px] [scrollbar-gutter:stable]"
      >
        <div className={classNames(columns, 'relative')} style={{ height: 24 * hourPx }}>
          <div className="relative" aria-hidden="true">
            {hours.slice(1).map((hour) => (
              <span
                key={hour}
                className="tabular absolute end-2 -translate-y-1/2 whitespace-nowrap text-[0.6875rem] text-muted"
                style={{ top: hour * hourPx }}
              >
                {formats.time(`${String(hour).padStart(2, '0')}:00`)}
              </span>
            ))}
          </div>
          {week.map((date) => (
            <TimedDay key={date} {...days} date={date} />
          ))}
        </div>
      </div>
    </div>
  );
}

function AllDay({ date, ...days }: DaysProps & { date: string }) {
  const words = useCalendarWords();
  const formats = useFormats();
  const items = days.itemsByDate.get(date) ?? [];
  const isOver = useDragged((drag) => drag?.over?.zone === `all-day ${date}`);
  const count = items.filter(({ isGhost }) => !isGhost).length;
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the calendar listens to keys for all days
    <div
      role="gridcell"
      aria-label={words.day({ day: fullDate(date, formats), count })}
      aria-current={date === days.today ? 'date' : undefined}
      tabIndex={date === days.focused ? 0 : -1}
      data-testid="calendar-day"
      data-date={date}
      data-drop-zone={`all-day ${date}`}
      onFocus={() => days.onFocusDay(date)}
      onClick={() => days.onAddOn(date)}
      className={classNames(
        'flex max-h-32 min-h-8 min-w-0 flex-col gap-0.5 overflow-y-auto border-s border-line p-1 focus-visible:outline-offset-[-2px]',
        isOver && 'bg-accent-soft',
      )}
    >
      {items
        .filter(({ task }) => task.dueTime === null)
        .map((item) => (
          <CalendarChip
            key={`${item.task.id}${item.isGhost ? '~' : ''}`}
            item={item}
            isSelected={item.task.id === days.selectedId}
            isLate={date < days.today}
            onOpen={days.onOpenTask}
          />
        ))}
    </div>
  );
}

function TimedDay({ date, ...days }: DaysProps & { date: string }) {
  const timing = useTiming();
  const zone = `timed ${date}`;
  const overPx = useDragged((drag) => (drag?.over?.zone === zone ? drag.over.offsetPx : undefined));
  const items = (days.itemsByDate.get(date) ?? []).filter(({ task }) => task.dueTime !== null);
  const itemsById = new Map(items.map((item) => [item.task.id, item]));
  const placed = placeInLanes(
    items.map(({ task }) => {
      const { id, estimateMinutes } = task;
      return toTimedItem({ id, dueTime: task.dueTime ?? '', estimateMinutes });
    }),
  );
  const now = new Date(timing.nowMs());
  const nowMinute = now.getHours() * 60 + now.getMinutes();
  return (
    <div
      data-testid="calendar-times"
      data-date={date}
      data-drop-zone={zone}
      className={classNames(
        'relative border-s border-line bg-[repeating-linear-gradient(to_bottom,var(--line)_0_1px,transparent_1px_48px)]',
        date === days.today && 'bg-accent-soft/40',
      )}
    >
      {placed.map(({ id, startMinute, endMinute, lane, lanes }) => {
        const item = itemsById.get(id);
        if (item === undefined) return null;
        return (
          <div
            key={id}
            className="absolute px-px pb-px"
            style={{
              top: (startMinute / 60) * hourPx,
              height: ((endMinute - startMinute) / 60) * hourPx,
              insetInlineStart: `${(lane / lanes) * 100}%`,
              width: `${100 / lanes}%`,
            }}
          >
            <CalendarChip
              item={item}
              isTall
              isSelected={id === days.selectedId}
              isLate={date < days.today}
              onOpen={days.onOpenTask}
            />
          </div>
        );
      })}
      {date === days.today ? (
        <div
          aria-hidden="true"
          className="pointer-events-none absolute inset-x-0 h-px bg-danger before:absolute before:-start-1 before:-top-1 before:size-2 before:rounded-full before:bg-danger"
          style={{ top: (nowMinute / 60) * hourPx }}
        />
      ) : null}
      {overPx === undefined ? null : <DropTime offsetPx={overPx} />}
    </div>
  );
}

/** Where a dragged task would begin. */
function DropTime({ offsetPx }: { offsetPx: number }) {
  const formats = useFormats();
  const time = timeAt(offsetPx, hourPx);
  return (
    <div
      aria-hidden="true"
      className="pointer-events-none absolute inset-x-0 z-10 h-0.5 bg-accent"
      style={{ top: (minutesOf(time) / 60) * hourPx }}
    >
      <span className="tabular absolute start-1 top-1 rounded-[5px] bg-accent px-1 text-[0.6875rem] leading-4 text-on-accent">
        {formats.time(time)}
      </span>
    </div>
  );
}
