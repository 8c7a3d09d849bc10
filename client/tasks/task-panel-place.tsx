import { lazy, Suspense } from 'react';
import { useMessages } from '#client/i18n/messages.ts';
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
        <Sheet
          isOpen
          onClose={props.onClose}
          title={words.panel}
          side={isPhone ? 'bottom' : 'right'}
        >
          <TaskPanel {...props} />
        </Sheet>
      </Suspense>
    );
  }
  return (
    <aside
      aria-label={words.panel}
      className="flex w-[400px] shrink-0 animate-fade-in flex-col border-l border-line bg-surface"
    >
      <TaskPanel {...props} />
    </aside>
  );
}
