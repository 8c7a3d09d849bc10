import { useMemo } from 'react';
import type { Project } from '#shared/project';
import { useMayDo } from '#client/store/use-may-do.ts';
import { AddSectionLine } from './add-section-line.tsx';
import { groupBySection, sectionsOf } from './project-sections.ts';
import { DoneHeading, SectionHeading } from './section-heading.tsx';
import { type ListHeading, TaskList, type TaskListProps } from './task-list.tsx';
import type { TaskRowData } from './task-rows.ts';
import { useSectionMoves } from './use-section-moves.ts';

/** What the list of a project needs besides what every list does. */
export interface ProjectListProps {
  project: Project;
  /** Ids of sections that are folded on this device. */
  foldedIds: readonly string[];
  onFold: (foldedIds: readonly string[]) => void;
  /** Whether a new section is being named at the end. */
  isAddingSection: boolean;
  onAddingSection: (isAdding: boolean) => void;
  /** Asks for a new task in a section. */
  onAddIn: (sectionId: string) => void;
}

/**
 * The tasks of a project by sections, in the list that all views have: headings stand between its rows. A task dropped
 * on a heading, or beside a task of a section, goes there; so does one moved past the end of its section by keys.
 */
export function ProjectList({
  project,
  foldedIds,
  onFold,
  isAddingSection,
  onAddingSection,
  onAddIn,
  ...list
}: TaskListProps & ProjectListProps) {
  const { rows, leavingIds } = list;
  const sections = useMemo(() => sectionsOf(project), [project]);
  const { loose, parts, done } = useMemo(
    () => groupBySection({ rows, sections, leavingIds }),
    [rows, sections, leavingIds],
  );
  const canEdit = useMayDo('edit')(project.workspaceId);
  const folded = new Set(foldedIds);
  const moves = useSectionMoves({ project, loose, parts, actions: list.actions, on: list.on });
  const toggle = (sectionId: string) => {
    const others = foldedIds.filter((id) => id !== sectionId);
    onFold(folded.has(sectionId) ? others : [...others, sectionId]);
  };
  const lines: (TaskRowData | ListHeading)[] = [...loose];
  for (const [index, { section, rows: held }] of parts.entries()) {
    const isFolded = folded.has(section.id);
    const render = (rowIndex: number) => (
      <SectionHeading
        project={project}
        section={section}
        position={{ index, count: parts.length }}
        count={held.length - held.filter(({ task }) => leavingIds.has(task.id)).length}
        rowIndex={rowIndex}
        isFolded={isFolded}
        actions={list.actions}
        onToggle={() => toggle(section.id)}
        onAddIn={onAddIn}
        onDropTasks={moves.intoSection}
      />
    );
    lines.push({ key: section.id, render }, ...(isFolded ? [] : held));
  }
  if (done.length > 0 && sections.length > 0) {
    lines.push({ key: 'done', render: (rowIndex) => <DoneHeading rowIndex={rowIndex} /> });
  }
  lines.push(...done);
  if (canEdit && (isAddingSection || sections.length > 0)) {
    const isOpen = isAddingSection;
    const render = (rowIndex: number) => (
      <AddSectionLine
        project={project}
        rowIndex={rowIndex}
        isOpen={isOpen}
        onOpenChange={onAddingSection}
      />
    );
    lines.push({ key: 'add-section', render });
  }
  const shown = lines.filter((line): line is TaskRowData => 'task' in line);
  return <TaskList {...list} rows={shown} lines={lines} on={moves.on} />;
}
