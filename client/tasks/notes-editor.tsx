import { Pencil, Text } from 'lucide-react';
import { Suspense, useId, useState } from 'react';
import { lazy } from '#client/ui/lazy.ts';
import { limits } from '#shared/limits';
import type { Task } from '#shared/task';
import { useMessages } from '#client/i18n/messages.ts';
import { useNotesWords } from '#client/i18n/compiled/use-notes-words.ts';
import { writingKey } from '#client/keys/writing-key.ts';
import { Button, IconButton } from '#client/ui/button.tsx';
import { MarkdownField } from '#client/ui/markdown-field.tsx';
import { type NotesDraft, useNotesDraft } from './use-notes-draft.ts';
import type { TaskActions } from './use-task-actions.ts';

const NotesView = lazy(async () => ({ default: (await import('./notes-view.tsx')).NotesView }));
const Markdown = lazy(async () => ({
  default: (await import('#client/ui/markdown.tsx')).Markdown,
}));

/**
 * The notes of a task: shown as the Markdown they are, and written as plain text after a press, Enter or the pencil.
 * Leaving the field, or Escape, shows them formatted again. Empty ones are a field at once.
 */
export function NotesEditor({ task, actions }: { task: Task; actions: TaskActions }) {
  const { tasks: words } = useMessages();
  const panel = useNotesWords();
  const draft = useNotesDraft(task, actions);
  const [isWriting, setIsWriting] = useState(false);
  // Who left the field by a key goes on from what takes its place.
  const [isLeftByKey, setIsLeftByKey] = useState(false);
  // While it waits to be saved, the old text must not flash up.
  const isField = isWriting || draft.text !== undefined || task.notes === '';
  const stop = ({ isByKey } = { isByKey: false }) => {
    setIsWriting(false);
    setIsLeftByKey(isByKey);
    void draft.end();
  };
  return (
    <section aria-label={words.notes} className="group/notes flex flex-col gap-1">
      <div className="flex min-h-8 items-center justify-between px-2">
        <h2 className="text-[0.8125rem] font-medium text-muted">{words.notes}</h2>
        {task.notes === '' && draft.text === undefined ? null : (
          <IconButton
            label={isField ? panel.done : panel.edit}
            data-testid="notes-toggle"
            // Pressed, it must not take the focus from the field first: that alone would end the writing.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => (isField ? stop() : setIsWriting(true))}
          >
            {isField ? <Text /> : <Pencil />}
          </IconButton>
        )}
      </div>
      {isField ? (
        <NotesField task={task} draft={draft} takesFocus={isWriting} onStop={stop} />
      ) : (
        <Suspense
          fallback={
            <p dir="auto" className="px-2 text-start whitespace-pre-wrap">
              {task.notes}
            </p>
          }
        >
          <NotesView
            takesFocus={isLeftByKey}
            task={task}
            actions={actions}
            onEdit={() => setIsWriting(true)}
          />
        </Suspense>
      )}
    </section>
  );
}

function NotesField({
  task,
  draft,
  takesFocus,
  onStop,
}: {
  task: Task;
  draft: NotesDraft;
  takesFocus: boolean;
  onStop: (how?: { isByKey: boolean }) => void;
}) {
  const { tasks: words } = useMessages();
  const panel = useNotesWords();
  const hintId = useId();
  return (
    <>
      <MarkdownField
        keyOf={writingKey}
        aria-label={words.notes}
        aria-describedby={hintId}
        data-testid="task-notes-input"
        placeholder={words.notesPlaceholder}
        takesFocus={takesFocus}
        value={draft.text ?? task.notes}
        maxLength={limits.notesMaxLength}
        onFocus={draft.begin}
        onChange={({ target }) => draft.type(target.value)}
        onBlur={() => onStop()}
        onEscape={() => onStop({ isByKey: true })}
        className="min-h-28 w-full rounded-control border border-transparent bg-transparent px-2 py-1.5 leading-6 hover:bg-raised/60 focus:bg-transparent focus-visible:border-accent focus-visible:outline-none"
      />
      <p id={hintId} className="sr-only">
        {panel.hint}
      </p>
      {draft.isChangedElsewhere ? <ChangedElsewhere notes={task.notes} /> : null}
    </>
  );
}

/** Says that others wrote too, and shows what, without touching what is being typed. */
function ChangedElsewhere({ notes }: { notes: string }) {
  const words = useNotesWords();
  const [isShown, setIsShown] = useState(false);
  return (
    <div
      role="status"
      data-testid="notes-changed"
      className="rounded-control border border-line bg-raised/60 px-3 py-1.5 text-[0.8125rem]"
    >
      <div className="flex items-center justify-between gap-2">
        <span>{words.changedElsewhere}</span>
        <Button
          size="small"
          look="quiet"
          aria-expanded={isShown}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => setIsShown(!isShown)}
        >
          {isShown ? words.hide : words.see}
        </Button>
      </div>
      {isShown ? (
        <div className="flex flex-col gap-2 pb-1">
          <Suspense>
            <Markdown text={notes} />
          </Suspense>
          <p className="text-muted">{words.bothKept}</p>
        </div>
      ) : null}
    </div>
  );
}
