import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useCalendarWords } from '#client/i18n/compiled/use-calendar-words.ts';
import { Button, IconButton } from '#client/ui/button.tsx';
import { classNames } from '#client/ui/class-names.ts';
import type { CalendarSpan } from './month-grid.ts';

/** The way through time: back, today, on; and how much of it is shown. */
export function CalendarBar({
  span,
  onStep,
  onToday,
  onSpan,
}: {
  span: CalendarSpan;
  onStep: (step: 1 | -1) => void;
  onToday: () => void;
  onSpan: (span: CalendarSpan) => void;
}) {
  const words = useCalendarWords();
  return (
    <>
      <IconButton
        label={words.previous[span]}
        data-testid="calendar-previous"
        onClick={() => onStep(-1)}
      >
        <ChevronLeft />
      </IconButton>
      <Button size="small" look="quiet" data-testid="calendar-today" onClick={onToday}>
        {words.today}
      </Button>
      <IconButton label={words.next[span]} data-testid="calendar-next" onClick={() => onStep(1)}>
        <ChevronRight />
      </IconButton>
      <div
        role="group"
        aria-label={words.span}
        className="mx-1 flex shrink-0 rounded-control bg-raised p-0.5"
      >
        {(['month', 'week'] as const).map((name) => (
          <button
            key={name}
            type="button"
            aria-pressed={name === span}
            data-testid={`span-${name}`}
            onClick={() => onSpan(name)}
            className={classNames(
              'press h-7 rounded-[5px] px-2.5 text-[0.8125rem] font-medium pointer-coarse:h-10',
              name === span
                ? 'bg-chosen text-text shadow-[0_1px_2px_oklch(0_0_0/0.12)]'
                : 'text-muted hover:text-text',
            )}
          >
            {words[name]}
          </button>
        ))}
      </div>
    </>
  );
}
