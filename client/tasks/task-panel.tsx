import { CalendarDays, Folder, X } from 'lucide-react';
import { type ReactNode, Suspense, use } from 'react';
import { lazy } from '#client/ui/lazy.ts';
import type { Label } from '#shared/label';
import type { Project } from '#shared/project';
import type { Task } from '#shared/task';
import { usePanelWords } from '#client/i18n/compiled/use-panel-words.ts';
import { useFormats } from '#client/i18n/language.ts';
import { useMessages } from '#client/i18n/messages.ts';
import { ListRunnerContext } from '#client/keys/list-runner.ts';
import { shortcuts } from '#client/keys/shortcuts.ts';
import { useMayDo } from '#client/store/use-may-do.ts';
import { IconButton } from '#client/ui/button.tsx';
import { Checkbox } from '#client/ui/checkbox.tsx';
import { Menu, MenuItem } from '#client/ui/menu.tsx';
import { ProjectMark } from '#client/ui/project-mark.tsx';
import { FieldButton, LabelsField } from './panel-fields.tsx';
import { PanelField } from './panel-field.tsx';
import { PanelTitle } from './panel-title.tsx';
import { priorities, PriorityFlag } from './priority-flag.tsx';
import { SubtaskList } from './subtask-list.tsx';
import { DueBadge } from './task-chips.tsx';
import { TaskMenu } from './task-menu.tsx';
import { useTask } from './task-queries.ts';
import type { TaskActions } from './use-task-actions.ts';

const TaskGone = lazy(async () => ({ default: (await import('./task-gone.tsx')).TaskGone }));
const StartBadge = lazy(async () => ({ default: (await import('./start-badge.tsx')).StartBadge }));
const ScheduleButton = lazy(async () => ({
  default: (await import('./schedule-button.tsx')).ScheduleButton,
}));
// The fields are on the screen before what is below them.
const NotesEditor = lazy(async () => ({
  default: (await import('./notes-editor.tsx')).NotesEditor,
}));
const ProjectItems = lazy(async () => ({
  default: (await import('./project-items.tsx')).ProjectItems,
}));
const TaskFacts = lazy(async () => ({ default: (await import('./task-facts.tsx')).TaskFacts }));
const EstimateField = lazy(async () => ({
  default: (await import('./estimate-field.tsx')).EstimateField,
}));
const RemindersField = lazy(async () => ({
  default: (await import('./reminders-field.tsx')).RemindersField,
}));

/** Which task, what it may be moved to and marked with, and what its surroundings do. */
export interface TaskPanelProps {
  taskId: string;
  projects: readonly Project[];
  labels: ReadonlyMap<string, Label>;
  today: string;
  actions: TaskActions;
  onToggleDone: (taskId: string) => void;
  onOpen: (taskId: string) => void;
  onClose: () => void;
  /** What other parts of the app know about a task, shown below what is its own. */
  renderMore?: ((task: Task) => ReactNode) | undefined;
}

