import type { Bar, BarSlot } from './chart-bars.ts';

/** What a bar means, above it; the bar itself says the same to screen readers. */
export function BarTip({ bar, slot }: { bar: Bar; slot: BarSlot }) {
  const { start, width, align } = roomFor(slot);
  return (
    <div
      style={{ insetInlineStart: `${start}%`, width: `${width}%`, justifyContent: align }}
      className="pointer-events-none absolute bottom-full z-20 -mb-3 flex"
    >
      <div
        aria-hidden="true"
        data-testid="bar-tip"
        className="tabular pointer-events-auto w-max animate-fade-in rounded-control bg-surface px-2 py-1 text-xs text-text shadow-float forced-colors:border"
      >
        {bar.text}
      </div>
    </div>
  );
}

/** Where there is not a quarter of the chart on either side of a bar, its tip begins or ends with it. */
const sideMin = 25;

/** A part of the chart, in percent from where lines begin, that the tip is held in: it never reaches beyond. */
function roomFor({ start, width }: BarSlot) {
  const end = start + width;
  const middle = start + width / 2;
  if (middle < sideMin) return { start, width: 100 - start, align: 'start' };
  if (middle > 100 - sideMin) return { start: 0, width: end, align: 'end' };
  const reach = Math.min(middle, 100 - middle);
  return { start: middle - reach, width: 2 * reach, align: 'center' };
}
