import { Plus } from 'lucide-react';
import { useState } from 'react';
import { limits } from '#shared/limits';
import type { Task } from '#shared/task';
import { useMessages } from '#client/i18n/messages.ts';
import { Checkbox } from '#client/ui/checkbox.tsx';
import { classNames } from '#client/ui/class-names.ts';
import { useSubtasks } from './task-queries.ts';
import type { TaskActions } from './use-task-actions.ts';
import { textDirection } from '#client/ui/text-direction.ts';

/** The tasks right under one task, and a line to add another. */
export function SubtaskList({
  parent,
  actions,
  onToggleDone,
  onOpen,
}: {
  parent: Task;
  actions: TaskActions;
  onToggleDone: (taskId: string) => void;
  onOpen: (taskId: string) => void;
}) {
  const { tasks: words } = useMessages();
  const subtasks = useSubtasks(parent.id);
  const [title, setTitle] = useState('');
  const doneCount = subtasks.filter(({ status }) => status === 'done').length;
  const add = () => {
    const place = { projectId: parent.projectId, parentId: parent.id };
    if (title.trim() !== '') void actions.commands.add({ titles: [title], place });
    setTitle('');
  };
  return (
    <section aria-label={words.subtasks} className="flex flex-col">
      <h2 className="flex items-baseline gap-2 px-2 pb-1 text-[0.8125rem] font-medium text-muted">
        {words.subtasks}
        {subtasks.length === 0 ? null : (
          <span className="tabular text-xs font-normal">
            {words.doneOf({ done: doneCount, total: subtasks.length })}
          </span>
        )}
      </h2>
      <ul>
        {subtasks.map((task) => (
          <li key={task.id} className="flex items-center rounded-control hover:bg-raised/60">
            <Checkbox
              isChecked={task.status === 'done'}
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
      <form
        className="flex h-9 items-center text-muted pointer-coarse:h-11"
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <span className="flex w-8 justify-center pointer-coarse:w-11">
          <Plus className="size-4" aria-hidden="true" />
        </span>
        <input
          aria-label={words.addSubtask}
          dir={textDirection(title)}
          placeholder={words.addSubtask}
          value={title}
          maxLength={limits.titleMaxLength}
          enterKeyHint="done"
          onChange={({ target }) => setTitle(target.value)}
          onBlur={add}
          className="h-8 min-w-0 grow bg-transparent text-text outline-none"
        />
      </form>
    </section>
  );
}
