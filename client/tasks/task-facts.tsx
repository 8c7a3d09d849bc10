import { Eye } from 'lucide-react';
import { Suspense } from 'react';
import { useCaptureWords } from '#client/i18n/compiled/use-capture-words.ts';
import { useMessages } from '#client/i18n/messages.ts';
import { classNames } from '#client/ui/class-names.ts';
import { lazy } from '#client/ui/lazy.ts';
import type { Label } from '#shared/label';
import type { Project } from '#shared/project';
import type { Task } from '#shared/task';
import { durationWords } from './duration-words.ts';
import { Fact, LabelFacts, PlanFacts } from './panel-facts.tsx';
import { PanelField } from './panel-field.tsx';

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
        <PlanFacts task={task} project={project} today={today} />
        <LabelFacts labels={labels} />
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
