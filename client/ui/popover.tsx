import { Popover as Radix } from 'radix-ui';
import type { ReactNode } from 'react';

/** A small panel on a button that takes the focus while it is open. */
export function Popover({
  isOpen,
  onOpenChange,
  trigger,
  label,
  children,
}: {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  trigger: ReactNode;
  label: string;
  children: ReactNode;
}) {
  return (
    <Radix.Root open={isOpen} onOpenChange={onOpenChange}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          aria-label={label}
          align="start"
          sideOffset={4}
          collisionPadding={8}
          // Keys pressed here belong to the panel, not to the list behind it (React hands them on through portals).
          onKeyDown={(event) => event.stopPropagation()}
          onClick={(event) => event.stopPropagation()}
          onOpenAutoFocus={focusChosen}
          className="z-50 max-h-(--radix-popover-content-available-height) animate-rise-in overflow-y-auto rounded-card bg-surface p-3 shadow-float focus:outline-none"
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** The choice that is made already is where a person goes on, not the first of those there are. */
function focusChosen(event: Event): void {
  const panel = event.target instanceof HTMLElement ? event.target : undefined;
  const chosen = panel?.querySelector<HTMLElement>('input:checked, [data-first-focus]');
  if (chosen === null || chosen === undefined) return;
  event.preventDefault();
  chosen.focus();
}
