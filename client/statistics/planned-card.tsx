import type { StatisticsWords } from '#client/i18n/compiled/types/statistics-words.ts';
import { useStatisticsWords } from '#client/i18n/compiled/use-statistics-words.ts';
import { useFormats } from '#client/i18n/language.ts';
import { Card } from './card.tsx';
import { ChartOrTable } from './chart-or-table.tsx';
import { workText } from './duration-text.ts';
import { dateOfDay } from './period.ts';
import type { BarWriting, NamedBar } from './period-bars.ts';
import type { PlannedWork, WorkDay } from './planned-work.ts';
import { Swatch } from './swatch.tsx';

/** How full the next days are, beside what the days before came to, by the estimates of tasks. */
export function PlannedCard({
  planned,
  today,
  isTable,
}: {
  planned: PlannedWork;
  today: number;
  isTable: boolean;
}) {
  const words = useStatisticsWords();
  const formats = useFormats();
  const { planned: own, columns } = words;
  const daysByDate = new Map(planned.days.map((day) => [dateOfDay(day.day), day]));
  const isEmpty = planned.days.every(({ done, planned: ahead }) => done + ahead === 0);
  const notes = [
    ...(planned.overdue > 0 ? [own.overdue({ time: workText(planned.overdue, words) })] : []),
    ...(planned.withoutEstimate > 0 ? [own.unknown({ count: planned.withoutEstimate })] : []),
  ];
  return (
    <Card title={own.title} help={own.help} testId="card-planned" className="lg:col-span-4">
      {isEmpty ? (
        <p className="-mt-2 text-[0.8125rem] text-pretty text-muted">{own.none}</p>
      ) : (
        <>
          <div className="-mt-2 flex flex-wrap gap-x-8 gap-y-1">
            <Sum minutes={planned.plannedAhead} word={own.ahead} look="hatched" />
            <Sum minutes={planned.doneBefore} word={own.before} look="full" />
          </div>
          <ChartOrTable
            title={own.title}
            bars={planned.days.map((day) => barOf(day, { words, formats, today }))}
            columns={[columns.day, columns.done, columns.planned]}
            isTable={isTable}
            scaleLabel={(minutes) => workText(minutes, words)}
            cellsOf={({ key }) => {
              const day = daysByDate.get(key);
              return [workText(day?.done ?? 0, words), workText(day?.planned ?? 0, words)];
            }}
          />
        </>
      )}
      {notes.length === 0 ? null : <p className="text-[0.8125rem] text-muted">{notes.join(' ')}</p>}
    </Card>
  );
}

function Sum({ minutes, word, look }: { minutes: number; word: string; look: 'full' | 'hatched' }) {
  const words = useStatisticsWords();
  return (
    <p className="flex flex-wrap items-center gap-x-2 tabular" data-testid={`sum-${look}`}>
      <Swatch look={look} />
      <span className="text-xl/8 font-semibold tracking-[-0.01em]">{workText(minutes, words)}</span>
      <span className="text-[0.8125rem] text-muted">{word}</span>
    </p>
  );
}

function barOf(
  { day, done, planned }: WorkDay,
  { words, formats, today }: BarWriting & { today: number },
): NamedBar {
  const date = dateOfDay(day);
  const name = formats.date(date, { weekday: 'long', day: 'numeric', month: 'long' });
  return {
    key: date,
    name,
    isCurrent: day === today,
    label: formats.date(date, { weekday: 'narrow' }),
    text: words.bar({ name, value: valueText({ done, planned }, words) }),
    value: workText(done + planned, words),
    values: [{ value: done }, { value: planned, isHatched: true }],
  };
}

function valueText(of: { done: number; planned: number }, words: StatisticsWords): string {
  const { planned: own } = words;
  const done = workText(of.done, words);
  const planned = workText(of.planned, words);
  if (of.done > 0 && of.planned > 0) return own.both({ done, planned });
  if (of.done > 0) return own.done({ time: done });
  return of.planned > 0 ? own.planned({ time: planned }) : own.nothing;
}
