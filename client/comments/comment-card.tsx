import { CircleDashed, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Comment } from '#shared/comment';
import { limits } from '#shared/limits';
import { useFormats } from '#client/i18n/language.ts';
import { useMessages } from '#client/i18n/messages.ts';
import { useCommentsWords } from '#client/i18n/compiled/use-comments-words.ts';
import { writingKey } from '#client/keys/writing-key.ts';
import { Button, IconButton } from '#client/ui/button.tsx';
import { Markdown } from '#client/ui/markdown.tsx';
import { MarkdownField } from '#client/ui/markdown-field.tsx';
import { TimeAgo } from '#client/ui/time-ago.tsx';
import type { CommentCommands } from './comment-commands.ts';

/** One comment. Its author can change it and move it to the trash. */
export function CommentCard(props: {
  comment: Comment;
  author: string;
  isOwn: boolean;
  /** Saved on this device, and not known to the server yet. */
  isWaiting: boolean;
  commands: CommentCommands;
  onTrash: () => void;
}) {
  const { comment, author, isOwn, isWaiting, commands } = props;
  const words = useCommentsWords();
  const formats = useFormats();
  const [base, setBase] = useState<string | null>();
  const isEdited = comment.stamps['text'] !== undefined;
  return (
    <li
      data-testid="comment"
      data-sync={isWaiting ? 'pending' : 'synced'}
      className="group/comment flex flex-col rounded-control px-2 py-1 hover:bg-raised/60"
    >
      <div className="flex min-h-8 items-center gap-2 text-xs text-muted">
        <span dir="auto" className="truncate text-[0.8125rem] font-medium text-text">
          {author}
        </span>
        <TimeAgo at={comment.createdAt} formats={formats} />
        {isEdited ? <span>{words.edited}</span> : null}
        {isWaiting ? (
          <span title={words.waiting} className="inline-flex">
            <CircleDashed className="size-3.5" aria-hidden="true" />
            <span className="sr-only">{words.waiting}</span>
          </span>
        ) : null}
        <span className="grow" />
        {isOwn ? (
          <CommentButtons
            onEdit={() => setBase(commands.beginEdit(comment.id))}
            onTrash={props.onTrash}
          />
        ) : null}
      </div>
      {base === undefined ? (
        <Markdown text={comment.text} />
      ) : (
        <CommentEditor
          text={comment.text}
          onSave={(text) => {
            setBase(undefined);
            void commands.edit({ commentId: comment.id, text, base });
          }}
          onCancel={() => setBase(undefined)}
        />
      )}
    </li>
  );
}

function CommentButtons({ onEdit, onTrash }: { onEdit: () => void; onTrash: () => void }) {
  const { tasks } = useMessages();
  const words = useCommentsWords();
  return (
    <span className="flex pointer-fine:opacity-0 pointer-fine:group-focus-within/comment:opacity-100 pointer-fine:group-hover/comment:opacity-100">
      <IconButton label={words.edit} data-testid="comment-edit" onClick={onEdit}>
        <Pencil />
      </IconButton>
      <IconButton label={tasks.trash} data-testid="comment-trash" onClick={onTrash}>
        <Trash2 />
      </IconButton>
    </span>
  );
}

function CommentEditor({
  text,
  onSave,
  onCancel,
}: {
  text: string;
  onSave: (text: string) => void;
  onCancel: () => void;
}) {
  const { common } = useMessages();
  const words = useCommentsWords();
  const [draft, setDraft] = useState(text);
  return (
    <form
      className="flex flex-col gap-1.5 pb-1"
      onSubmit={(event) => {
        event.preventDefault();
        onSave(draft);
      }}
    >
      <MarkdownField
        takesFocus
        keyOf={writingKey}
        aria-label={words.edit}
        data-testid="comment-edit-input"
        value={draft}
        maxLength={limits.commentMaxLength}
        onChange={({ target }) => setDraft(target.value)}
        onEscape={onCancel}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey)) return;
          event.preventDefault();
          onSave(draft);
        }}
        className="w-full rounded-control border border-edge bg-surface px-2 py-1.5 leading-6"
      />
      <div className="flex justify-end gap-1.5">
        <Button size="small" look="quiet" onClick={onCancel}>
          {common.cancel}
        </Button>
        <Button size="small" type="submit" disabled={draft.trim() === ''}>
          {common.save}
        </Button>
      </div>
    </form>
  );
}
