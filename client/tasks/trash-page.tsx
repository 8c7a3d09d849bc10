import { RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { useEmptyWords } from '#client/i18n/compiled/use-empty-words.ts';
import { useMessages } from '#client/i18n/messages.ts';
import { useFormats } from '#client/i18n/language.ts';
import { Badge } from '#client/ui/badge.tsx';
import { Button } from '#client/ui/button.tsx';
import { BasketDrawing } from '#client/ui/drawings.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { ProjectMark } from '#client/ui/project-mark.tsx';
import { TimeAgo } from '#client/ui/time-ago.tsx';
import { ViewHeader } from '#client/ui/view-header.tsx';
import { useAllProjects, useTrashedTasks } from './task-queries.ts';
import { UndoButton } from './undo-button.tsx';
import { useTaskActions } from './use-task-actions.ts';

/** Rows that are made at once; a press shows as many more. */
const shownStep = 200;

/** Tasks in the trash, the latest first, each with a way back; subtasks come back with the task above them. */
export function TrashPage({
  otherTrash,
  hasOtherTrash,
  renderMoved,
  onUndo,
}: {
  otherTrash: React.ReactNode;
  /** Whether it shows anything besides projects. */
  hasOtherTrash: boolean;
  /** What is said of a task that moved to another workspace; `copyId` is what it is there. */
  renderMoved: (copyId: string) => React.ReactNode;
  onUndo: () => void;
}) {
  const { common, nav, tasks: words } = useMessages();
  const formats = useFormats();
  const [shownMax, setShownMax] = useState(shownStep);
  const empty = useEmptyWords();
  const { commands, tell } = useTaskActions();
  const projects = useAllProjects();
  const found = useTrashedTasks();
  const trashed = found ?? [];
  const idsHere = new Set(trashed.map(({ id }) => id));
  const roots = trashed.filter(({ parentId }) => parentId === null || !idsHere.has(parentId));
  const trashedProjects = projects.filter(({ trashedAt }) => trashedAt !== null);
  return (
    <section aria-label={nav.trash} className="flex min-w-0 grow flex-col">
      <ViewHeader
        title={nav.trash}
        detail={roots.length === 0 ? undefined : words.count({ count: roots.length })}
      >
        <UndoButton onUndo={onUndo} />
      </ViewHeader>
      <div className="min-h-0 grow overflow-y-auto pb-24">
        <div className="mx-auto max-w-[760px] px-1.5 sm:px-4">
          {otherTrash}
          {found !== undefined &&
          roots.length === 0 &&
          trashedProjects.length === 0 &&
          !hasOtherTrash ? (
            <EmptyState
              drawing={<BasketDrawing />}
              title={empty.trashTitle}
              text={empty.trashText}
            />
          ) : null}
          <ul>
            {roots.slice(0, shownMax).map((task) => {
              const project = projects.find(({ id }) => id === task.projectId);
              return (
                <li
                  key={task.id}
                  data-testid="trashed-task"
                  data-task-id={task.id}
                  className="flex h-12 items-center gap-3 rounded-control ps-2.5 sm:ps-[26px] pe-1 hover:bg-raised/70"
                >
                  <span dir="auto" className="min-w-0 grow truncate">
                    {task.title}
                  </span>
                  {task.movedTo === null ? null : renderMoved(task.movedTo)}
                  {project === undefined || task.movedTo !== null ? null : (
                    <Badge icon={<ProjectMark color={project.color} icon={project.icon} />}>
                      {project.name}
                    </Badge>
                  )}
                  <span className="tabular text-xs text-muted max-sm:hidden">
                    <TimeAgo at={task.trashedAt ?? ''} formats={formats} />
                  </span>
                  <Button
                    size="small"
                    look="quiet"
                    data-testid="restore-button"
                    onClick={() => void tell(commands.restore(task.id))}
                  >
                    <RotateCcw />
                    {words.restore}
                  </Button>
                </li>
              );
            })}
          </ul>
          {roots.length <= shownMax ? null : (
            <Button
              look="quiet"
              className="mt-2 w-full"
              data-testid="trash-more"
              onClick={() => setShownMax(shownMax + shownStep)}
            >
              {common.more}
            </Button>
          )}
        </div>
      </div>
    </section>
  );
}
