import { useStatisticsWords } from '#client/i18n/compiled/use-statistics-words.ts';
import { useFormats } from '#client/i18n/language.ts';
import { Card } from './card.tsx';
import { ChartOrTable } from './chart-or-table.tsx';
import { type BarWriting, type NamedBar, shortWeekday } from './period-bars.ts';

/** On which days of the week things get done; weeks begin as the region has it. */
export function WeekdayCard({
  counts,
  weekStart,
  isTable,
}: {
  counts: readonly number[];
  weekStart: number;
  isTable: boolean;
}) {
  const words = useStatisticsWords();
  const formats = useFormats();
  const { weekdays, columns } = words;
  const bars = counts.map((_, at): NamedBar => {
    const weekday = (weekStart + at) % 7;
    // 5 January 1970 was a Monday.
    const date = `1970-01-${String(5 + weekday).padStart(2, '0')}`;
    return {
      ...countBar(counts[weekday] ?? 0, formats.date(date, { weekday: 'long' }), {
        words,
        formats,
      }),
      label: shortWeekday(date, formats),
    };
  });
  return (
    <Card
      title={weekdays.title}
      help={weekdays.help}
      testId="card-weekdays"
      className="lg:col-span-2"
    >
      <ChartOrTable
        title={weekdays.title}
        bars={bars}
        columns={[columns.weekday, columns.tasks]}
        isTable={isTable}
      />
    </Card>
  );
}

/** At what hours things get done. */
export function HourCard({ counts, isTable }: { counts: readonly number[]; isTable: boolean }) {
  const words = useStatisticsWords();
  const formats = useFormats();
  const { hoursOfDay, columns } = words;
  const timeOf = (hour: number) => formats.time(`${String(hour % 24).padStart(2, '0')}:00`);
  const bars = counts.map((count, hour): NamedBar => {
    const name = hoursOfDay.range({ from: timeOf(hour), to: timeOf(hour + 1) });
    return {
      ...countBar(count, name, { words, formats }),
      label: hour % 3 === 0 ? timeOf(hour) : undefined,
      isMinor: hour % 6 !== 0,
    };
  });
  return (
    <Card
      title={hoursOfDay.title}
      help={hoursOfDay.help}
      testId="card-hours"
      className="lg:col-span-4"
    >
      <ChartOrTable
        title={hoursOfDay.title}
        bars={bars}
        columns={[columns.hour, columns.tasks]}
        isTable={isTable}
        scaleLabel={formats.number}
      />
    </Card>
  );
}

function countBar(count: number, name: string, { words, formats }: BarWriting): NamedBar {
  return {
    key: name,
    name,
    text: words.bar({ name, value: words.tasks({ count }) }),
    value: formats.number(count),
    values: [{ value: count }],
  };
}
