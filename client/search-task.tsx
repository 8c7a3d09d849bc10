import { type ReactNode, Suspense, useDeferredValue, useEffect, useRef } from 'react';
import { lazy } from '#client/ui/lazy.ts';
import { useFindWords } from '#client/i18n/compiled/use-find-words.ts';
import type { SearchServer } from '#client/search/server-answer.ts';
import { PanelPlace } from '#client/tasks/panel-place.tsx';
import { useTask } from '#client/tasks/task-queries.ts';
import { useAnnounce } from '#client/ui/live-region.tsx';
import { useToday } from '#client/ui/timing.ts';
import type { ServerHit } from '#shared/search-message';
import type { Task } from '#shared/task';

const LoneTaskPanel = lazy(async () => ({
  default: (await import('#client/tasks/lone-task-panel.tsx')).LoneTaskPanel,
}));
const ServerTaskPanel = lazy(async () => ({
  default: (await import('#client/server-task-panel.tsx')).ServerTaskPanel,
}));

/** Which task of the server is open; `hit` is what the search said of it, if it is among what was found. */
export interface OpenServerTask {
  taskId: string;
  workspaceId: string;
  hit: ServerHit | undefined;
}

/** A task that was found at the server: to be read while it is not on this device, its ordinary panel from then on. */
export function SearchTask(props: {
  task: OpenServerTask;
  server: SearchServer;
  onOpen: (taskId: string) => void;
  onClose: () => void;
  renderMore: (task: Task) => ReactNode;
}) {
  const { task: opened, server, onOpen, onClose, renderMore } = props;
  const today = useToday();
  const task = useTask(opened.taskId);
  // Deferred: what is read stays on the screen until the panel behind it is loaded.
  const held = useDeferredValue(task?.trashedAt === null ? task : undefined);
  useSayArrived(held);
  return (
    <PanelPlace contentKey={held === undefined ? 'server' : 'device'} onClose={onClose}>
      <Suspense>
        {held === undefined ? (
          <ServerTaskPanel
            {...opened}
            server={server}
            today={today}
            isHeld={task !== undefined}
            onClose={onClose}
          />
        ) : (
          <LoneTaskPanel
            task={held}
            today={today}
            onOpen={onOpen}
            onClose={onClose}
            renderMore={renderMore}
          />
        )}
      </Suspense>
    </PanelPlace>
  );
}

/** Says to screen readers that what could only be read can be changed now; the eye sees it. */
function useSayArrived(held: Task | undefined): void {
  const words = useFindWords();
  const announce = useAnnounce();
  const title = held?.title;
  const wasAway = useRef(false);
  useEffect(() => {
    if (title === undefined) {
      wasAway.current = true;
      return;
    }
    if (wasAway.current) announce(words.read.arrived({ title }));
    wasAway.current = false;
  }, [title, announce, words]);
}
