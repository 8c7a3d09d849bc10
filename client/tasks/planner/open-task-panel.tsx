import { lazy, Suspense } from 'react';
import type { Label } from '#shared/label';
import type { Project } from '#shared/project';
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
  params: TaskParams;
  projects: readonly Project[];
  labels: ReadonlyMap<string, Label>;
  today: string;
  actions: TaskActions;
  onToggleDone: (taskId: string) => void;
}) {
  const { openId, setOpen } = params;
  if (openId === undefined) return null;
  return (
    <Suspense>
      <TaskPanelPlace
        key={openId}
        taskId={openId}
        {...panel}
        onOpen={setOpen}
        onClose={() => setOpen(undefined)}
      />
    </Suspense>
  );
}
