import type { ReactNode } from 'react';

/** What a view says when there is nothing in it: one line, why, and one thing to do. */
export function EmptyState({
  drawing,
  title,
  text,
  action,
}: {
  drawing: ReactNode;
  title: string;
  text: string;
  action?: ReactNode;
}) {
  return (
    <div className="mx-auto flex max-w-sm animate-fade-in flex-col items-center gap-3 px-6 pt-[12vh] pb-16 text-center">
      <div className="text-edge">{drawing}</div>
      <p className="text-lg font-semibold text-balance">{title}</p>
      <p className="text-muted text-pretty">{text}</p>
      {action === undefined ? null : <div className="pt-2">{action}</div>}
    </div>
  );
}
