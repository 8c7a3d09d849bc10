import { Plus } from 'lucide-react';
import { useState } from 'react';
import { limits } from '#shared/limits';
import type { Task } from '#shared/task';
import { useMessages } from '#client/i18n/messages.ts';
import { Checkbox } from '#client/ui/checkbox.tsx';
import { classNames } from '#client/ui/class-names.ts';
import { useAnnounce } from '#client/ui/live-region.tsx';
import { useStore } from '#client/store/store-context.ts';
import { inboxPlace } from './add-place.ts';
import { OpenAddLine } from './add-task.tsx';
import { useSubtasks } from './task-queries.ts';
import type { TaskActions } from './use-task-actions.ts';
import { withAncestors } from './with-ancestors.ts';

/** The tasks right under one task, and a line to add another, for whoever may. */
export function SubtaskList({
  parent,
  isLocked,
  actions,
  onToggleDone,
  onOpen,
}: {
  parent: Task;
  /** The person may only look at it. */
  isLocked: boolean;
  actions: TaskActions;
  onToggleDone: (taskId: string) => void;
  onOpen: (taskId: string) => void;
}) {
  const { tasks: words } = useMessages();
  const subtasks = useSubtasks(parent.id);
  const doneCount = subtasks?.filter(({ status }) => status === 'done').length;
  const isDeepest = withAncestors(useStore(), parent.id).length > limits.subtaskDepthMax;
  return (
    <section aria-label={words.subtasks} className="flex flex-col">
      <h2 className="flex items-baseline gap-2 px-2 pb-1 text-[0.8125rem] font-medium text-muted">
        {words.subtasks}
        {subtasks === undefined || subtasks.length === 0 ? null : (
          <span className="tabular text-xs font-normal">
            {words.doneOf({ done: doneCount ?? 0, total: subtasks.length })}
          </span>
        )}
      </h2>
      <ul aria-busy={subtasks === undefined}>
        {subtasks?.map((task) => (
          <li key={task.id} className="flex items-center rounded-control hover:bg-raised/60">
            <Checkbox
              isChecked={task.status === 'done'}
              isLocked={isLocked}
              label={
                task.status === 'done'
                  ? words.reopen({ title: task.title })
                  : words.complete({ title: task.title })
              }
              onToggle={() => onToggleDone(task.id)}
            />
            <button
              type="button"
              dir="auto"
              onClick={() => onOpen(task.id)}
              className={classNames(
                'min-h-8 min-w-0 grow truncate rounded-control',
                task.status === 'done' && 'text-muted line-through decoration-1',
              )}
            >
              {task.title}
            </button>
          </li>
        ))}
      </ul>
      {isDeepest || isLocked ? null : <AddSubtask parent={parent} actions={actions} />}
    </section>
  );
}

/** The line to add another: a button until it is opened. */
function AddSubtask({ parent, actions }: { parent: Task; actions: TaskActions }) {
  const { tasks: words } = useMessages();
  const announce = useAnnounce();
  const [isAdding, setIsAdding] = useState(false);
  if (isAdding) {
    return (
      <OpenAddLine
        place={{ ...inboxPlace, projectId: parent.projectId, parentId: parent.id }}
        placeholder={words.addSubtask}
        onAdded={({ ids, elsewhere }) => {
          announce(words.added({ count: ids.length }));
          if (elsewhere !== undefined) actions.notify(elsewhere);
        }}
        onClose={() => setIsAdding(false)}
      />
    );
  }
  return (
    <button
      type="button"
      data-testid="add-subtask"
      onClick={() => setIsAdding(true)}
      className="press flex h-9 w-full items-center rounded-control text-muted hover:bg-raised/60 hover:text-text pointer-coarse:h-11"
    >
      <span className="flex w-8 justify-center pointer-coarse:w-11">
        <Plus className="size-4" aria-hidden="true" />
      </span>
      {words.addSubtask}
    </button>
  );
}
