import type { Bar, BarSlot } from './chart-bars.ts';

/** What a bar means, above it; the bar itself says the same to screen readers. */
export function BarTip({ bar, slot }: { bar: Bar; slot: BarSlot }) {
  const middle = slot.start + slot.width / 2;
  // A box as wide as twice the way to the nearer edge, with the tip in its middle, never reaches beyond the chart.
  const reach = Math.max(22, Math.min(middle, 100 - middle));
  const start = Math.min(Math.max(middle - reach, 0), 100 - 2 * reach);
  const align = alignOf(middle);
  return (
    <div
      style={{ insetInlineStart: `${start}%`, width: `${2 * reach}%`, justifyContent: align }}
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

function alignOf(middle: number): 'start' | 'center' | 'end' {
  if (middle < 22) return 'start';
  return middle > 78 ? 'end' : 'center';
}
