import { classNames } from '#client/ui/class-names.ts';
import { type Bar, barSlot, stackOf } from './chart-bars.ts';

/** Heights of a chart in pixels: its scale reaches from `base` up to `top`; names stand below. */
export interface ChartSize {
  top: number;
  base: number;
  height: number;
}

/** See `ChartSize`. */
export function chartSizeOf(height: number): ChartSize {
  return { top: 18, base: height - 22, height };
}

/** One bar, its value above it where `hasValue`, and the room around it, which answers to the pointer. */
export function BarShape({
  bar,
  size,
  index,
  count,
  top,
  hatchId,
  isMirrored,
  isActive,
  hasValue,
}: {
  bar: Bar;
  size: ChartSize;
  index: number;
  count: number;
  top: number;
  hatchId: string;
  isMirrored: boolean;
  isActive: boolean;
  hasValue: boolean;
}) {
  const slot = barSlot(index, count);
  const at = (x: number, width: number) => `${isMirrored ? 100 - x - width : x}%`;
  const middle = at(slot.start + slot.width / 2, 0);
  const parts = stackOf(bar.values, { unit: (size.base - size.top) / top, base: size.base });
  const highest = parts.at(-1);
  return (
    <>
      <rect
        x={at(slot.start, slot.width)}
        width={`${slot.width}%`}
        height={size.height}
        className={isActive ? 'fill-raised' : 'fill-transparent'}
        rx="6"
      />
      {parts.map(({ y, height, isHatched }) => (
        <rect
          key={y}
          x={at(slot.barStart, slot.barWidth)}
          y={y}
          width={`${slot.barWidth}%`}
          height={height}
          rx="3"
          fill={isHatched ? `url(#${hatchId})` : 'var(--accent)'}
          stroke={isHatched ? 'var(--accent)' : undefined}
        />
      ))}
      {hasValue && highest !== undefined ? (
        <text
          x={middle}
          y={highest.y - 5}
          textAnchor="middle"
          className="tabular fill-text text-[0.6875rem]"
        >
          {bar.value}
        </text>
      ) : null}
    </>
  );
}

/** The name below a bar. It stands apart from it: it may be wider, and is no part of what is in focus. */
export function BarLabel({
  bar,
  y,
  index,
  count,
  isMirrored,
}: {
  bar: Bar;
  y: number;
  index: number;
  count: number;
  isMirrored: boolean;
}) {
  const { start, width } = barSlot(index, count);
  const anchor = anchorOf(index, count);
  const x = start + width * labelShare[anchor];
  return (
    <text
      x={`${isMirrored ? 100 - x : x}%`}
      y={y}
      textAnchor={anchor}
      className={classNames(
        'tabular pointer-events-none text-[0.6875rem]',
        bar.isCurrent === true ? 'fill-text font-semibold' : 'fill-muted',
        bar.isMinor === true && 'hidden @lg:inline',
      )}
    >
      {bar.label}
    </text>
  );
}

/** Where in its slot a label is held. */
const labelShare = { start: 0, middle: 0.5, end: 1 };

/** Among many bars the names are wider than the bars: the outer ones would reach beyond the chart. */
function anchorOf(index: number, count: number): keyof typeof labelShare {
  if (count <= 14) return 'middle';
  if (index === 0) return 'start';
  return index === count - 1 ? 'end' : 'middle';
}
