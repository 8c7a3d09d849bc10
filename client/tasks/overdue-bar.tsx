import { ChevronRight, Ellipsis } from 'lucide-react';
import { Suspense, useRef, useState } from 'react';
import { lazy } from '#client/ui/lazy.ts';
import { useStore } from '#client/store/store-context.ts';
import { Button, IconButton } from '#client/ui/button.tsx';
import { classNames } from '#client/ui/class-names.ts';
import { addDays, isOverdue } from './due-date.ts';
import { replan } from './plan-commands.ts';
import type { TaskRowData } from './task-rows.ts';
import { usePlanWords } from '#client/i18n/compiled/use-plan-words.ts';
import type { TaskActions } from './use-task-actions.ts';

const ReplanMenu = lazy(async () => ({
  default: (await import('./replan-menu.tsx')).ReplanMenu,
}));

/** Where overdue tasks can be moved to with one press. */
export type ReplanDay = 'today' | 'tomorrow' | 'nextWeek';

const daysFromToday: Record<ReplanDay, number> = { today: 0, tomorrow: 1, nextWeek: 7 };

/** How many tasks are overdue, and one press that moves all of them; with `unfold` they are shown or hidden by it. */
export function OverdueBar({
  rows,
  today,
  actions,
  unfold,
}: {
  rows: readonly TaskRowData[];
  today: string;
  actions: TaskActions;
  unfold?: { isOpen: boolean; onToggle: () => void };
}) {
  const words = usePlanWords();
  const store = useStore();
  const bar = useRef<HTMLDivElement>(null);
  const overdue = rows.filter(({ task }) => isOverdue(task, today));
  if (overdue.length === 0) return null;
  const moveAll = async (day: ReplanDay) => {
    const heading = bar.current?.closest('section')?.querySelector('h1');
    const taskIds = overdue.map(({ task }) => task.id);
    const count = await replan(store, { taskIds, dueDate: addDays(today, daysFromToday[day]) });
    if (count > 0) actions.notify(words.moved[day]({ count }));
    // The button that was pressed goes with the last overdue task; the heading is where a view begins.
    heading?.focus({ preventScroll: true });
  };
  const title = words.overdue({ count: overdue.length });
  return (
    <div
      ref={bar}
      data-testid="overdue-bar"
      className="mx-auto flex w-full max-w-[760px] shrink-0 items-center gap-1 pe-2 pb-1 ps-4 sm:pe-5 sm:ps-[42px]"
    >
      {unfold === undefined ? (
        <h2 className="tabular grow text-[0.8125rem] font-semibold">{title}</h2>
      ) : (
        <h2 className="min-w-0 grow">
          <button
            type="button"
            aria-expanded={unfold.isOpen}
            onClick={unfold.onToggle}
            className="press tabular -ms-1.5 flex h-8 items-center gap-1 rounded-control pe-2 text-[0.8125rem] font-semibold hover:bg-raised pointer-coarse:h-11"
          >
            <ChevronRight
              aria-hidden="true"
              className={classNames(
                'size-4 text-muted',
                unfold.isOpen && 'rotate-90 rtl:-rotate-90',
              )}
            />
            {title}
          </button>
        </h2>
      )}
      <Button size="small" data-testid="replan-today" onClick={() => void moveAll('today')}>
        {words.toToday}
      </Button>
      <OtherDays onPick={(day) => void moveAll(day)} />
    </div>
  );
}

/** The menu is made when its button is first pressed. */
function OtherDays({ onPick }: { onPick: (day: ReplanDay) => void }) {
  const words = usePlanWords();
  const [isWanted, setIsWanted] = useState(false);
  const button = (
    <IconButton
      label={words.toOther}
      aria-haspopup="menu"
      data-testid="replan-menu"
      onClick={() => setIsWanted(true)}
    >
      <Ellipsis />
    </IconButton>
  );
  if (!isWanted) return button;
  return (
    <Suspense fallback={button}>
      <ReplanMenu trigger={button} onPick={onPick} />
    </Suspense>
  );
}
