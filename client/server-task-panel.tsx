import { Cloud, X } from 'lucide-react';
import { Suspense } from 'react';
import { lazy } from '#client/ui/lazy.ts';
import { useLocation } from 'wouter';
import { useFindWords } from '#client/i18n/compiled/use-find-words.ts';
import { useFormats } from '#client/i18n/language.ts';
import { useMessages } from '#client/i18n/messages.ts';
import { shortcuts } from '#client/keys/shortcuts.ts';
import type { OpenServerTask } from '#client/search-task.tsx';
import type { SearchServer } from '#client/search/server-answer.ts';
import { type ServerTask, useServerTask } from '#client/search/use-server-task.ts';
import { Fact, LabelFacts, PlanFacts } from '#client/tasks/panel-facts.tsx';
import { PanelField } from '#client/tasks/panel-field.tsx';
import { Button, IconButton } from '#client/ui/button.tsx';
import { classNames } from '#client/ui/class-names.ts';
import type { FoundTask } from '#shared/found-task-message';

const ServerTaskTexts = lazy(async () => ({
  default: (await import('#client/server-task-texts.tsx')).ServerTaskTexts,
}));

/** A task that is not on this device yet, as the server has it: to be read, with the reason why it cannot be changed. */
export function ServerTaskPanel({
  taskId,
  workspaceId,
  hit,
  server,
  today,
  isHeld,
  onClose,
}: OpenServerTask & {
  server: SearchServer;
  today: string;
  /** Whether it is on this device after all, and in the trash there. */
  isHeld: boolean;
  onClose: () => void;
}) {
  const { read: words } = useFindWords();
  const { retry, ...task } = useServerTask({ server, workspaceId, taskId });
  const found = task.name === 'read' ? task.found : undefined;
  const known = found?.task ?? hit?.task;
  const isClosed = known?.status === 'done' || known?.status === 'cancelled';
  const isTrashed = isHeld || (known?.trashedAt ?? null) !== null;
  return (
    <article data-testid="server-task" className="flex min-h-0 grow flex-col">
      <Head createdAt={found?.task.createdAt} onClose={onClose} />
      <div
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolled by keyboard where it is longer than the panel
        tabIndex={0}
        className="flex min-h-0 grow flex-col gap-4 overflow-y-auto px-4 pb-8 outline-offset-[-2px] *:shrink-0"
      >
        {known === undefined ? null : (
          <h2
            dir="auto"
            data-testid="server-task-title"
            className={classNames(
              'px-2 py-1 text-lg leading-6 font-semibold',
              known.status === 'done' && 'text-muted line-through decoration-1',
            )}
          >
            {known.title}
          </h2>
        )}
        <Note task={task} isTrashed={isTrashed} isHeld={isHeld} onRetry={retry} />
        {found === undefined ? null : <Fields found={found} today={today} isClosed={isClosed} />}
        {found === undefined && hit !== undefined && hit.kind !== 'title' ? (
          <p dir="auto" className="px-2 text-sm whitespace-pre-wrap text-muted">
            {hit.excerpt.text}
          </p>
        ) : null}
        {found === undefined ? null : (
          <Suspense fallback={<p className="px-2 text-sm text-muted">{words.reading}</p>}>
            <ServerTaskTexts found={found} />
          </Suspense>
        )}
      </div>
    </article>
  );
}

function Head({ createdAt, onClose }: { createdAt: string | undefined; onClose: () => void }) {
  const { read: words } = useFindWords();
  const { tasks } = useMessages();
  const formats = useFormats();
  const options = { day: 'numeric', month: 'short', year: 'numeric' } as const;
  return (
    <div className="flex h-14 shrink-0 items-center gap-2 px-3">
      <Cloud className="ms-2 size-4 shrink-0 text-muted" strokeWidth={1.75} aria-hidden="true" />
      <span className="grow truncate text-xs text-muted">
        {words.place}
        {createdAt === undefined
          ? null
          : ` · ${tasks.created({ day: formats.instant(createdAt, options) })}`}
      </span>
      <IconButton
        label={tasks.closePanel}
        keys={shortcuts.anywhere.back[0]}
        onClick={onClose}
        data-testid="task-panel-close"
      >
        <X />
      </IconButton>
    </div>
  );
}

/** Why it can only be read, and what will happen; or why there is not all of it. */
function Note({
  task,
  isTrashed,
  isHeld,
  onRetry,
}: {
  task: ServerTask;
  isTrashed: boolean;
  isHeld: boolean;
  onRetry: () => void;
}) {
  const { read: words, server } = useFindWords();
  const [, navigate] = useLocation();
  return (
    <div className="mx-2 flex flex-col gap-2 rounded-control border border-line bg-raised/60 px-3 py-2.5 text-[0.8125rem]">
      <p role="status" data-testid="server-task-note">
        {isHeld ? words.trashed : noteOf(task, { isTrashed, words })}
      </p>
      {task.name === 'failed' && !isHeld ? (
        <Button size="small" className="self-start" data-testid="server-retry" onClick={onRetry}>
          {server.retry}
        </Button>
      ) : null}
      {isHeld ? (
        <Button size="small" className="self-start" onClick={() => navigate('/trash')}>
          {words.openTrash}
        </Button>
      ) : null}
    </div>
  );
}

function noteOf(
  task: ServerTask,
  { isTrashed, words }: { isTrashed: boolean; words: ReturnType<typeof useFindWords>['read'] },
): string {
  if (task.name === 'reading') return words.reading;
  if (task.name === 'gone') return words.gone;
  if (task.name === 'failed') return words[task.why];
  return isTrashed ? words.trashed : words.why;
}

function Fields({
  found,
  today,
  isClosed,
}: {
  found: FoundTask;
  today: string;
  isClosed: boolean;
}) {
  const { task, project, labels, parentTitle } = found;
  const { read: words, groups } = useFindWords();
  const { tasks } = useMessages();
  return (
    <dl className="flex flex-col">
      {isClosed ? (
        <PanelField label={words.state}>
          <Fact>{task.status === 'done' ? groups.done : tasks.cancelled}</Fact>
        </PanelField>
      ) : null}
      <PlanFacts task={task} project={project} today={today} />
      {parentTitle === null ? null : (
        <PanelField label={words.parent}>
          <Fact>
            <span dir="auto">{parentTitle}</span>
          </Fact>
        </PanelField>
      )}
      <LabelFacts labels={labels} />
    </dl>
  );
}