/** Everything about one task, each field editable in its place. */
export function TaskPanel(props: TaskPanelProps) {
  const { taskId, actions, projects, labels, today, onToggleDone, onClose } = props;
  const task = useTask(taskId);
  const { tasks: words } = useMessages();
  const panelWords = usePanelWords();
  const formats = useFormats();
  const runInList = use(ListRunnerContext)?.current()?.(taskId);
  const isLocked = !useMayDo('edit')(task?.workspaceId ?? '');
  const pickLabels = runInList === undefined ? undefined : () => runInList('labels');
  const close = (
    <IconButton
      label={words.closePanel}
      keys={shortcuts.anywhere.back[0]}
      onClick={onClose}
      data-testid="task-panel-close"
    >
      <X />
    </IconButton>
  );
  if (task === undefined || task.trashedAt !== null) {
    return (
      <div className="flex grow flex-col">
        <div className="flex h-14 items-center justify-end px-3">{close}</div>
        <Suspense>
          <TaskGone taskId={taskId} onClose={onClose} />
        </Suspense>
      </div>
    );
  }
  const project = projects.find(({ id }) => id === task.projectId);
  const taskLabels = Object.keys(task.labels).flatMap((id) => labels.get(id) ?? []);
  const isClosed = task.status === 'done' || task.status === 'cancelled';
  const dates = (
    <FieldButton label={words.due} testId="task-due-button">
      {task.startDate === null ? null : (
        <Suspense>
          <StartBadge startDate={task.startDate} today={today} />
        </Suspense>
      )}
      {task.dueDate === null && task.startDate === null ? (
        <>
          <CalendarDays />
          <span className="text-muted">{words.noDate}</span>
        </>
      ) : null}
      <DueBadge task={task} today={today} />
    </FieldButton>
  );
  return (
    <div data-testid="task-panel" className="flex min-h-0 grow flex-col">
      <div className="flex h-14 shrink-0 items-center gap-1 px-3">
        <Checkbox
          isChecked={task.status === 'done'}
          isLocked={isLocked}
          label={
            isClosed ? words.reopen({ title: task.title }) : words.complete({ title: task.title })
          }
          onToggle={() => onToggleDone(task.id)}
        />
        <span className="grow truncate text-xs text-muted">
          {words.created({
            day: formats.instant(task.createdAt, {
              day: 'numeric',
              month: 'short',
              year: 'numeric',
            }),
          })}
        </span>
        <TaskMenu task={task} actions={actions} projects={projects} />
        {close}
      </div>
      <div className="flex min-h-0 grow flex-col gap-4 overflow-y-auto px-4 pb-8 *:shrink-0">
        {isLocked ? (
          <Suspense>
            <TaskFacts
              {...{ task, project, today }}
              labels={taskLabels}
              estimateLabel={panelWords.estimate}
            />
          </Suspense>
        ) : (
          <>
            <PanelTitle task={task} actions={actions} />
            <dl className="flex flex-col">
              <PanelField label={words.due}>
                <Suspense fallback={dates}>
                  <ScheduleButton task={task} actions={actions} trigger={dates} />
                </Suspense>
              </PanelField>
              <PanelField label={words.priority}>
                <Menu
                  label={words.priority}
                  trigger={
                    <FieldButton label={words.priority} testId="task-priority-button">
                      <PriorityFlag priority={task.priority} />
                      <span className={task.priority === 'none' ? 'text-muted' : undefined}>
                        {words.priorities[task.priority]}
                      </span>
                    </FieldButton>
                  }
                >
                  {priorities.map((value) => (
                    <MenuItem
                      key={value}
                      icon={<PriorityFlag priority={value} />}
                      keys={shortcuts.list[`priority-${value}`][0]}
                      isChecked={value === task.priority}
                      onSelect={() =>
                        void actions.quietly(actions.commands.setPriority(task.id, value))
                      }
                    >
                      {words.priorities[value]}
                    </MenuItem>
                  ))}
                </Menu>
              </PanelField>
              <PanelField label={words.project}>
                <ProjectMenu task={task} project={project} projects={projects} actions={actions} />
              </PanelField>
              <LabelsField labels={taskLabels} onPick={pickLabels} />
              <PanelField label={panelWords.estimate}>
                <Suspense fallback={<div className="h-8 pointer-coarse:h-11" />}>
                  <EstimateField task={task} label={panelWords.estimate} actions={actions} />
                </Suspense>
              </PanelField>
              <PanelField label={words.reminders}>
                <Suspense fallback={<div className="h-8 pointer-coarse:h-11" />}>
                  <RemindersField task={task} actions={actions} />
                </Suspense>
              </PanelField>
            </dl>
            <Suspense fallback={<div className="min-h-36" />}>
              <NotesEditor task={task} actions={actions} />
            </Suspense>
          </>
        )}
        <SubtaskList
          parent={task}
          isLocked={isLocked}
          actions={actions}
          onToggleDone={onToggleDone}
          onOpen={props.onOpen}
        />
        {props.renderMore?.(task)}
      </div>
    </div>
  );
}

function ProjectMenu({
  task,
  project,
  projects,
  actions,
}: {
  task: { id: string; projectId: string | null };
  project: Project | undefined;
  projects: readonly Project[];
  actions: TaskActions;
}) {
  const { tasks: words } = useMessages();
  return (
    <Menu
      label={words.moveToProject}
      trigger={
        <FieldButton label={words.project} testId="task-project-button">
          {project === undefined ? (
            <Folder />
          ) : (
            <ProjectMark color={project.color} icon={project.icon} />
          )}
          <span dir="auto" className="truncate">
            {project?.name ?? words.noProject}
          </span>
        </FieldButton>
      }
    >
      <Suspense>
        <ProjectItems task={task} projects={projects} actions={actions} />
      </Suspense>
    </Menu>
  );
}
