import { CalendarDays, CircleDashed, Diamond, Repeat } from 'lucide-react';
import { memo, Suspense } from 'react';
import { lazy } from '#client/ui/lazy.ts';
import type { Label } from '#shared/label';
import type { Project } from '#shared/project';
import type { Task } from '#shared/task';
import { useFormats } from '#client/i18n/language.ts';
import { useMessages } from '#client/i18n/messages.ts';
import { Badge, ColorDot } from '#client/ui/badge.tsx';
import { ProjectDot } from '#client/ui/project-mark.tsx';
import { type DueTone, dueTone, dueWords, fullDate } from './due-date.ts';
import { PriorityFlag, priorityNumber } from './priority-flag.tsx';

const StartBadge = lazy(async () => ({ default: (await import('./start-badge.tsx')).StartBadge }));
const TaskMarks = lazy(async () => ({ default: (await import('./task-marks.tsx')).TaskMarks }));

const tones = {
  overdue: 'danger',
  today: 'ok',
  soon: 'neutral',
  later: 'neutral',
} as const satisfies Record<DueTone, string>;
const labelsShown = 2;

/** What a row says beside its title: conflict, state, labels, project, date, priority. */
export const TaskChips = memo(function TaskChips(props: {
  task: Task;
  project: Project | undefined;
  labels: ReadonlyMap<string, Label>;
  isConflicted: boolean;
  commentCount: number;
  today: string;
}) {
  const { task, project, labels, isConflicted, commentCount, today } = props;
  const { tasks: words } = useMessages();
  const formats = useFormats();
  const hasReminder = task.reminders.length > 0;
  const hasMarks = hasReminder || commentCount > 0;
  const shown = Object.keys(task.labels).flatMap((id) => labels.get(id) ?? []);
  return (
    <>
      {isConflicted ? (
        <Badge
          tone="conflict"
          icon={<Diamond aria-label={words.conflicted} />}
          title={words.conflicted}
        />
      ) : null}
      {task.status === 'in_progress' ? (
        <Badge tone="accent" icon={<CircleDashed />}>
          <span className="max-sm:sr-only">{words.inProgress}</span>
        </Badge>
      ) : null}
      {task.status === 'cancelled' ? <Badge>{words.cancelled}</Badge> : null}
      {shown.slice(0, labelsShown).map((label) => (
        <Badge key={label.id} gives icon={<ColorDot color={label.color} />}>
          {label.name}
        </Badge>
      ))}
      {shown.length > labelsShown ? (
        <Badge>+{formats.number(shown.length - labelsShown)}</Badge>
      ) : null}
      {project === undefined ? null : (
        <Badge gives icon={<ProjectDot project={project} />}>
          {project.name}
        </Badge>
      )}
      {hasMarks ? (
        <Suspense>
          <TaskMarks commentCount={commentCount} hasReminder={hasReminder} />
        </Suspense>
      ) : null}
      {isLater(task, today) ? (
        <Suspense>
          <StartBadge startDate={task.startDate ?? ''} today={today} />
        </Suspense>
      ) : null}
      {task.dueDate === null ? null : <DueBadge task={task} today={today} />}
      {task.priority === 'none' ? null : (
        <Badge
          icon={<PriorityFlag priority={task.priority} />}
          title={words.priorities[task.priority]}
        >
          <span aria-hidden="true">{formats.number(priorityNumber(task.priority))}</span>
          <span className="sr-only">{words.priorities[task.priority]}</span>
        </Badge>
      )}
    </>
  );
});

/** Whether a task is open and not to be started yet. */
export function isLater({ startDate, status }: Task, today: string): boolean {
  const isOpen = status === 'todo' || status === 'in_progress';
  return isOpen && startDate !== null && startDate > today;
}

/** A date, coloured by how pressing it is; overdue is also said in its title. */
export function DueBadge({
  task,
  today,
}: {
  task: Pick<Task, 'dueDate' | 'dueTime' | 'recurrence' | 'status'>;
  today: string;
}) {
  const { tasks: words } = useMessages();
  const formats = useFormats();
  const { dueDate } = task;
  if (dueDate === null) return null;
  const isClosed = task.status === 'done' || task.status === 'cancelled';
  const tone = isClosed ? 'later' : dueTone(dueDate, today);
  const prefix = tone === 'overdue' ? `${words.overdue}: ` : '';
  const dayWords = {
    today: words.dueToday,
    tomorrow: words.dueTomorrow,
    yesterday: words.dueYesterday,
  };
  return (
    <Badge
      tone={tones[tone]}
      icon={task.recurrence === null ? <CalendarDays /> : <Repeat aria-label={words.repeats} />}
      onTitle={() => prefix + fullDate(dueDate, formats)}
    >
      <span className="sr-only">{prefix}</span>
      {dueWords(task, { today, words: dayWords, formats })}
    </Badge>
  );
}
