import { useState } from 'react';
import { limits } from '#shared/limits';
import { useMessages } from '#client/i18n/messages.ts';

/**
 * Edits a title in its row. Enter and leaving the field save, Escape does not. Others' changes meanwhile do not
 * touch what is being typed: `base` was taken when it opened, so the rules decide (A14).
 */
export function TitleEditor({
  title,
  onSave,
  onEnd,
}: {
  title: string;
  onSave: (title: string) => void;
  onEnd: () => void;
}) {
  const { tasks: words } = useMessages();
  const [draft, setDraft] = useState(title);
  const [isOver, setIsOver] = useState(false);
  const end = (isSaved: boolean) => {
    if (isOver) return;
    setIsOver(true);
    if (isSaved) onSave(draft);
    onEnd();
  };
  return (
    <input
      // The person asked for this very field with a key or a double click.
      ref={focusAndSelect}
      aria-label={words.rename}
      dir="auto"
      data-testid="task-rename-input"
      value={draft}
      maxLength={limits.titleMaxLength}
      onChange={({ target }) => setDraft(target.value)}
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
      onBlur={() => end(true)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') end(true);
        if (event.key === 'Escape') end(false);
      }}
      className="-mx-1.5 h-7 w-full min-w-0 rounded-[4px] bg-raised px-1.5 text-text outline-2 -outline-offset-1 outline-accent"
    />
  );
}

function focusAndSelect(input: HTMLInputElement | null): void {
  input?.focus();
  input?.select();
}
