import { ChevronLeft, ChevronRight } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { IconButton } from './button.tsx';
import { classNames } from './class-names.ts';

const dayMs = 86_400_000;

/** How dates are written where the grid is shown. */
interface GridFormats {
  date: (date: string, options: Intl.DateTimeFormatOptions) => string;
  number: (value: number) => string;
  /** 1 is Monday, 7 Sunday. */
  firstWeekday: number;
  direction: 'ltr' | 'rtl';
}

/**
 * A month to pick a day from. Dates are `YYYY-MM-DD`. Left and right follow what is seen: in a language that runs from
 * the right the next day is on the left. Arrow keys move by day and week, Page
 * Up and Down by month; one tab stop.
 */
export function MonthGrid({
  value,
  today,
  label,
  words,
  formats,
  onPick,
}: {
  value: string | null;
  today: string;
  label: string;
  words: { previous: string; next: string };
  formats: GridFormats;
  onPick: (date: string) => void;
}) {
  const [focused, setFocused] = useState(value ?? today);
  const hasMoved = useRef(false);
  const focusedCell = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // Only after a key: the buttons for other months keep the focus themselves.
    if (hasMoved.current) focusedCell.current?.focus();
    hasMoved.current = false;
  });
  const moveTo = (date: string, withFocus: boolean) => {
    hasMoved.current = withFocus;
    setFocused(date);
  };
  const toEnd = formats.direction === 'rtl' ? -1 : 1;
  const keySteps: Record<string, number> = {
    ArrowLeft: -toEnd,
    ArrowRight: toEnd,
    ArrowUp: -7,
    ArrowDown: 7,
  };
  const handleKey = (event: KeyboardEvent) => {
    const step = keySteps[event.key];
    const months = { PageUp: -1, PageDown: 1 }[event.key];
    if (step === undefined && months === undefined) return;
    event.preventDefault();
    moveTo(step === undefined ? addMonths(focused, months ?? 0) : addDays(focused, step), true);
  };
  const weeks = weeksOf(focused, formats.firstWeekday);
  return (
    <div>
      <div className="flex items-center justify-between pb-1">
        <IconButton label={words.previous} onClick={() => moveTo(addMonths(focused, -1), false)}>
          <ChevronLeft />
        </IconButton>
        <p aria-live="polite" className="text-[0.8125rem] font-semibold">
          {formats.date(focused, { month: 'long', year: 'numeric' })}
        </p>
        <IconButton label={words.next} onClick={() => moveTo(addMonths(focused, 1), false)}>
          <ChevronRight />
        </IconButton>
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- a table that keys move in is a grid */}
      <table role="grid" aria-label={label} className="w-full table-fixed" onKeyDown={handleKey}>
        <thead>
          <tr>
            {weeks[0]?.map((date) => (
              <th key={date} scope="col" className="h-7 text-center text-xs font-normal text-muted">
                <abbr title={formats.date(date, { weekday: 'long' })} className="no-underline">
                  {formats.date(date, { weekday: 'narrow' })}
                </abbr>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((date) => (
                <td key={date} className="p-0 text-center" aria-selected={date === value}>
                  <button
                    type="button"
                    ref={date === focused ? focusedCell : undefined}
                    tabIndex={date === focused ? 0 : -1}
                    aria-label={formats.date(date, {
                      weekday: 'long',
                      day: 'numeric',
                      month: 'long',
                    })}
                    aria-current={date === today ? 'date' : undefined}
                    onClick={() => onPick(date)}
                    className={classNames(
                      'press tabular size-8 rounded-full text-[0.8125rem] pointer-coarse:size-10',
                      date === value && 'bg-accent font-semibold text-on-accent',
                      date !== value && 'hover:bg-raised',
                      date !== value && date === today && 'font-semibold text-accent',
                      date.slice(0, 7) !== focused.slice(0, 7) && 'text-muted',
                    )}
                  >
                    {formats.number(Number(date.slice(8)))}
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function weeksOf(date: string, firstWeekday: number): string[][] {
  const first = `${date.slice(0, 8)}01`;
  const sinceWeekBegan = (new Date(toMs(first)).getUTCDay() - firstWeekday + 7) % 7;
  const start = addDays(first, -sinceWeekBegan);
  return Array.from({ length: 6 }, (_, week) =>
    Array.from({ length: 7 }, (_, day) => addDays(start, week * 7 + day)),
  );
}

function addDays(date: string, days: number): string {
  return new Date(toMs(date) + days * dayMs).toISOString().slice(0, 10);
}

/** The same day of another month, or its last day where the month is shorter. */
function addMonths(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  const moved = Date.UTC(year, month - 1 + months, Math.min(day, lastDay));
  return new Date(moved).toISOString().slice(0, 10);
}

function toMs(date: string): number {
  return Date.parse(`${date}T00:00:00.000Z`);
}
