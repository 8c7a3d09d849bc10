import { useStatisticsWords } from '#client/i18n/compiled/use-statistics-words.ts';
import type { StatisticsWords } from '#client/i18n/compiled/types/statistics-words.ts';
import { useFormats } from '#client/i18n/language.ts';
import { useMediaQuery } from '#client/ui/use-media-query.ts';
import { Card } from './card.tsx';
import { ChartOrTable } from './chart-or-table.tsx';
import type { Statistics } from './compute-statistics.ts';
import { periodBars } from './period-bars.ts';

/** How much was completed, day by day, and whether that is more than before. */
export function CompletedCard({
  statistics,
  today,
  isTable,
  className,
}: {
  statistics: Statistics;
  today: number;
  isTable: boolean;
  className: string;
}) {
  const words = useStatisticsWords();
  const formats = useFormats();
  const { period, total } = statistics;
  const { completed, columns } = words;
  const isWide = useMediaQuery('(min-width: 1024px)');
  const isLong = statistics.buckets.length > 14;
  return (
    <Card
      title={completed.title}
      help={completed.help}
      testId="card-completed"
      className={className}
    >
      <div className="-mt-2 flex flex-wrap items-baseline gap-x-3 gap-y-0.5">
        <p className="text-3xl/9 font-semibold tracking-[-0.02em] tabular" data-testid="total">
          {formats.number(total)}{' '}
          <span className="text-sm font-normal tracking-normal text-muted">
            {completed.word({ count: total })}
          </span>
        </p>
        <p className="text-[0.8125rem] text-muted" data-testid="change">
          {changeText(statistics, completed)}
        </p>
      </div>
      <ChartOrTable
        title={completed.title}
        bars={periodBars(statistics, { words, formats, today })}
        columns={[columns[period.unit], columns.tasks]}
        isTable={isTable}
        height={isWide ? 272 : 176}
        {...(isLong && { scaleLabel: formats.number })}
      />
    </Card>
  );
}

function changeText(
  { period, total, totalBefore: before }: Statistics,
  words: StatisticsWords['completed'],
): string {
  const span = period.name === 'months12' ? 'other' : period.name;
  if (before === 0) return words.noneBefore({ span });
  if (total === before) return words.same({ span });
  const by = Math.abs(total - before);
  return total > before ? words.more({ by, before, span }) : words.fewer({ by, before, span });
}
