import { memo, type ReactNode } from 'react';
import { Link, useRoute } from 'wouter';
import { classNames } from './class-names.ts';

/** A link to a view in the sidebar; marks the view that is open, for eyes and screen readers. */
export const NavLink = memo(function NavLink({
  href,
  icon,
  count,
  keys,
  testId,
  children,
}: {
  href: string;
  icon: ReactNode;
  /** As it is to be read; nothing without one. */
  count?: string | undefined;
  keys?: string;
  testId?: string;
  children: ReactNode;
}) {
  const [isHere] = useRoute(href);
  return (
    <Link
      href={href}
      aria-current={isHere ? 'page' : undefined}
      aria-keyshortcuts={keys}
      data-testid={testId}
      className={classNames(
        'press flex h-8 items-center gap-2.5 rounded-control px-2.5 text-[0.8125rem] pointer-coarse:h-11 [&_svg]:shrink-0',
        isHere
          ? 'bg-raised font-semibold text-text'
          : 'font-medium text-muted hover:bg-raised hover:text-text',
      )}
    >
      {icon}
      <span dir="auto" className="min-w-0 grow truncate">
        {children}
      </span>
      {count === undefined ? null : (
        <span className="tabular text-xs font-normal text-muted">{count}</span>
      )}
    </Link>
  );
});
