import { TrashedProjects } from '#client/projects/trashed-projects.tsx';
import { TrashPage } from '#client/tasks/trash-page.tsx';

/** The trash of tasks and of projects on one page. */
export function TrashView({ onUndo }: { onUndo: () => void }) {
  return <TrashPage projectTrash={<TrashedProjects />} onUndo={onUndo} />;
}
