import type { ReactNode } from 'react';

/** A field of a task in its panel: its name, and what it is. Stands in a `dl`. */
export function PanelField({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[88px_1fr] items-start">
      <dt className="px-2 py-1.5 text-[0.8125rem] text-muted pointer-coarse:py-3">{label}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  );
}
