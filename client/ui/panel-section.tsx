import { ChevronRight } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import { classNames } from './class-names.ts';

/** A part of a panel under a heading that folds it; how many things are in it is said beside it. */
export function PanelSection({
  title,
  count,
  startsOpen = true,
  testId,
  children,
}: {
  title: string;
  count?: number | undefined;
  startsOpen?: boolean;
  testId?: string;
  children: ReactNode;
}) {
  const [isOpen, setIsOpen] = useState(startsOpen);
  const bodyId = useId();
  return (
    <section aria-label={title} data-testid={testId} className="flex flex-col">
      <h2>
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={bodyId}
          onClick={() => setIsOpen(!isOpen)}
          className="press flex min-h-8 w-full items-center gap-1.5 rounded-control px-2 text-start text-[0.8125rem] font-medium text-muted hover:bg-raised/60 pointer-coarse:min-h-11"
        >
          {title}
          {count === undefined || count === 0 ? null : (
            <span className="tabular text-xs font-normal">{count}</span>
          )}
          <ChevronRight
            aria-hidden="true"
            className={classNames('size-3.5 transition-transform', isOpen && 'rotate-90')}
          />
        </button>
      </h2>
      <div id={bodyId} hidden={!isOpen} className="flex flex-col gap-1 pt-1">
        {isOpen ? children : null}
      </div>
    </section>
  );
}
