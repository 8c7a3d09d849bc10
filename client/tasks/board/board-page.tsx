import { type ReactNode, useMemo } from 'react';
import { useMessages } from '#client/i18n/messages.ts';
import { useStore } from '#client/store/store-context.ts';
import { useAnnounce } from '#client/ui/live-region.tsx';
import { useToday } from '#client/ui/timing.ts';
import { useMediaQuery } from '#client/ui/use-media-query.ts';
import { ViewHeader } from '#client/ui/view-header.tsx';
import { AddTask, type NewTasks } from '../add-task.tsx';
import { OpenTaskPanel } from '../planner/open-task-panel.tsx';
import { toggleDone } from '../planner/toggle-done.ts';
import { useTaskParams } from '../planner/use-task-params.ts';
import { priorities } from '../priority-flag.tsx';
import { useAllProjects, useConflictedIds, useLabels } from '../task-queries.ts';
import type { TaskView } from '../task-rows.ts';
import { UndoButton } from '../undo-button.tsx';
import { useTaskActions } from '../use-task-actions.ts';
import { useViewsWords } from '../use-views-words.ts';
import { Board } from './board.tsx';
import { ColumnPicker } from './column-picker.tsx';
import { GroupingSwitch } from './grouping-switch.tsx';
import { type BoardGrouping, groupingsOf, noSection } from './place-in-columns.ts';
import { useBoard, useCommentCounts } from './use-board.ts';
import type { NamedColumn } from './use-card-moves.ts';

/** A view as a board: its head, the columns, and the panel of the task that is open. */
export function BoardPage(props: {
  view: TaskView;
  title: string;
  icon?: ReactNode;
  hasSingleKeys: boolean;
  grouping: BoardGrouping | undefined;
  headerActions?: ReactNode;
  onGrouping: (grouping: BoardGrouping) => void;
  onUndo: () => void;
}) {
  const { view } = props;
  const { tasks: words } = useMessages();
  const { board: own } = useViewsWords();
  const store = useStore();
  const announce = useAnnounce();
  const today = useToday();
  const actions = useTaskActions();
  const params = useTaskParams();
  const projects = useAllProjects();
  const labels = useLabels();
  const conflictedIds = useConflictedIds();
  const commentCounts = useCommentCounts();
  const isPhone = useMediaQuery('(max-width: 639px)');
  const groupings = groupingsOf(view);
  const grouping = groupings.find((one) => one === props.grouping) ?? 'status';
  const columns = useNamed(useBoard({ view, grouping, projects, today }));
  const openProjects = useMemo(
    () => projects.filter(({ trashedAt, archivedAt }) => trashedAt === null && archivedAt === null),
    [projects],
  );
  const { setOpen, setAddTo, addTo } = params;
  const on = useMemo(() => {
    const toggle = (taskId: string) => toggleDone({ store, actions, today, taskId });
    return { open: params.setOpen, toggleDone: toggle };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the setters of the address are new with each render
  }, [store, actions, today, params.openId]);
  const add = async (columnKey: string, { titles, priority, schedule }: NewTasks) => {
    const projectId = view.name === 'project' ? view.projectId : null;
    const fields = { priority, ...schedule, ...valueOf(grouping, columnKey) };
    const place = { projectId, parentId: null };
    const ids = await actions.commands.add({ titles, fields, place });
    announce(words.added(ids.length));
  };
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
          detail={openCount === 0 ? undefined : words.count(openCount)}
        >
          <GroupingSwitch groupings={groupings} grouping={grouping} onGrouping={props.onGrouping} />
          <UndoButton onUndo={props.onUndo} />
          {props.headerActions}
        </ViewHeader>
        {isPhone && columns !== undefined ? <ColumnPicker columns={columns} /> : null}
        {columns === undefined ? null : (
          <Board
            key={grouping}
            view={view}
            grouping={grouping}
            columns={columns}
            doneNote={view.name === 'today' ? own.doneTodayNote : own.doneNote}
            today={today}
            labels={labels}
            projects={openProjects}
            conflictedIds={conflictedIds}
            commentCounts={commentCounts}
            selectedId={params.openId}
            canReorder={view.name !== 'today'}
            hasSingleKeys={props.hasSingleKeys}
            actions={actions}
            on={on}
            onAdd={setAddTo}
            adding={
              addKey === undefined
                ? undefined
                : {
                    columnKey: addKey,
                    line: (
                      <AddTask
                        key={addKey}
                        isOpen
                        dueDate={view.name === 'today' ? today : null}
                        onOpenChange={(isOpen) => (isOpen ? undefined : setAddTo(undefined))}
                        onAdd={(tasks) => void add(addKey, tasks)}
                      />
                    ),
                  }
            }
          />
        )}
      </section>
      <OpenTaskPanel
        params={{ ...params, setOpen }}
        projects={openProjects}
        labels={labels}
        today={today}
        actions={actions}
        onToggleDone={on.toggleDone}
      />
    </div>
  );
}

function useNamed(columns: ReturnType<typeof useBoard>): readonly NamedColumn[] | undefined {
  const { tasks: words } = useMessages();
  const { board: own } = useViewsWords();
  return useMemo(() => {
    const names: Record<string, string> = { ...own.states, ...words.priorities };
    return columns?.map((column) => ({
      ...column,
      name: column.name ?? names[column.key] ?? own.noSection,
    }));
  }, [columns, own, words]);
}

/** The fields that a task takes from its column. */
function valueOf(grouping: BoardGrouping, columnKey: string): object {
  if (grouping === 'section') return columnKey === noSection ? {} : { sectionId: columnKey };
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
