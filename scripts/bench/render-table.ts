import type { TargetName } from '#scripts/bench/job';
import type { Measured } from '#scripts/bench/measured';
import type { Row } from '#scripts/bench/rows';

const floorNames: Partial<Record<TargetName, string>> = {
  'bare-socket-io': 'Socket.IO',
  'bare-ws': 'ws',
  'bare-mongo': 'MongoDB',
};

const header = [
  '',
  'workload',
  'floor',
  'TaskFlow embedded',
  'TaskFlow MongoDB',
  'goal',
  'reached',
  'noise',
];

/** The table as Markdown, in columns that also line up on a terminal; rows that were not measured are left out. */
export function renderTable(rows: readonly Row[], measured: Measured): string {
  const lines = rows.flatMap((row) => {
    const embedded = renderOurs(row, 'taskflow-embedded', measured);
    const mongo = renderOurs(row, 'taskflow-mongo', measured);
    if (!embedded && !mongo) return [];
    return [
      [
        row.id.split(' ')[0] ?? '',
        row.label,
        renderFloors(row, measured),
        embedded?.text ?? '',
        mongo?.text ?? '',
        row.goal,
        [embedded?.verdict, mongo?.verdict].filter(Boolean).join(' / '),
        renderNoise(row, measured),
      ],
    ];
  });
  return alignColumns([header, ...lines]);
}

function renderFloors({ id, measure, unit, floors }: Row, measured: Measured): string {
  const values = floors.flatMap((target) => {
    const value = measured.value({ id, target, measure });
    return value === undefined ? [] : [`${floorNames[target]} ${formatNumber(value, unit)}`];
  });
  return values.length === 0 ? '–' : `${values.join(', ')} ${unit}`;
}

function renderOurs(
  row: Row,
  target: 'taskflow-embedded' | 'taskflow-mongo',
  measured: Measured,
): { text: string; verdict: string } | undefined {
  const { id, measure, unit } = row;
  const { against, goal } = target === 'taskflow-embedded' ? row.embedded : row.mongo;
  const value = measured.value({ id, target, measure });
  if (value === undefined) return undefined;
  const floorSeries = against && { ...against, measure };
  const ratio = floorSeries && measured.ratio({ id, target, measure }, floorSeries);
  const floor = floorSeries && measured.value(floorSeries);
  const text = `${formatNumber(value, unit)} ${unit}`;
  const isReached = goal?.({ value, ratio: ratio ?? Number.NaN, floor: floor ?? Number.NaN });
  return {
    text: ratio === undefined ? text : `${text} (${ratio.toFixed(2)} ×)`,
    verdict: renderVerdict(isReached),
  };
}

function renderVerdict(isReached: boolean | undefined): string {
  if (isReached === undefined) return '–';
  return isReached ? 'yes' : 'no';
}

/** How far the rounds of the compared floor lie apart, or our own where there is no floor. */
function renderNoise({ id, measure, floors }: Row, measured: Measured): string {
  const target = floors[0] ?? 'taskflow-embedded';
  const spread = measured.spread({ id, target, measure });
  return spread === undefined || Number.isNaN(spread) ? '' : `${Math.round(spread * 100)} %`;
}

function formatNumber(value: number, unit: Row['unit']): string {
  if (unit === 'KiB') return (value / 1024).toFixed(1);
  if (unit === 'ms') return value.toFixed(value < 100 ? 1 : 0);
  return Math.round(value).toLocaleString('en');
}

function alignColumns(lines: readonly (readonly string[])[]): string {
  const widths = header.map((_, column) =>
    Math.max(3, ...lines.map((line) => line[column]?.length ?? 0)),
  );
  const render = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [first = [], ...rest] = lines;
  return [
    render(first),
    render(widths.map((width) => '-'.repeat(width))),
    ...rest.map(render),
  ].join('\n');
}
