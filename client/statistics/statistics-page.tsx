import { ChartNoAxesColumn, Table2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { useStatisticsWords } from '#client/i18n/compiled/use-statistics-words.ts';
import { Button, IconButton } from '#client/ui/button.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { useTiming } from '#client/ui/timing.ts';
import { useMediaQuery } from '#client/ui/use-media-query.ts';
import { ViewHeader } from '#client/ui/view-header.tsx';
import { PeriodSwitch } from './period-switch.tsx';
import { useIsShared } from './statistic-queries.ts';
import { StatisticsGrid } from './statistics-grid.tsx';
import { useStatistics } from './use-statistics.ts';
import type { StatisticsPageProps } from './wanted-statistics.ts';

/** What was completed, when, where and how timely, and what is still to be done: all from this device. */
export function StatisticsPage(props: StatisticsPageProps) {
  const { wanted, onWanted } = props;
  const words = useStatisticsWords();
  const isWide = useMediaQuery('(min-width: 768px)');
  const live = useStatistics(wanted.period);
  const { statistics, reading } = live;
  const isShared = useIsShared();
  const hasDone = statistics !== undefined && statistics.countsByDay.size > 0;
  const isEmpty = !hasDone && statistics !== undefined && reading !== 'reading';
  const period = (
    <PeriodSwitch period={wanted.period} onPeriod={(name) => onWanted({ period: name })} />
  );
  return (
    <section aria-label={words.title} className="flex min-w-0 grow flex-col">
      <ViewHeader title={words.title} isFull>
        {isEmpty ? null : (
          <>
            {isWide ? period : null}
            <IconButton
              label={words.asTables}
              aria-pressed={wanted.isTable}
              data-testid="as-tables"
              onClick={() => onWanted({ isTable: !wanted.isTable })}
            >
              <Table2 className={wanted.isTable ? 'text-accent' : undefined} />
            </IconButton>
          </>
        )}
      </ViewHeader>
      <div className="min-h-0 grow overflow-y-auto pb-24">
        {isEmpty || isWide ? null : <div className="px-4 pb-3 sm:px-6">{period}</div>}
        {reading === 'reading' ? <ReadingLine text={words.reading} /> : null}
        {reading === 'failed' ? <Line text={words.unread} /> : null}
        {hasDone && isShared ? <Line text={words.everybody} /> : null}
        {hasDone ? <StatisticsGrid {...props} {...live} statistics={statistics} /> : null}
        {isEmpty ? <NothingDone /> : null}
      </div>
    </section>
  );
}

const patienceMs = 400;

/** Mostly all is read before anybody could read this line. */
function ReadingLine({ text }: { text: string }) {
  const timing = useTiming();
  const [isShown, setIsShown] = useState(false);
  useEffect(() => timing.after(patienceMs, () => setIsShown(true)), [timing]);
  return isShown ? <Line text={text} /> : null;
}

function Line({ text }: { text: string }) {
  return (
    <p
      role="status"
      data-testid="statistics-note"
      className="px-4 pb-3 text-[0.8125rem] text-muted sm:px-6"
    >
      {text}
    </p>
  );
}

function NothingDone() {
  const words = useStatisticsWords();
  const [, navigate] = useLocation();
  return (
    <EmptyState
      drawing={<ChartNoAxesColumn className="size-14" strokeWidth={1.25} aria-hidden="true" />}
      title={words.emptyTitle}
      text={words.emptyText}
      action={<Button onClick={() => navigate('/today')}>{words.emptyAction}</Button>}
    />
  );
}
