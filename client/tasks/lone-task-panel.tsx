import {
  type ReactNode,
  type RefObject,
  Suspense,
  use,
  useCallback,
  useEffect,
  useMemo,
  useRef,
} from 'react';
import { lazy } from '#client/ui/lazy.ts';
import { type ListRunner, ListRunnerContext } from '#client/keys/list-runner.ts';
import type { ListShortcut } from '#client/keys/shortcuts.ts';
import { useStore } from '#client/store/store-context.ts';
import type { Task } from '#shared/task';
import { toggleDone } from './planner/toggle-done.ts';
import { useSurroundings } from './planner/use-surroundings.ts';
import { TaskPanel } from './task-panel.tsx';
import { useAsked } from './use-list-tools.ts';
import { type TaskActions, useTaskActions } from './use-task-actions.ts';

const AskedDialog = lazy(async () => ({
  default: (await import('./task-tools.tsx')).AskedDialog,
}));

/** The panel of a task that no list around it shows; the palette and its own buttons find its tools here. */
export function LoneTaskPanel({
  task,
  today,
  onOpen,
  onClose,
  renderMore,
}: {
  task: Task;
  today: string;
  onOpen: (taskId: string) => void;
  onClose: () => void;
  renderMore: (task: Task) => ReactNode;
}) {
  const store = useStore();
  const actions = useTaskActions();
  const { projects, labels } = useSurroundings();
  const surroundings = { projects, labels, today, actions };
  const onToggleDone = (taskId: string) => toggleDone({ store, actions, today, taskId });
  const panel = useRef<HTMLDivElement>(null);
  const { runner, asked, endAsk } = useToolsOf({ task, today, actions, panel, onToggleDone });
  return (
    <ListRunnerContext value={runner}>
      <div ref={panel} className="flex min-h-0 grow flex-col">
        <TaskPanel
          {...surroundings}
          taskId={task.id}
          onToggleDone={onToggleDone}
          onOpen={onOpen}
          onClose={onClose}
          renderMore={renderMore}
        />
      </div>
      {asked === undefined ? null : (
        <Suspense>
          <AskedDialog {...surroundings} {...asked} onDone={endAsk} />
        </Suspense>
      )}
    </ListRunnerContext>
  );
}

const noRows = { takeFocus: () => undefined };

/** Offers the shortcuts of a list for this one task: to the palette, and to the panel from its first render on. */
function useToolsOf(of: {
  task: Task;
  today: string;
  actions: TaskActions;
  panel: RefObject<HTMLElement | null>;
  onToggleDone: (taskId: string) => void;
}) {
  const { task, today, actions, panel, onToggleDone } = of;
  const latest = useRef({ rows: [{ task }], today, onToggleDone });
  useEffect(() => {
    latest.current = { rows: [{ task }], today, onToggleDone };
  });
  const { asked, ask, endAsk } = useAsked(latest, { active: noRows, actions });
  const around = use(ListRunnerContext);
  const taskId = task.id;
  const run = useCallback(
    (id: ListShortcut) => {
      if (id === 'done') latest.current.onToggleDone(taskId);
      else if (id === 'rename') panel.current?.querySelector('textarea')?.focus();
      else ask({ id, taskIds: [taskId] });
    },
    [ask, panel, taskId],
  );
  const runIn = useCallback((id: string) => (id === taskId ? run : undefined), [run, taskId]);
  useEffect(() => around?.offer(runIn), [around, runIn]);
  const runner = useMemo((): ListRunner => {
    const offer = around?.offer ?? (() => () => undefined);
    return { current: () => runIn, offer };
  }, [around, runIn]);
  return { runner, asked, endAsk };
}
