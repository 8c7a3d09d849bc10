import { useState } from 'react';
import { limits } from '#shared/limits';
import type { Task } from '#shared/task';
import { useMessages } from '#client/i18n/messages.ts';
import { classNames } from '#client/ui/class-names.ts';
import type { TaskActions } from './use-task-actions.ts';

/** The title at the head of the panel; as long as it needs to be. Enter and leaving save, Escape does not. */
export function PanelTitle({ task, actions }: { task: Task; actions: TaskActions }) {
  const { tasks: words } = useMessages();
  const [edit, setEdit] = useState<{ base: string | null; title: string }>();
  const save = () => {
    if (edit !== undefined)
      void actions.quietly(actions.commands.rename({ taskId: task.id, ...edit }));
    setEdit(undefined);
  };
  return (
    <textarea
      rows={1}
      dir="auto"
      aria-label={words.title}
      data-testid="task-panel-title"
      data-own-escape=""
      value={edit?.title ?? task.title}
      maxLength={limits.titleMaxLength}
      onFocus={() =>
        setEdit({ base: actions.commands.beginEdit(task.id, 'title'), title: task.title })
      }
      onChange={({ target }) => {
        // A line break in a title is the wish to be done with it, pasted ones become spaces.
        const title = target.value.replaceAll(/[\r\n]+/g, ' ');
        setEdit((now) => now && { ...now, title });
      }}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') {
          event.preventDefault();
          event.currentTarget.blur();
        }
        if (event.key === 'Escape') {
          event.stopPropagation();
          setEdit(undefined);
          event.currentTarget.blur();
        }
      }}
      className={classNames(
        'field-sizing-content w-full resize-none rounded-control bg-transparent px-2 py-1 text-lg leading-6 font-semibold hover:bg-raised/60 focus:bg-transparent focus-visible:outline-offset-0',
        task.status === 'done' && 'text-muted line-through decoration-1',
      )}
    />
  );
}
