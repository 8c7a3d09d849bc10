import { type ReactNode, Suspense } from 'react';
import { lazy } from '#client/ui/lazy.ts';
import { Guard } from '#client/ui/guard.tsx';
import type { Label } from '#shared/label';
import type { Project } from '#shared/project';
import type { Task } from '#shared/task';
import type { TaskActions } from '../use-task-actions.ts';
import type { TaskParams } from './use-task-params.ts';

const TaskPanelPlace = lazy(async () => ({
  default: (await import('../task-panel-place.tsx')).TaskPanelPlace,
}));

/** The panel of the task that is open, if one is. */
export function OpenTaskPanel({
  params,
  ...panel
}: {
  params: Pick<TaskParams, 'openId' | 'setOpen'>;
  /** False: the focus stays where it is, if the panel is beside the view. */
  takesFocus?: boolean;
  projects: readonly Project[];
  labels: ReadonlyMap<string, Label>;
  today: string;
  actions: TaskActions;
  onToggleDone: (taskId: string) => void;
  renderMore: ((task: Task) => ReactNode) | undefined;
}) {
  const { openId, setOpen } = params;
  if (openId === undefined) return null;
  return (
    <Guard place="over" resetKey={openId} onClose={() => setOpen(undefined)}>
      <Suspense>
        <TaskPanelPlace
          key={openId}
          taskId={openId}
          {...panel}
          onOpen={setOpen}
          onClose={() => setOpen(undefined)}
        />
      </Suspense>
    </Guard>
  );
}
