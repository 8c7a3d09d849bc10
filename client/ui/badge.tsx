import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

const tones = {
  neutral: 'text-muted',
  accent: 'text-accent',
  ok: 'text-ok',
  warn: 'text-warn',
  danger: 'text-danger',
  conflict: 'text-conflict',
};

/** A short fact beside a title; colour never says anything that its words do not. */
export function Badge({
  tone = 'neutral',
  icon,
  title,
  onTitle,
  gives = false,
  children,
}: {
  tone?: keyof typeof tones;
  icon?: ReactNode;
  title?: string | undefined;
  /** A title that takes time to make: it is made when somebody points at the badge. */
  onTitle?: () => string;
  /** Ends in dots where there is no room, so that what is firm beside it is read whole. */
  gives?: boolean;
  children?: ReactNode;
}) {
  return (
    <span
      title={title}
      onPointerEnter={
        onTitle &&
        (({ currentTarget }) => {
          currentTarget.title = onTitle();
        })
      }
      className={classNames(
        'tabular inline-flex h-5 max-w-40 items-center gap-1 whitespace-nowrap text-xs [&>svg]:size-3.5 [&>svg]:shrink-0',
        gives ? 'min-w-4' : 'shrink-0',
        tones[tone],
      )}
    >
      {icon}
      <span dir="auto" className="truncate empty:hidden">
        {children}
      </span>
    </span>
  );
}

/** A dot in a colour of the palette, for projects and labels. */
export function ColorDot({ color }: { color: string }) {
  return (
    <svg viewBox="0 0 8 8" className="size-2! shrink-0" aria-hidden="true">
      <circle cx="4" cy="4" r="4" fill={`var(--palette-${color}, var(--palette-gray))`} />
    </svg>
  );
}
