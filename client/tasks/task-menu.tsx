import { Ellipsis } from 'lucide-react';
import { Suspense, useState } from 'react';
import { lazy } from '#client/ui/lazy.ts';
import type { Project } from '#shared/project';
import type { Task } from '#shared/task';
import { useMessages } from '#client/i18n/messages.ts';
import type { ListShortcut } from '#client/keys/shortcuts.ts';
import { IconButton } from '#client/ui/button.tsx';
import type { TaskActions } from './use-task-actions.ts';

const OpenTaskMenu = lazy(async () => ({
  default: (await import('./open-task-menu.tsx')).OpenTaskMenu,
}));

/** Of which task, and what its surroundings can do with it; what is left out is not offered. */
export interface TaskMenuProps {
  task: Task;
  actions: TaskActions;
  projects: readonly Project[];
  tabIndex?: number;
  onOpenTask?: (() => void) | undefined;
  onRename?: (() => void) | undefined;
  onSchedule?: ((what: 'schedule' | 'deadline') => void) | undefined;
  /** What is done in a dialog of the list, or by what it loads later. */
  onAsk?: ((id: ListShortcut) => void) | undefined;
  onReorder?: ((to: 'up' | 'down' | 'top' | 'bottom') => void) | undefined;
  /** Places of the view that it can go to, such as the columns of a board. */
  moves?: {
    title: string;
    /** `title` says it all where there is no room for a menu beside the menu. */
    places: readonly { key: string; name: string; title: string; isHere: boolean }[];
    onMove: (key: string) => void;
  };
}

/** The button of a task's menu. A list has many rows, so the menu itself is made when the button is first pressed. */
export function TaskMenu(props: TaskMenuProps) {
  const [isWanted, setIsWanted] = useState(false);
  const { tasks: words } = useMessages();
  const button = (
    <IconButton
      label={words.menu({ title: props.task.title })}
      data-testid="task-menu"
      aria-haspopup="menu"
      tabIndex={props.tabIndex}
      onClick={(event) => {
        event.stopPropagation();
        setIsWanted(true);
      }}
    >
      <Ellipsis />
    </IconButton>
  );
  if (!isWanted) return button;
  return (
    <Suspense fallback={button}>
      <OpenTaskMenu {...props} trigger={button} />
    </Suspense>
  );
}
