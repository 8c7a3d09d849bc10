import { BarChart } from './bar-chart.tsx';
import { ChartTable } from './chart-table.tsx';
import type { NamedBar } from './period-bars.ts';

/** The same values as bars or as a table, as the person wants them. */
export function ChartOrTable({
  title,
  bars,
  columns,
  isTable,
  height,
  scaleLabel,
  cellsOf = ({ value }) => [value],
}: {
  title: string;
  bars: readonly NamedBar[];
  columns: readonly string[];
  isTable: boolean;
  height?: number;
  scaleLabel?: (value: number) => string;
  cellsOf?: (bar: NamedBar) => readonly string[];
}) {
  if (!isTable)
    return (
      <BarChart title={title} bars={bars} height={height} {...(scaleLabel && { scaleLabel })} />
    );
  const lines = bars.map((bar) => ({ key: bar.key, name: bar.name, cells: cellsOf(bar) }));
  return <ChartTable caption={title} columns={columns} lines={lines} />;
}
