import { type ReactNode, Suspense, useEffect, useRef } from 'react';
import { lazy } from '#client/ui/lazy.ts';
import { useMessages } from '#client/i18n/messages.ts';
import { withNextFrame } from '#client/ui/after-layout.ts';
import { SheetHandle } from '#client/ui/sheet-handle.tsx';
import { useEscape } from '#client/ui/use-escape.ts';
import { useMediaQuery } from '#client/ui/use-media-query.ts';

const Sheet = lazy(async () => ({ default: (await import('#client/ui/dialog.tsx')).Sheet }));

interface PanelPlaceProps {
  /** Another one says that other content has come into the place: the focus that was in the old stays in the panel. */
  contentKey?: string;
  /** False: where it is docked, the focus stays where it is. */
  takesFocus?: boolean | undefined;
  onClose: () => void;
  children: ReactNode;
}

/** Where a task is shown: beside the list where there is room, over it where there is not. */
export function PanelPlace(props: PanelPlaceProps) {
  const { onClose, children } = props;
  const { tasks: words } = useMessages();
  const isDocked = useMediaQuery('(min-width: 1280px)');
  const isPhone = useMediaQuery('(max-width: 639px)');
  useEscape(isDocked ? onClose : undefined);
  if (isDocked) return <DockedPanel {...props} />;
  return (
    <Suspense>
      <Sheet isOpen onClose={onClose} title={words.panel} side={isPhone ? 'bottom' : 'end'}>
        {isPhone ? <SheetHandle onClose={onClose} /> : null}
        {children}
      </Sheet>
    </Suspense>
  );
}

/** Takes the focus as a dialog would, so that its fields are one Tab away, and gives it back to the row. */
function DockedPanel({ contentKey, takesFocus = true, onClose, children }: PanelPlaceProps) {
  const { tasks: words } = useMessages();
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    const opener = document.activeElement;
    return () => {
      // Whoever closed it by choosing something else has the focus there.
      const isLost = document.activeElement === document.body;
      if (isLost && opener instanceof HTMLElement) opener.focus({ preventScroll: true });
    };
  }, []);
  const heldContent = useRef<string>(null);
  useEffect(() => {
    if (!takesFocus) return undefined;
    const before = document.activeElement;
    return withNextFrame(() => {
      const isOther = heldContent.current !== null;
      heldContent.current = contentKey ?? '';
      const now = document.activeElement;
      // Who has gone somewhere meanwhile stays there.
      const isFree = now === document.body || (!isOther && now === before);
      if (isFree) panel.current?.focus({ preventScroll: true });
    });
  }, [contentKey, takesFocus]);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- hears Escape of the fields in it
    <aside
      ref={panel}
      tabIndex={-1}
      aria-label={words.panel}
      onKeyDown={(event) => (event.key === 'Escape' ? onClose() : undefined)}
      className="flex w-[400px] shrink-0 animate-fade-in flex-col border-s border-line bg-surface outline-none"
    >
      {children}
    </aside>
  );
}
