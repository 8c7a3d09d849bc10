/** One bar of a chart, with all its words. */
export interface Bar {
  key: string;
  /** Below the bar; a chart of many bars leaves most of them without. */
  label?: string | undefined;
  /** Its label is left out where there is little room. */
  isMinor?: boolean;
  /** What today belongs to. */
  isCurrent?: boolean;
  /** Its name and value as they are read out and stand in its tip. */
  text: string;
  /** Its whole value, short. */
  value: string;
  /** Parts on top of each other, in the unit of the chart. */
  values: readonly { value: number; isHatched?: boolean }[];
}

/** Where a bar and the room around it lie, in percent from where lines begin. */
export interface BarSlot {
  start: number;
  width: number;
  barStart: number;
  barWidth: number;
}

/** The slot of one of so many bars. */
export function barSlot(index: number, count: number): BarSlot {
  const width = 100 / count;
  const barWidth = width * shareOf(count);
  const start = index * width;
  return { start, width, barStart: start + (width - barWidth) / 2, barWidth };
}

/** The value that reaches the top: the greatest one, or 1 where all are 0. */
export function topOf(bars: readonly Pick<Bar, 'values'>[]): number {
  const totals = bars.map(({ values }) => values.reduce((sum, { value }) => sum + value, 0));
  return Math.max(1, ...totals);
}

/** A part of a bar in pixels from the top of the chart; `y` is its upper edge. */
export interface BarPart {
  y: number;
  height: number;
  isHatched: boolean;
}

/** Puts the parts of a bar on top of each other, from the base up; what is 0 is no part, and the least is seen too. */
export function stackOf(
  values: Bar['values'],
  { unit, base }: { unit: number; base: number },
): BarPart[] {
  const parts: BarPart[] = [];
  for (const { value, isHatched = false } of values) {
    if (value === 0) continue;
    const below = parts.at(-1)?.y ?? base;
    const height = Math.max(2, value * unit);
    parts.push({ y: below - height, height, isHatched });
  }
  return parts;
}

/** Few bars would be blocks. */
function shareOf(count: number): number {
  if (count <= 7) return 0.46;
  return count <= 14 ? 0.58 : 0.68;
}
