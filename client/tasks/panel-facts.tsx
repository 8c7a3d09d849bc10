import { Folder } from 'lucide-react';
import type { ReactNode } from 'react';
import { useMessages } from '#client/i18n/messages.ts';
import { Badge, ColorDot } from '#client/ui/badge.tsx';
import { classNames } from '#client/ui/class-names.ts';
import { ProjectMark } from '#client/ui/project-mark.tsx';
import type { Task } from '#shared/task';
import { PanelField } from './panel-field.tsx';
import { PriorityFlag } from './priority-flag.tsx';
import { StartBadge } from './start-badge.tsx';
import { DueBadge } from './task-chips.tsx';

/** Dates, priority and project of a task that can only be read. */
export function PlanFacts({
  task,
  project,
  today,
}: {
  task: Pick<Task, 'startDate' | 'dueDate' | 'dueTime' | 'recurrence' | 'status' | 'priority'>;
  project: { name: string; color: string; icon: string | null } | null | undefined;
  today: string;
}) {
  const { tasks: words } = useMessages();
  const hasDate = task.startDate !== null || task.dueDate !== null;
  return (
    <>
      <PanelField label={words.due}>
        <Fact isMuted={!hasDate}>
          {task.startDate === null ? null : <StartBadge startDate={task.startDate} today={today} />}
          <DueBadge task={task} today={today} />
          {hasDate ? null : words.noDate}
        </Fact>
      </PanelField>
      <PanelField label={words.priority}>
        <Fact isMuted={task.priority === 'none'}>
          <PriorityFlag priority={task.priority} />
          {words.priorities[task.priority]}
        </Fact>
      </PanelField>
      <PanelField label={words.project}>
        <Fact>
          {project ? (
            <ProjectMark color={project.color} icon={project.icon} />
          ) : (
            <Folder className="size-4 shrink-0 text-muted" aria-hidden="true" />
          )}
          <span dir="auto">{project?.name ?? words.noProject}</span>
        </Fact>
      </PanelField>
    </>
  );
}

/** Its labels; nothing without any. */
export function LabelFacts({
  labels,
}: {
  labels: readonly { id: string; name: string; color: string }[];
}) {
  const { tasks: words } = useMessages();
  if (labels.length === 0) return null;
  return (
    <PanelField label={words.labels}>
      <Fact>
        {labels.map(({ id, name, color }) => (
          <Badge key={id} icon={<ColorDot color={color} />}>
            {name}
          </Badge>
        ))}
      </Fact>
    </PanelField>
  );
}

/** As high as the button that stands in its place for whoever may change it. */
export function Fact({ isMuted = false, children }: { isMuted?: boolean; children: ReactNode }) {
  return (
    <span
      className={classNames(
        'flex min-h-8 flex-wrap items-center gap-x-2 px-2 py-1 text-[0.8125rem] pointer-coarse:min-h-11',
        isMuted && 'text-muted',
      )}
    >
      {children}
    </span>
  );
}
