import { percentile } from '#scripts/bench/percentile';

/** What a run measured: times in ms, one for each press, start or frame. */
export interface AppFigures {
  floor: readonly number[];
  /** Of a circle to the press on it, which comes before what was done is on disk and shown. */
  answer: readonly number[];
  done: readonly number[];
  add: readonly number[];
  move: readonly number[];
  open: readonly number[];
  search: readonly number[];
  /** Of a list that was never shown on this device, and of one that was. */
  unseen: readonly number[];
  starts: readonly number[];
  frames: readonly number[];
  mostRows: number;
  heapMb: number;
}

const inputs = ['answer', 'done', 'add', 'move', 'open', 'search'] as const;
const inputGoalMs = 50;
const startGoalMs = 1_000;
const rowsGoal = 60;

/** The figures as a Markdown table: ours, the bare page's, their ratio, and what the app has to reach. */
export function renderFigures(figures: AppFigures): string {
  const floor95 = percentile(figures.floor, 0.95);
  const rows = inputs.map((name) => {
    const p95 = percentile(figures[name], 0.95);
    return [
      `${name}, input to paint`,
      ms(percentile(figures[name], 0.5)),
      ms(p95),
      `${(p95 / floor95).toFixed(1)} ×`,
      `p95 ≤ ${inputGoalMs} ms`,
      verdict(p95 <= inputGoalMs),
    ];
  });
  const lines = [
    ['', 'p50', 'p95', 'to the bare page', 'goal', 'reached'],
    ['---', '---', '---', '---', '---', '---'],
    ['bare page, input to paint', ms(percentile(figures.floor, 0.5)), ms(floor95), '1 ×', '–', '–'],
    ...rows,
    ...startRows(figures),
    [
      'frames while scrolling to the end',
      ms(percentile(figures.frames, 0.5)),
      ms(percentile(figures.frames, 0.95)),
      '–',
      `≤ ${rowsGoal} rows mounted`,
      `${verdict(figures.mostRows <= rowsGoal)} (${figures.mostRows})`,
    ],
    [
      'memory of the page',
      `${figures.heapMb.toFixed(0)} MB`,
      '–',
      '–',
      '≤ 150 MB',
      verdict(figures.heapMb <= 150),
    ],
  ];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function ms(value: number): string {
  return `${value.toFixed(0)} ms`;
}

function verdict(isReached: boolean): string {
  return isReached ? 'yes' : 'no';
}

function startRows({ starts, unseen }: AppFigures): string[][] {
  const start = percentile(starts, 0.75);
  return [
    [
      'cold offline start to painted rows',
      ms(percentile(starts, 0.5)),
      ms(percentile(starts, 0.95)),
      '–',
      `p75 ≤ ${startGoalMs} ms`,
      `${verdict(start <= startGoalMs)} (p75 ${ms(start)})`,
    ],
    [
      'the same, list never shown before',
      ms(percentile(unseen, 0.5)),
      ms(percentile(unseen, 0.95)),
      '–',
      '–',
      '–',
    ],
  ];
}
