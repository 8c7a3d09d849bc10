import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import { useBoardWords } from '#client/i18n/compiled/use-board-words.ts';
import { useMessages } from '#client/i18n/messages.ts';
import { useStore } from '#client/store/store-context.ts';
import { useMayDo } from '#client/store/use-may-do.ts';
import { useToday } from '#client/ui/timing.ts';
import { useMediaQuery } from '#client/ui/use-media-query.ts';
import { ViewHeader } from '#client/ui/view-header.tsx';
import type { Task } from '#shared/task';
import { type AddPlace, placeOf } from '../add-place.ts';
import { AddTask } from '../add-task.tsx';
import { OpenTaskPanel } from '../planner/open-task-panel.tsx';
import { toggleDone } from '../planner/toggle-done.ts';
import { useTellAdded } from '../planner/use-tell-added.ts';
import { useSurroundings } from '../planner/use-surroundings.ts';
import { useTaskParams } from '../planner/use-task-params.ts';
import { priorities } from '../priority-flag.tsx';
import type { TaskView } from '../task-rows.ts';
import { UndoButton } from '../undo-button.tsx';
import { type ShownTask, useShownTask } from '../use-shown-task.ts';
import { useTaskActions } from '../use-task-actions.ts';
import { Board, type BoardProps } from './board.tsx';
import { ColumnPicker } from './column-picker.tsx';
import { GroupingSwitch } from './grouping-switch.tsx';
import { type BoardGrouping, groupingsOf, noSection } from './place-in-columns.ts';
import { useBoard } from './use-board.ts';
import type { NamedColumn } from './use-card-moves.ts';

/** A view as a board: its head, the columns, and the panel of the task that is open. */
export function BoardPage(props: {
  view: TaskView;
  title: string;
  icon?: ReactNode;
  hasSingleKeys: boolean;
  grouping: BoardGrouping | undefined;
  headerActions?: ReactNode;
  /** What is to be said of the view, under its head. */
  note?: ReactNode;
  onGrouping: (grouping: BoardGrouping) => void;
  onUndo: () => void;
  /** What the panel of a task shows besides what is the task's own. */
  renderMore?: ((task: Task) => ReactNode) | undefined;
}) {
  const { view } = props;
  const { tasks: words } = useMessages();
  const own = useBoardWords();
  const store = useStore();
  const today = useToday();
  const actions = useTaskActions();
  const params = useTaskParams();
  const shownTask = useShownTask({
    selectedId: params.openId,
    setParam: (_, taskId) => params.setOpen(taskId),
  });
  const { allProjects, ...shown } = useSurroundings();
  const isPhone = useMediaQuery('(max-width: 639px)');
  const groupings = groupingsOf(view);
  const grouping = groupings.find((one) => one === props.grouping) ?? 'status';
  const columns = useNamed(useBoard({ view, grouping, projects: allProjects, today }));
  const { setAddTo, addTo } = params;
  const project =
    view.name === 'project' ? allProjects.find(({ id }) => id === view.projectId) : undefined;
  const canAdd = useMayDo('edit')(project?.workspaceId ?? '');
  const on = useCardShowing(shownTask, (taskId) => toggleDone({ store, actions, today, taskId }));
  const tellAdded = useTellAdded(actions);
  const addKey = addTo === undefined ? undefined : columnToAdd(columns ?? [], addTo);
  const openCount = (columns ?? [])
    .filter(({ key }) => key !== 'done')
    .reduce((sum, { cards }) => sum + cards.length, 0);
  return (
    <div className="flex min-h-0 min-w-0 grow">
      <section aria-label={props.title} className="flex min-w-0 grow flex-col">
        <ViewHeader
          isFull
          title={props.title}
          icon={props.icon}
          detail={openCount === 0 ? undefined : words.count({ count: openCount })}
        >
          <GroupingSwitch groupings={groupings} grouping={grouping} onGrouping={props.onGrouping} />
          <UndoButton onUndo={props.onUndo} />
          {props.headerActions}
        </ViewHeader>
        {props.note}
        {isPhone && columns !== undefined ? <ColumnPicker columns={columns} /> : null}
        {columns === undefined ? null : (
          <Board
            key={grouping}
            view={view}
            grouping={grouping}
            columns={columns}
            doneNote={view.name === 'today' ? own.doneTodayNote : own.doneNote}
            today={today}
            {...shown}
            selectedId={params.openId}
            canReorder={view.name !== 'today'}
            hasSingleKeys={props.hasSingleKeys}
            actions={actions}
            on={on}
            onAdd={canAdd ? setAddTo : undefined}
            adding={
              addKey === undefined || !canAdd
                ? undefined
                : {
                    columnKey: addKey,
                    line: (
                      <AddTask
                        key={addKey}
                        isOpen
                        place={placeIn(addKey, { view, grouping, today })}
                        onOpenChange={(isOpen) => (isOpen ? undefined : setAddTo(undefined))}
                        onAdded={tellAdded}
                      />
                    ),
                  }
            }
          />
        )}
      </section>
      <OpenTaskPanel
        params={{
          openId: shownTask.id,
          setOpen: (taskId) => (taskId === undefined ? shownTask.close() : on.open(taskId)),
        }}
        takesFocus={!shownTask.isPeeked}
        {...shown}
        today={today}
        actions={actions}
        onToggleDone={on.toggleDone}
        renderMore={props.renderMore}
      />
    </div>
  );
}

/** What a card does with the task it shows; the same functions while the board changes under them. */
function useCardShowing(shownTask: ShownTask, toggle: (taskId: string) => void): BoardProps['on'] {
  const latest = useRef({ shownTask, toggle });
  useEffect(() => {
    latest.current = { shownTask, toggle };
  });
  return useMemo(
    () => ({
      open: (taskId) => latest.current.shownTask.open(taskId),
      peek: (taskId) => latest.current.shownTask.peek(taskId),
      follow: (taskId) => latest.current.shownTask.follow(taskId),
      toggleDone: (taskId) => latest.current.toggle(taskId),
    }),
    [],
  );
}

function useNamed(columns: ReturnType<typeof useBoard>): readonly NamedColumn[] | undefined {
  const { tasks: words } = useMessages();
  const own = useBoardWords();
  return useMemo(() => {
    const names: Record<string, string> = { ...own.states, ...words.priorities };
    return columns?.map((column) => ({
      ...column,
      name: column.name ?? names[column.key] ?? own.noSection,
    }));
  }, [columns, own, words]);
}

/** Where a task goes that is added in a column, with what it takes from it. */
function placeIn(
  columnKey: string,
  { view, grouping, today }: { view: TaskView; grouping: BoardGrouping; today: string },
): AddPlace {
  const isSection = grouping === 'section' && columnKey !== noSection;
  const place = placeOf(view, {
    sectionId: isSection ? columnKey : null,
    dueDate: view.name === 'today' ? today : null,
  });
  return { ...place, more: { ...place.more, ...valueOf(grouping, columnKey) } };
}

function valueOf(grouping: BoardGrouping, columnKey: string): AddPlace['more'] {
  if (grouping === 'status') return columnKey === 'in_progress' ? { status: columnKey } : {};
  const priority = priorities.find((value) => value === columnKey);
  return priority === undefined || priority === 'none' ? {} : { priority };
}

/** The column that the address asks for; without a wish the one that stands for nothing special. */
function columnToAdd(columns: readonly NamedColumn[], wanted: string): string | undefined {
  const plain = ['todo', 'none', noSection];
  const column =
    columns.find(({ key }) => key === wanted && key !== 'done') ??
    columns.find(({ key }) => plain.includes(key));
  return column?.key;
}
