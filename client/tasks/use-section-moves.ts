import { useEffect, useMemo, useRef } from 'react';
import { useSectionsWords } from '#client/i18n/compiled/use-sections-words.ts';
import { useStore } from '#client/store/store-context.ts';
import { useAnnounce } from '#client/ui/live-region.tsx';
import type { Project } from '#shared/project';
import { type MoveOutcome, moveTasks, placeTasks } from './move-tasks.ts';
import type { SectionedRows } from './project-sections.ts';
import type { TaskListProps } from './task-list.tsx';
import type { TaskRowData } from './task-rows.ts';
import type { TaskActions } from './use-task-actions.ts';

type ListCallbacks = TaskListProps['on'];

/**
 * Moves between sections: by dropping on a heading, and by the keys that move a task up and down, which lead from the
 * end of one section into the next. The callbacks are the same object while the list changes under them.
 */
export function useSectionMoves(
  of: {
    project: Project;
    actions: TaskActions;
    on: ListCallbacks;
  } & Pick<SectionedRows, 'loose' | 'parts'>,
): { on: ListCallbacks; intoSection: (taskIds: readonly string[], sectionId: string) => void } {
  const { actions, on } = of;
  const store = useStore();
  const announce = useAnnounce();
  const words = useSectionsWords();
  const latest = useRef(of);
  useEffect(() => {
    latest.current = of;
  });
  return useMemo(() => {
    const nameOf = (sectionId: string | null) =>
      latest.current.parts.find(({ section }) => section.id === sectionId)?.section.name;
    const tell = async (moving: Promise<MoveOutcome>, title: string, sectionId: string | null) => {
      const batch = await actions.quietly(moving.then((outcome) => outcome.batch));
      if (batch === undefined) return;
      const section = nameOf(sectionId);
      announce(
        section === undefined ? words.taskMovedOut({ title }) : words.taskMoved({ title, section }),
      );
    };
    const toEnd = (taskIds: readonly string[], title: string, sectionId: string | null) => {
      const place = { projectId: latest.current.project.id, sectionId, parentId: null };
      return tell(moveTasks(store, { taskIds, place }), title, sectionId);
    };
    const titleOf = (taskId: string | undefined) =>
      allRows(latest.current).find(({ task }) => task.id === taskId)?.task.title ?? '';
    const reorder: ListCallbacks['reorder'] = (taskId, to) => {
      const step = to === 'up' || to === 'down' ? stepOver(latest.current, taskId, to) : undefined;
      if (step === undefined) return on.reorder(taskId, to);
      const title = titleOf(taskId);
      const { sectionId, besideId } = step;
      if (besideId === undefined) return void toEnd([taskId], title, sectionId);
      const move = { taskIds: [taskId], besideId, side: 'before' } as const;
      return void tell(placeTasks(store, move), title, sectionId);
    };
    return {
      on: { ...on, reorder },
      intoSection: (taskIds, sectionId) => void toEnd(taskIds, titleOf(taskIds[0]), sectionId),
    };
  }, [actions, announce, on, store, words]);
}

/**
 * Where a step leads a task that is the first or last at the top of its section: to the end of the section before, or
 * before the first task of the next one (`besideId`). Undefined for a step within a section, or where there is none.
 */
function stepOver(
  { loose, parts }: Pick<SectionedRows, 'loose' | 'parts'>,
  taskId: string,
  to: 'up' | 'down',
): { sectionId: string | null; besideId: string | undefined } | undefined {
  const groups = [
    { sectionId: null, rows: loose },
    ...parts.map(({ section, rows }) => ({ sectionId: section.id, rows })),
  ].map(({ sectionId, rows }) => ({ sectionId, tops: rows.filter(({ depth }) => depth === 0) }));
  const at = groups.findIndex(({ tops }) => tops.some(({ task }) => task.id === taskId));
  const tops = groups[at]?.tops ?? [];
  const edge = to === 'up' ? tops[0] : tops.at(-1);
  const next = groups[at + (to === 'up' ? -1 : 1)];
  if (at < 0 || edge?.task.id !== taskId || next === undefined) return undefined;
  const besideId = to === 'down' ? next.tops[0]?.task.id : undefined;
  return { sectionId: next.sectionId, besideId };
}

function allRows({ loose, parts }: Pick<SectionedRows, 'loose' | 'parts'>): TaskRowData[] {
  return [...loose, ...parts.flatMap(({ rows }) => rows)];
}
