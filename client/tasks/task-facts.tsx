import { Eye, Folder } from 'lucide-react';
import { type ReactNode, Suspense } from 'react';
import { useCaptureWords } from '#client/i18n/compiled/use-capture-words.ts';
import { useMessages } from '#client/i18n/messages.ts';
import { Badge, ColorDot } from '#client/ui/badge.tsx';
import { classNames } from '#client/ui/class-names.ts';
import { lazy } from '#client/ui/lazy.ts';
import { ProjectMark } from '#client/ui/project-mark.tsx';
import type { Label } from '#shared/label';
import type { Project } from '#shared/project';
import type { Task } from '#shared/task';
import { durationWords } from './duration-words.ts';
import { PanelField } from './panel-field.tsx';
import { PriorityFlag } from './priority-flag.tsx';
import { StartBadge } from './start-badge.tsx';
import { DueBadge } from './task-chips.tsx';

const Markdown = lazy(async () => ({
  default: (await import('#client/ui/markdown.tsx')).Markdown,
}));

/** A task of a workspace that the person may only look at: all of it to read, nothing to press, and why. */
export function TaskFacts({
  task,
  project,
  labels,
  today,
  estimateLabel,
}: {
  task: Task;
  project: Project | undefined;
  labels: readonly Label[];
  today: string;
  /** What the estimate is called. */
  estimateLabel: string;
}) {
  const { tasks: words, errors } = useMessages();
  const { takes } = useCaptureWords();
  const hasDate = task.startDate !== null || task.dueDate !== null;
  return (
    <>
      <h2
        dir="auto"
        data-testid="task-facts-title"
        className={classNames(
          'px-2 py-1 text-lg leading-6 font-semibold',
          task.status === 'done' && 'text-muted line-through decoration-1',
        )}
      >
        {task.title}
      </h2>
      <p
        data-testid="view-only"
        className="mx-2 flex items-center gap-2 rounded-control bg-raised px-3 py-1.5 text-[0.8125rem] text-muted"
      >
        <Eye className="size-4 shrink-0" aria-hidden="true" />
        {errors.viewOnly}
      </p>
      <dl className="flex flex-col">
        <PanelField label={words.due}>
          <Fact isMuted={!hasDate}>
            {task.startDate === null ? null : (
              <StartBadge startDate={task.startDate} today={today} />
            )}
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
            {project === undefined ? (
              <Folder className="size-4 shrink-0 text-muted" aria-hidden="true" />
            ) : (
              <ProjectMark color={project.color} icon={project.icon} />
            )}
            <span dir="auto">{project?.name ?? words.noProject}</span>
          </Fact>
        </PanelField>
        {labels.length === 0 ? null : (
          <PanelField label={words.labels}>
            <Fact>
              {labels.map(({ id, name, color }) => (
                <Badge key={id} icon={<ColorDot color={color} />}>
                  {name}
                </Badge>
              ))}
            </Fact>
          </PanelField>
        )}
        {task.estimateMinutes === null ? null : (
          <PanelField label={estimateLabel}>
            <Fact>{durationWords(task.estimateMinutes, takes)}</Fact>
          </PanelField>
        )}
      </dl>
      {task.notes === '' ? null : (
        <section aria-label={words.notes} className="px-2">
          <Suspense
            fallback={
              <p dir="auto" className="whitespace-pre-wrap">
                {task.notes}
              </p>
            }
          >
            <Markdown text={task.notes} />
          </Suspense>
        </section>
      )}
    </>
  );
}

/** As high as the button that stands in its place for whoever may change it. */
function Fact({ isMuted = false, children }: { isMuted?: boolean; children: ReactNode }) {
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
