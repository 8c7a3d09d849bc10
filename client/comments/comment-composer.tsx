import { ArrowUp } from 'lucide-react';
import { useState } from 'react';
import { limits } from '#shared/limits';
import { useCommentsWords } from '#client/i18n/compiled/use-comments-words.ts';
import { shortcuts } from '#client/keys/shortcuts.ts';
import { writingKey } from '#client/keys/writing-key.ts';
import { IconButton } from '#client/ui/button.tsx';
import { MarkdownField } from '#client/ui/markdown-field.tsx';
import type { CommentDrafts } from './comment-drafts.ts';

/** The field for a new comment. What is typed is kept on this device until it is sent; ⌘Enter sends. */
export function CommentComposer({
  taskId,
  drafts,
  onAdd,
}: {
  taskId: string;
  drafts: CommentDrafts;
  onAdd: (text: string) => Promise<void>;
}) {
  const words = useCommentsWords();
  const [text, setText] = useState(() => drafts.read(taskId));
  const change = (typed: string) => {
    setText(typed);
    drafts.write(taskId, typed);
  };
  const send = async () => {
    if (text.trim() === '') return;
    const sent = text;
    setText('');
    try {
      await onAdd(sent);
      drafts.write(taskId, '');
    } catch (error) {
      // Nothing is on disk: the words come back, and the app says that saving failed.
      setText(sent);
      throw error;
    }
  };
  return (
    <form
      className="flex items-end gap-1 rounded-control border border-edge bg-surface ps-2 focus-within:border-accent"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <MarkdownField
        rows={1}
        keyOf={writingKey}
        aria-label={words.placeholder}
        data-testid="comment-input"
        placeholder={words.placeholder}
        value={text}
        maxLength={limits.commentMaxLength}
        onChange={({ target }) => change(target.value)}
        onEscape={() =>
          document.activeElement instanceof HTMLElement ? document.activeElement.blur() : undefined
        }
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey)) return;
          event.preventDefault();
          void send();
        }}
        className="max-h-60 min-w-0 grow bg-transparent py-1.5 leading-5 outline-none pointer-coarse:py-2.5"
      />
      <IconButton
        label={words.send}
        keys={shortcuts.writing.send[0]}
        type="submit"
        data-testid="comment-send"
        disabled={text.trim() === ''}
        className="enabled:text-accent"
      >
        <ArrowUp />
      </IconButton>
    </form>
  );
}
