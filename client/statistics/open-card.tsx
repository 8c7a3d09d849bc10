import { Link } from 'wouter';
import { useStatisticsWords } from '#client/i18n/compiled/use-statistics-words.ts';
import { useFormats } from '#client/i18n/language.ts';
import type { Project } from '#shared/project';
import type { Task } from '#shared/task';
import { Badge } from '#client/ui/badge.tsx';
import { ProjectDot } from '#client/ui/project-mark.tsx';
import { Card } from './card.tsx';
import type { OpenWork } from './open-work.ts';

/** What is still to be done, and what has waited longest. */
export function OpenCard({
  open,
  projects,
  pathOfTask,
}: {
  open: OpenWork;
  projects: readonly Project[];
  pathOfTask: (task: Task) => string;
}) {
  const { open: words } = useStatisticsWords();
  return (
    <Card title={words.title} help={words.help} testId="card-open" className="lg:col-span-6">
      {open.all === 0 ? (
        <p className="-mt-2 text-[0.8125rem] text-muted">{words.none}</p>
      ) : (
        <div className="-mt-2 grid gap-x-8 gap-y-5 @2xl:grid-cols-[2fr_3fr]">
          <ul className="flex flex-col divide-y divide-line">
            <Count word={words.overdue} count={open.overdue} path="/upcoming" />
            <Count word={words.dueSoon} count={open.dueSoon} path="/upcoming" />
            <Count word={words.undated} count={open.undated} path="/all" />
          </ul>
          <section aria-label={words.oldest}>
            <h3 className="pb-1 text-xs font-medium text-muted">{words.oldest}</h3>
            <ul className="flex flex-col">
              {open.oldest.map((task) => (
                <OldTask key={task.id} task={task} projects={projects} path={pathOfTask(task)} />
              ))}
            </ul>
          </section>
        </div>
      )}
    </Card>
  );
}

function Count({ word, count, path }: { word: string; count: number; path: string }) {
  const formats = useFormats();
  return (
    <li>
      <Link
        href={path}
        className="group flex h-12 items-center justify-between gap-3 rounded-control"
      >
        <span className="group-hover:underline">{word}</span>
        <span className="text-lg font-semibold tabular">{formats.number(count)}</span>
      </Link>
    </li>
  );
}

function OldTask({
  task,
  projects,
  path,
}: {
  task: Task;
  projects: readonly Project[];
  path: string;
}) {
  const { open: words } = useStatisticsWords();
  const formats = useFormats();
  const project = projects.find(({ id }) => id === task.projectId);
  const day = formats.instant(task.createdAt, { day: 'numeric', month: 'short', year: 'numeric' });
  return (
    <li>
      <Link
        href={path}
        data-testid="oldest-task"
        className="group flex min-h-9 items-center gap-3 rounded-control pointer-coarse:min-h-11"
      >
        <span dir="auto" className="min-w-0 grow truncate group-hover:underline">
          {task.title}
        </span>
        {project === undefined ? null : (
          <span className="max-sm:hidden">
            <Badge icon={<ProjectDot project={project} />}>{project.name}</Badge>
          </span>
        )}
        <span className="shrink-0 text-xs text-muted tabular">{words.since({ day })}</span>
      </Link>
    </li>
  );
}
