import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

/** What a view says when there is nothing in it: one line, why, and one thing to do. */
export function EmptyState({
  drawing,
  title,
  titleTag: Title = 'p',
  text,
  action,
}: {
  /** Left out where there is little room: the text stands closer then. */
  drawing?: ReactNode;
  title: string;
  /** `h1` where this is all that a page shows. */
  titleTag?: 'p' | 'h1';
  text: string;
  action?: ReactNode;
}) {
  return (
    <div
      className={classNames(
        'mx-auto flex max-w-sm animate-fade-in flex-col items-center gap-3 px-6 text-center',
        drawing === undefined ? 'py-6' : 'pt-[12vh] pb-16',
      )}
    >
      {drawing === undefined ? null : <div className="text-edge">{drawing}</div>}
      <Title className="text-lg font-semibold text-balance">{title}</Title>
      <p className="text-muted text-pretty">{text}</p>
      {action === undefined ? null : <div className="-mx-6 pt-2">{action}</div>}
    </div>
  );
}
