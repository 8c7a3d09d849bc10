import { CircleCheck, CircleCheckBig, Plus } from 'lucide-react';
import { type ComponentProps, type ReactNode, Suspense, useMemo, useState } from 'react';
import { lazy } from '#client/ui/lazy.ts';
import { useMessages } from '#client/i18n/messages.ts';
import { IconButton } from '#client/ui/button.tsx';
import { useMayDo } from '#client/store/use-may-do.ts';
import { Guard } from '#client/ui/guard.tsx';
import { useAnnounce } from '#client/ui/live-region.tsx';
import { useToday } from '#client/ui/timing.ts';
import { useMediaQuery } from '#client/ui/use-media-query.ts';
import { ViewHeader } from '#client/ui/view-header.tsx';
import { parseCivilDate } from '#shared/civil-date';
import type { Project } from '#shared/project';
import type { Task } from '#shared/task';
import { placeOf } from './add-place.ts';
import { AddTask } from './add-task.tsx';
import { useAllProjects, useConflictedIds, useLabels } from './task-queries.ts';
import type { TaskView } from './task-rows.ts';
import { UndoButton } from './undo-button.tsx';
import { useIsFirstList, useKeepFirst } from './use-first-rows.ts';
import { useListParams } from './use-list-params.ts';
import { useRowCallbacks } from './use-row-callbacks.ts';
import { type ShownTask, useShownTask } from './use-shown-task.ts';
import { useTaskActions } from './use-task-actions.ts';
import { useViewRows } from './use-view-rows.ts';
import { type Folding, ViewList } from './view-list.tsx';

const ViewEmptyState = lazy(async () => ({
  default: (await import('./view-empty-state.tsx')).ViewEmptyState,
}));
const TaskPanelPlace = lazy(async () => ({
  default: (await import('./task-panel-place.tsx')).TaskPanelPlace,
}));

const noFolding: Folding = { foldedIds: [], onFold: () => undefined };

/** How the person wants lists on this device. */
export interface ListPreferences {
  density: 'comfortable' | 'compact';
  singleKeys: boolean;
}

/** A list of tasks with its head, the line to add to it, and the panel of the task that is open. */
export function TaskListPage({
  view,
  title,
  icon,
  preferences,
  folding = noFolding,
  headerActions,
  empty,
  note,
  onUndo,
  renderMore,
}: {
  view: TaskView;
  title: string;
  icon?: ReactNode;
  preferences: ListPreferences;
  folding?: Folding;
  headerActions?: ReactNode;
  /** Said where there is no task, instead of what the view itself says. */
  empty?: ReactNode;
  /** What is to be said of the view, under its head. */
  note?: ReactNode;
  onUndo: () => void;
  /** What the panel of a task shows besides what is the task's own. */
  renderMore?: (task: Task) => ReactNode;
}) {
  const { tasks: words } = useMessages();
  const announce = useAnnounce();
  const today = useToday();
  const actions = useTaskActions();
  const projects = useAllProjects();
  const labels = useLabels();
  const conflictedIds = useConflictedIds();
  const [showsClosed, setShowsClosed] = useState(false);
  const [revealedId, setRevealedId] = useState<string>();
  const project =
    view.name === 'project' ? projects.find(({ id }) => id === view.projectId) : undefined;
  // Under headings other rows are in sight than the first ones.
  const isPlain = view.name !== 'upcoming' && view.name !== 'filter' && !hasSections(project);
  const isFirst = useIsFirstList() && isPlain;
  const viewRows = useViewRows({ view, projects, today, showsClosed, isFirst });
  const isWhole = viewRows.openCount !== undefined;
  useKeepFirst(isWhole && isPlain && !showsClosed ? viewRows.rows : undefined, today);
  const isWide = useMediaQuery('(min-width: 1024px)');
  const rowHeight = useRowHeight(preferences.density);
  const openProjects = useMemo(
    () => projects.filter(({ trashedAt, archivedAt }) => trashedAt === null && archivedAt === null),
    [projects],
  );
  const canAdd = useMayDo('edit')(project?.workspaceId ?? '');
  const params = useListParams();
  const { isAdding, isAddingSection, wantedPart, setParam } = params;
  const shown = useShownTask(params);
  const isByDate = view.name === 'today' || view.name === 'upcoming';
  const filter = view.name === 'filter' ? view : undefined;
  const canReorder = !isByDate && filter === undefined;
  const day = parseCivilDate(wantedPart) === undefined ? today : wantedPart;
  const section = project?.sections[wantedPart];
  const on = useRowCallbacks({
    actions,
    viewRows,
    today,
    canReorder,
    shown,
  });

  const added = ({ ids, elsewhere }: { ids: readonly string[]; elsewhere: string | undefined }) => {
    setRevealedId(ids.at(-1));
    announce(words.added({ count: ids.length }));
    if (elsewhere !== undefined) actions.notify(elsewhere);
    else if (ids.length > 1) actions.notify(words.added({ count: ids.length }));
  };

  const rows = viewRows.rows ?? [];
  const isSectioned = isAddingSection || hasSections(project);
  const addLine = (
    <AddTask
      isOpen={isAdding}
      place={placeOf(view, {
        sectionId: section === undefined ? null : wantedPart,
        dueDate: isByDate ? day : null,
      })}
      {...(section && { placeholder: `${section.name}: ${words.addPlaceholder}` })}
      onOpenChange={(isOpen) => setParam('add', isOpen ? '1' : undefined)}
      onAdded={added}
    />
  );
  return (
    <div className="flex min-h-0 min-w-0 grow">
      <section aria-label={title} className="group/list relative flex min-w-0 grow flex-col">
        <ViewHeader
          title={title}
          icon={icon}
          detail={viewRows.openCount ? words.count({ count: viewRows.openCount }) : undefined}
        >
          <UndoButton onUndo={onUndo} />
          <ShowDoneButton isOn={showsClosed} onToggle={() => setShowsClosed(!showsClosed)} />
          {headerActions}
        </ViewHeader>
        {note}
        {rows.length === 0 && !isSectioned ? null : (
          <ViewList
            view={view}
            rows={rows}
            isWhole={isWhole}
            rowHeight={rowHeight}
            today={today}
            labels={labels}
            projects={openProjects}
            conflictedIds={conflictedIds}
            pressedIds={viewRows.pressedIds}
            leavingIds={viewRows.leavingIds}
            shownId={shown.id}
            revealedId={revealedId}
            canReorder={canReorder}
            hasSingleKeys={preferences.singleKeys}
            actions={actions}
            on={on}
            project={isSectioned ? project : undefined}
            folding={folding}
            adding={{
              onAddOn: (part) => setParam('add', part),
              isAddingSection,
              onAddingSection: (isAdding) => setParam('section', isAdding ? 'new' : undefined),
            }}
          />
        )}
        {isWide && canAdd ? (
          <div className="list-end mx-auto w-full max-w-[760px] shrink-0 px-4 pb-4">{addLine}</div>
        ) : null}
        {viewRows.rows?.length === 0 && viewRows.openCount === 0 && !isSectioned ? (
          <Suspense>{empty ?? <ViewEmptyState view={view} />}</Suspense>
        ) : null}
        {isWide || !canAdd ? null : (
          <PhoneAdd isAdding={isAdding} onStart={() => setParam('add', '1')} line={addLine} />
        )}
      </section>
      <ShownPanel
        shown={shown}
        projects={openProjects}
        labels={labels}
        today={today}
        actions={actions}
        onToggleDone={on.toggleDone}
        onOpen={on.open}
        renderMore={renderMore}
      />
    </div>
  );
}

