import { Suspense } from 'react';
import { lazy } from '#client/ui/lazy.ts';
import type { ListShortcut } from '#client/keys/shortcuts.ts';
import { BulkBar } from './bulk-bar.tsx';
import type { TaskListProps } from './task-list.tsx';
import type { useListTools } from './use-list-tools.ts';

const MoveDialog = lazy(async () => ({
  default: (await import('./move-dialog.tsx')).MoveDialog,
}));
const LabelDialog = lazy(async () => ({
  default: (await import('./label-dialog.tsx')).LabelDialog,
}));
const DatesDialog = lazy(async () => ({
  default: (await import('./dates-dialog.tsx')).DatesDialog,
}));
const RepeatDialog = lazy(async () => ({
  default: (await import('./repeat-dialog.tsx')).RepeatDialog,
}));

/** What the tools for tasks get of their list. */
export interface TaskToolsProps
  extends Pick<TaskListProps, 'rows' | 'labels' | 'projects' | 'today' | 'actions'> {
  tools: ReturnType<typeof useListTools>;
}

/** What a dialog for tasks gets. */
export interface TaskDialogProps extends Omit<TaskToolsProps, 'tools' | 'rows'> {
  taskIds: readonly string[];
  onDone: () => void;
}

/** The bar for selected tasks, and the dialogs for them or for the one task that a key was pressed on. */
export function TaskTools({ tools, ...props }: TaskToolsProps) {
  const { asked, selectedIds } = tools;
  return (
    <>
      {selectedIds.size === 0 ? null : <BulkBar rows={props.rows} tools={tools} />}
      {asked === undefined ? null : (
        <Suspense>
          <AskedDialog {...props} id={asked.id} taskIds={asked.taskIds} onDone={tools.endAsk} />
        </Suspense>
      )}
    </>
  );
}

/** The dialog for what was asked for some tasks. */
export function AskedDialog({ id, ...props }: TaskDialogProps & { id: ListShortcut }) {
  if (id === 'move') return <MoveDialog {...props} />;
  if (id === 'repeat') return <RepeatDialog {...props} />;
  if (id === 'labels') return <LabelDialog {...props} />;
  return <DatesDialog {...props} date={id === 'deadline' ? 'dueDate' : 'startDate'} />;
}
