import { lazy, Suspense, useEffect, useRef } from 'react';
import { useMessages } from '#client/i18n/messages.ts';
import { withNextFrame } from '#client/ui/after-layout.ts';
import { SheetHandle } from '#client/ui/sheet-handle.tsx';
import { useEscape } from '#client/ui/use-escape.ts';
import { useMediaQuery } from '#client/ui/use-media-query.ts';
import { TaskPanel, type TaskPanelProps } from './task-panel.tsx';

const Sheet = lazy(async () => ({ default: (await import('#client/ui/dialog.tsx')).Sheet }));

/** The panel of a task: beside the list where there is room, over it where there is not. */
export function TaskPanelPlace(props: TaskPanelProps) {
  const { tasks: words } = useMessages();
  const isDocked = useMediaQuery('(min-width: 1280px)');
  const isPhone = useMediaQuery('(max-width: 639px)');
  useEscape(isDocked ? props.onClose : undefined);
  if (!isDocked) {
    return (
      <Suspense>
        <Sheet isOpen onClose={props.onClose} title={words.panel} side={isPhone ? 'bottom' : 'end'}>
          {isPhone ? <SheetHandle onClose={props.onClose} /> : null}
          <TaskPanel {...props} />
        </Sheet>
      </Suspense>
    );
  }
  return <DockedPanel {...props} />;
}

/** Takes the focus as a dialog would, so that its fields are one Tab away, and gives it back to the row. */
function DockedPanel(props: TaskPanelProps) {
  const { tasks: words } = useMessages();
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    const opener = document.activeElement;
    const cancel = withNextFrame(() => panel.current?.focus({ preventScroll: true }));
    return () => {
      cancel();
      // Whoever closed it by choosing something else has the focus there.
      const isLost = document.activeElement === document.body;
      if (isLost && opener instanceof HTMLElement) opener.focus({ preventScroll: true });
    };
  }, []);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- hears Escape of the fields in it
    <aside
      ref={panel}
      tabIndex={-1}
      aria-label={words.panel}
      onKeyDown={(event) => (event.key === 'Escape' ? props.onClose() : undefined)}
      className="flex w-[400px] shrink-0 animate-fade-in flex-col border-s border-line bg-surface outline-none"
    >
      <TaskPanel {...props} />
    </aside>
  );
}
