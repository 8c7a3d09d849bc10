import { ListTree } from 'lucide-react';
import { type MouseEvent, useMemo } from 'react';
import type { Task } from '#shared/task';
import { useMessages } from '#client/i18n/messages.ts';
import { useNotesWords } from '#client/i18n/compiled/use-notes-words.ts';
import { useStore } from '#client/store/store-context.ts';
import { Button } from '#client/ui/button.tsx';
import { Markdown } from '#client/ui/markdown.tsx';
import { taskLines, tickMarkdown } from '#client/ui/tick-markdown.ts';
import { createNotesCommands } from './notes-commands.ts';
import type { TaskActions } from './use-task-actions.ts';

/** The notes as they read. A tick changes their text; a press anywhere else, or Enter, begins to write. */
export function NotesView({
  takesFocus,
  task,
  actions,
  onEdit,
}: {
  takesFocus: boolean;
  task: Task;
  actions: TaskActions;
  onEdit: () => void;
}) {
  const { tasks: words } = useMessages();
  const panel = useNotesWords();
  const store = useStore();
  const commands = useMemo(() => createNotesCommands(store), [store]);
  const hasTasks = useMemo(() => taskLines(task.notes).length > 0, [task.notes]);
  const tick = (index: number) => {
    const notes = tickMarkdown(task.notes, index);
    if (notes === undefined) return onEdit();
    const base = actions.commands.beginEdit(task.id, 'notes');
    const edit = { taskId: task.id, notes, before: task.notes, base };
    return void actions.quietly(actions.commands.setNotes(edit));
  };
  const turnIntoSubtasks = async () => {
    const made = await commands.turnIntoSubtasks(task.id);
    if (made > 0) actions.notify(panel.madeSubtasks({ count: made }));
  };
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/no-static-element-interactions -- a short way for the pencil above, which is a button */}
      <div
        ref={takesFocus ? focus : undefined}
        role="group"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- Enter on it begins to write
        tabIndex={0}
        aria-label={words.notes}
        data-testid="task-notes-view"
        onClick={(event) => (isMeantForText(event) ? undefined : onEdit())}
        onKeyDown={(event) => {
          if (event.target !== event.currentTarget || event.key !== 'Enter') return;
          event.preventDefault();
          event.stopPropagation();
          onEdit();
        }}
        className="min-h-8 cursor-text rounded-control px-2 py-1 hover:bg-raised/60"
      >
        <Markdown text={task.notes} onTick={tick} />
      </div>
      {hasTasks ? (
        <Button
          look="quiet"
          size="small"
          data-testid="notes-to-subtasks"
          className="self-start"
          onClick={() => void turnIntoSubtasks()}
        >
          <ListTree />
          {panel.toSubtasks}
        </Button>
      ) : null}
    </>
  );
}

function focus(view: HTMLDivElement | null): void {
  view?.focus({ preventScroll: true });
}

/** A link, a tick, or words being selected to copy them. */
function isMeantForText(event: MouseEvent): boolean {
  const isControl = event.target instanceof Element && event.target.closest('a, input') !== null;
  return isControl || getSelection()?.isCollapsed === false;
}
