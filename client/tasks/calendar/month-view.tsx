import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { useCalendarWords } from '#client/i18n/compiled/use-calendar-words.ts';
import { useFormats } from '#client/i18n/language.ts';
import { classNames } from '#client/ui/class-names.ts';
import { useDragged } from '../planner/drag-session.ts';
import { fullDate } from '../due-date.ts';
import { CalendarChip } from './calendar-chip.tsx';
import type { CalendarItem } from './place-on-days.ts';

/** What the days of a calendar are shown with. */
export interface DaysProps {
  label: string;
  today: string;
  /** The day that is the tab stop. */
  focused: string;
  itemsByDate: ReadonlyMap<string, readonly CalendarItem[]>;
  selectedId: string | undefined;
  onFocusDay: (date: string) => void;
  onOpenTask: (taskId: string) => void;
  onOpenDay: (date: string) => void;
  onAddOn: (date: string) => void;
}

const headPx = 30;
const linePx = 22;

/** A month as a grid of days with as many tasks as fit; one tab stop. */
export function MonthView({
  weeks,
  ...days
}: DaysProps & { weeks: readonly (readonly string[])[] }) {
  const body = useRef<HTMLDivElement>(null);
  const lines = useLines(body, weeks.length);
  const month = weeks[1]?.[0]?.slice(0, 7);
  const formats = useFormats();
  return (
    <div role="grid" aria-label={days.label} className="flex min-h-0 grow flex-col">
      <div role="row" className="grid shrink-0 grid-cols-7 border-b border-line">
        {weeks[0]?.map((date) => (
          <div
            key={date}
            role="columnheader"
            aria-label={formats.date(date, { weekday: 'long' })}
            className="px-2 py-1.5 text-end text-xs font-medium text-muted"
          >
            {formats.date(date, { weekday: 'short' })}
          </div>
        ))}
      </div>
      <div ref={body} role="presentation" className="flex min-h-0 grow flex-col">
        {weeks.map((week) => (
          <div
            key={week[0]}
            role="row"
            className="grid min-h-0 flex-1 grid-cols-7 border-b border-line last:border-b-0"
          >
            {week.map((date) => (
              <MonthDay
                key={date}
                {...days}
                date={date}
                lines={lines}
                isOutside={date.slice(0, 7) !== month}
              />
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}

function MonthDay({
  date,
  lines,
  isOutside,
  ...days
}: DaysProps & { date: string; lines: number; isOutside: boolean }) {
  const { today, focused } = days;
  const words = useCalendarWords();
  const formats = useFormats();
  const items = days.itemsByDate.get(date) ?? [];
  const isOver = useDragged((drag) => drag?.over?.zone === date);
  const fits = items.length <= lines;
  const shown = fits ? items : items.slice(0, Math.max(0, lines - 1));
  const count = items.filter(({ isGhost }) => !isGhost).length;
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the calendar listens to keys for all days
    <div
      role="gridcell"
      aria-label={words.day({ day: fullDate(date, formats), count })}
      aria-current={date === today ? 'date' : undefined}
      tabIndex={date === focused ? 0 : -1}
      data-testid="calendar-day"
      data-date={date}
      data-drop-zone={date}
      onFocus={() => days.onFocusDay(date)}
      onClick={() => days.onAddOn(date)}
      className={classNames(
        'group/day flex min-w-0 flex-col gap-0.5 overflow-hidden border-e border-line px-1 pb-1 last:border-e-0 focus-visible:outline-offset-[-2px]',
        isOver ? 'bg-accent-soft' : isOutside && 'bg-raised/40',
      )}
    >
      <div className="flex h-7 shrink-0 items-center justify-end">
        <DayNumber date={date} today={today} isMuted={isOutside} />
      </div>
      {shown.map((item) => (
        <CalendarChip
          key={`${item.task.id}${item.isGhost ? '~' : ''}`}
          item={item}
          isSelected={item.task.id === days.selectedId}
          isLate={date < today}
          onOpen={days.onOpenTask}
        />
      ))}
      {fits ? null : (
        <button
          type="button"
          tabIndex={-1}
          data-testid="calendar-more"
          onClick={(event) => {
            event.stopPropagation();
            days.onOpenDay(date);
          }}
          className="press h-5 shrink-0 rounded-[5px] px-1.5 text-start text-xs text-muted hover:bg-raised hover:text-text"
        >
          {words.more({ count: items.length - shown.length })}
        </button>
      )}
    </div>
  );
}

/** The number of a day; today's stands out. The first of a month is named. */
export function DayNumber({
  date,
  today,
  isMuted = false,
}: {
  date: string;
  today: string;
  isMuted?: boolean;
}) {
  const formats = useFormats();
  const isFirst = date.endsWith('-01') && date !== today;
  return (
    <span
      className={classNames(
        'tabular flex h-6 min-w-6 items-center justify-center rounded-full px-1.5 text-xs',
        date === today && 'bg-accent font-semibold text-on-accent',
        date !== today && (isMuted ? 'text-muted' : 'font-medium'),
      )}
    >
      {isFirst
        ? formats.date(date, { day: 'numeric', month: 'short' })
        : formats.number(Number(date.slice(8)))}
    </span>
  );
}

/** How many lines fit into a day, by the height of the grid. */
function useLines(body: RefObject<HTMLElement | null>, weekCount: number): number {
  const [lines, setLines] = useState(3);
  useLayoutEffect(() => {
    const element = body.current;
    if (element === null) return undefined;
    const measure = () => {
      const dayPx = element.clientHeight / weekCount;
      setLines(Math.max(1, Math.floor((dayPx - headPx - 4) / linePx)));
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, [body, weekCount]);
  return lines;
}
