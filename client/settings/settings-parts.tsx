import type { ReactNode } from 'react';

/** A part of the settings under its title. */
export function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <h2 className="pb-2 text-[0.8125rem] font-medium text-muted">{title}</h2>
      <div className="divide-y divide-line rounded-card border border-line bg-surface">
        {children}
      </div>
    </section>
  );
}

/** One setting: what it is, and how to change it. */
export function Row({
  label,
  text,
  children,
}: {
  label: string;
  text?: string;
  children?: ReactNode;
}) {
  return (
    <div className="flex min-h-14 flex-wrap items-center justify-between gap-x-6 gap-y-2 px-4 py-2.5">
      <div className="max-w-lg min-w-32 flex-1">
        <p dir="auto" className="font-medium">
          {label}
        </p>
        {text === undefined ? null : (
          <p className="text-[0.8125rem] text-pretty text-muted">{text}</p>
        )}
      </div>
      {children}
    </div>
  );
}