/** The panel of the task that is opened or peeked at; nothing while there is none. */
function ShownPanel({
  shown,
  ...props
}: Omit<ComponentProps<typeof TaskPanelPlace>, 'taskId' | 'takesFocus' | 'onClose'> & {
  shown: ShownTask;
}) {
  if (shown.id === undefined) return null;
  return (
    <Guard place="over" resetKey={shown.id} onClose={shown.close}>
      <Suspense>
        <TaskPanelPlace
          {...props}
          key={shown.id}
          taskId={shown.id}
          takesFocus={!shown.isPeeked}
          onClose={shown.close}
        />
      </Suspense>
    </Guard>
  );
}

function ShowDoneButton({ isOn, onToggle }: { isOn: boolean; onToggle: () => void }) {
  const { tasks: words } = useMessages();
  return (
    <IconButton
      label={isOn ? words.hideDone : words.showDone}
      aria-pressed={isOn}
      data-testid="show-done-toggle"
      onClick={onToggle}
    >
      {isOn ? <CircleCheckBig className="text-accent" /> : <CircleCheck />}
    </IconButton>
  );
}

/** Deleted ones do not count; the rest of the rules is loaded with the list that shows them. */
function hasSections(project: Project | undefined): boolean {
  if (project === undefined) return false;
  return Object.keys(project.sections).some((id) => project.sectionsGone[id] === undefined);
}

/** Fixed heights, so that 10,000 rows scroll without a jump; with fingers, and on narrow screens two lines, they are taller. */
function useRowHeight(density: ListPreferences['density']): number {
  const isNarrow = useMediaQuery('(max-width: 639px)');
  const isCoarse = useMediaQuery('(pointer: coarse)');
  if (isNarrow) return 56;
  return density === 'compact' && !isCoarse ? 32 : 44;
}

/** A round button in reach of the thumb, or the line above the keyboard once it was pressed. */
function PhoneAdd({
  isAdding,
  onStart,
  line,
}: {
  isAdding: boolean;
  onStart: () => void;
  line: ReactNode;
}) {
  const { tasks: words } = useMessages();
  if (isAdding) {
    return (
      <div className="fixed inset-x-0 bottom-0 z-30 border-t border-line bg-bg px-2 pb-[env(safe-area-inset-bottom)]">
        {line}
      </div>
    );
  }
  return (
    <button
      type="button"
      data-testid="create-task-button"
      aria-label={words.add}
      onClick={onStart}
      className="press group-has-[[data-bulk]]/list:hidden fixed end-4 bottom-[calc(env(safe-area-inset-bottom)+4.75rem)] z-20 flex size-14 items-center justify-center rounded-full bg-accent text-on-accent shadow-float hover:opacity-90"
    >
      <Plus className="size-6" />
    </button>
  );
}
