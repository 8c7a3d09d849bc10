import { classNames } from '#client/ui/class-names.ts';
import { type Bar, barSlot, stackOf } from './chart-bars.ts';

/** Heights of a chart in pixels: its scale reaches from `base` up to `top`; names stand below. */
export const chartSize = { top: 18, base: 134, height: 156 };

const plotHeight = chartSize.base - chartSize.top;

/** One bar with its name below, its value above where `hasValue`, and the room around it, which answers to the pointer. */
export function BarShape({
  bar,
  index,
  count,
  top,
  hatchId,
  isMirrored,
  isActive,
  hasValue,
}: {
  bar: Bar;
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
  const parts = stackOf(bar.values, { unit: plotHeight / top, base: chartSize.base });
  const highest = parts.at(-1);
  return (
    <>
      <rect
        x={at(slot.start, slot.width)}
        width={`${slot.width}%`}
        height={chartSize.height}
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
      <text
        x={middle}
        y={chartSize.height - 6}
        textAnchor="middle"
        className={classNames(
          'tabular text-[0.6875rem]',
          bar.isCurrent === true ? 'fill-text font-semibold' : 'fill-muted',
          bar.isMinor === true && 'hidden @lg:inline',
        )}
      >
        {bar.label}
      </text>
    </>
  );
}
