import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { useFormats } from '#client/i18n/language.ts';
import { BarLabel, BarShape, chartSizeOf } from './bar-shape.tsx';
import { BarTip } from './bar-tip.tsx';
import { type Bar, barSlot, topOf } from './chart-bars.ts';
import { ChartGround, HatchPattern } from './chart-ground.tsx';

const usualHeight = 156;

/**
 * Bars side by side, the first where lines begin. One tab stop; arrows go from bar to bar, and what a bar means stands
 * above it while it is pointed at, pressed or in focus (Escape takes it away).
 */
export function BarChart({
  title,
  bars,
  height = usualHeight,
  scaleLabel,
}: {
  title: string;
  bars: readonly Bar[];
  /** In pixels, names included. */
  height?: number | undefined;
  /** Writes the value at the top of the scale; without it each bar has its own value above it. */
  scaleLabel?: (value: number) => string;
}) {
  const { direction } = useFormats();
  const svg = useRef<SVGSVGElement>(null);
  const hatchId = useId();
  const [activeAt, setActiveAt] = useState<number>();
  const [stopAt, setStopAt] = useState(bars.length - 1);
  const size = chartSizeOf(height);
  const top = topOf(bars);
  const active = activeAt === undefined ? undefined : bars[activeAt];
  const lastAt = bars.length - 1;
  const focusAt = (index: number) => {
    const at = Math.min(Math.max(index, 0), lastAt);
    setStopAt(at);
    svg.current?.querySelectorAll<SVGGElement>('[data-bar]')[at]?.focus();
  };
  const handleKey = (event: KeyboardEvent) => {
    const from = activeAt ?? Math.min(stopAt, lastAt);
    const forward = direction === 'rtl' ? -1 : 1;
    if (event.key === 'ArrowRight') focusAt(from + forward);
    else if (event.key === 'ArrowLeft') focusAt(from - forward);
    else if (event.key === 'Home') focusAt(0);
    else if (event.key === 'End') focusAt(lastAt);
    else if (event.key === 'Escape' && activeAt !== undefined) setActiveAt(undefined);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="relative" onPointerLeave={() => setActiveAt(undefined)}>
      {active === undefined || activeAt === undefined ? null : (
        <BarTip bar={active} slot={barSlot(activeAt, bars.length)} />
      )}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- hears of keys on its bars */}
      <svg
        ref={svg}
        role="group"
        aria-label={title}
        width="100%"
        height={height}
        onKeyDown={handleKey}
        className="block overflow-visible"
      >
        <HatchPattern id={hatchId} />
        <ChartGround
          topY={size.top}
          baseY={size.base}
          label={scaleLabel?.(top)}
          isMirrored={direction === 'rtl'}
        />
        {bars.map((bar, index) => (
          <g
            key={bar.key}
            role="img"
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- its value is read by going to it
            tabIndex={index === Math.min(stopAt, lastAt) ? 0 : -1}
            data-bar=""
            data-value={bar.values.reduce((sum, { value }) => sum + value, 0)}
            aria-label={bar.text}
            onPointerEnter={() => setActiveAt(index)}
            onClick={() => setActiveAt(index)}
            onFocus={() => {
              setActiveAt(index);
              setStopAt(index);
            }}
            onBlur={() => setActiveAt(undefined)}
            className="rounded-control focus-visible:outline-offset-0"
          >
            <BarShape
              bar={bar}
              size={size}
              index={index}
              count={bars.length}
              top={top}
              hatchId={hatchId}
              isMirrored={direction === 'rtl'}
              isActive={index === activeAt}
              hasValue={scaleLabel === undefined}
            />
          </g>
        ))}
        <g aria-hidden="true">
          {bars.map((bar, index) => (
            <BarLabel
              key={bar.key}
              bar={bar}
              y={height - 6}
              index={index}
              count={bars.length}
              isMirrored={direction === 'rtl'}
            />
          ))}
        </g>
      </svg>
    </div>
  );
}
