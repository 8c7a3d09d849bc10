import { Plus } from 'lucide-react';
import { useRef } from 'react';
import { useFormats } from '#client/i18n/language.ts';
import { IconButton } from '#client/ui/button.tsx';
import { classNames } from '#client/ui/class-names.ts';
import type { DaySection } from './day-sections.ts';
import { sectionWords } from './section-words.ts';
import { useHeadingDrop } from './use-heading-drop.ts';
import { usePlanWords } from '#client/i18n/compiled/use-plan-words.ts';

/** The heading of a section: a row of the grid, on which a task can be dropped if it is one day. */
export function DayHeading({
  section,
  today,
  rowIndex,
  onAddOn,
  onDropTasks,
}: {
  section: DaySection;
  today: string;
  rowIndex: number;
  onAddOn: (date: string) => void;
  /** Without it nothing can be dropped here. */
  onDropTasks?: (taskIds: readonly string[], date: string) => void;
}) {
  const words = usePlanWords();
  const formats = useFormats();
  const element = useRef<HTMLDivElement>(null);
  const date = section.name === 'day' ? section.date : undefined;
  const isOver = useHeadingDrop({ element, part: date, onDropTasks });
  const { title, detail } = sectionWords(section, { today, words, formats });
  const count = section.name === 'done' ? section.rows.length : openCount(section);
  const isQuiet = section.name === 'day' && count === 0;
  const isPart = section.name === 'month';
  const weight = isPart ? 'font-medium' : 'font-semibold';
  const Tag = isPart ? 'h3' : 'h2';
  return (
    <div ref={element} role="row" aria-rowindex={rowIndex} className="h-full">
      <div
        role="gridcell"
        data-testid="day-heading"
        data-date={date}
        className={classNames(
          'ms-2 flex h-full items-end gap-1.5 border-b pe-0.5 pb-1 text-[0.8125rem] sm:ms-[26px] sm:pe-1.5',
          isOver ? 'rounded-control border-accent bg-accent-soft' : 'border-line',
        )}
      >
        <Tag className="flex min-w-0 items-baseline gap-2 truncate pb-1">
          <span className={isQuiet ? 'text-muted' : weight}>{title}</span>
          <span className="tabular text-xs text-muted">{detail}</span>
        </Tag>
        <span className="grow" />
        {count === 0 ? null : (
          <span className="tabular pb-1 text-xs text-muted">
            <span aria-hidden="true">{formats.number(count)}</span>
            <span className="sr-only">{words.count({ count })}</span>
          </span>
        )}
        {date === undefined ? null : (
          <IconButton
            label={words.addOn({ day: `${title} ${detail}` })}
            data-testid="add-on-day"
            className="-mb-0.5 size-7! pointer-coarse:size-11! pointer-coarse:-mb-2"
            onClick={() => onAddOn(date)}
          >
            <Plus />
          </IconButton>
        )}
      </div>
    </div>
  );
}

/** Without those that were just completed, or are shown beside the open ones. */
function openCount({ rows }: DaySection): number {
  return rows.filter(({ task }) => task.status === 'todo' || task.status === 'in_progress').length;
}
