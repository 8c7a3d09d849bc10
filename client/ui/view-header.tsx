import { createContext, type ReactNode, useContext, useEffect, useRef } from 'react';
import { withNextFrame } from './after-layout.ts';

/** What the frame puts into every header on narrow screens, where there is no sidebar to hold it. */
export const HeaderExtraContext = createContext<ReactNode>(null);

/** The head of a view: what it shows, how many, and what can be done with all of it. */
export function ViewHeader({
  title,
  icon,
  detail,
  isFull = false,
  children,
}: {
  title: string;
  icon?: ReactNode;
  detail?: string | undefined;
  /** As wide as the view, for what is no single column. */
  isFull?: boolean;
  children?: ReactNode;
}) {
  const extra = useContext(HeaderExtraContext);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title =
      detail === undefined ? `${title} · TaskFlow` : `${title} (${detail}) · TaskFlow`;
  }, [title, detail]);
  useEffect(() => {
    // A new view is told to screen readers by its heading; a focus that somebody placed already stays.
    return withNextFrame(() => {
      if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
    });
  }, []);
  return (
    <header
      className={`mx-auto flex h-16 w-full shrink-0 items-center gap-1 pe-3 ps-4 sm:pe-5 ${isFull ? 'sm:ps-6' : 'max-w-[760px] sm:ps-[42px]'}`}
    >
      <h1
        ref={heading}
        tabIndex={-1}
        className="flex min-w-0 items-center gap-2 truncate text-xl font-semibold tracking-[-0.012em] outline-none"
      >
        {icon}
        <span
          dir="auto"
          className="truncate max-sm:line-clamp-2 max-sm:text-lg/5 max-sm:whitespace-normal"
        >
          {title}
        </span>
      </h1>
      {detail === undefined ? null : (
        <span className="tabular ms-2 shrink-0 text-[0.8125rem] text-muted max-sm:hidden">
          {detail}
        </span>
      )}
      <span className="grow" />
      {extra}
      {children}
    </header>
  );
}
