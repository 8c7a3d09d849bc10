import { useMemo } from 'react';
import { actionWord } from '#client/i18n/action-word.ts';
import { useLanguage } from '#client/i18n/language.ts';
import { useCommentsWords } from '#client/i18n/compiled/use-comments-words.ts';
import { useStore } from '#client/store/store-context.ts';
import { useMayDo } from '#client/store/use-may-do.ts';
import { useAnnounce } from '#client/ui/live-region.tsx';
import { PanelSection } from '#client/ui/panel-section.tsx';
import { useToasts } from '#client/ui/toast.tsx';
import { CommentCard } from './comment-card.tsx';
import { CommentComposer } from './comment-composer.tsx';
import { createCommentCommands } from './comment-commands.ts';
import { createCommentDrafts, type DraftStorage } from './comment-drafts.ts';
import { useComments, useMemberNames } from './comment-queries.ts';

/** What was said about a task, the oldest first, and a field to say something for whoever may. */
export function CommentSection({ taskId, storage }: { taskId: string; storage: DraftStorage }) {
  const store = useStore();
  const toasts = useToasts();
  const announce = useAnnounce();
  const language = useLanguage();
  const words = useCommentsWords();
  const canComment = useMayDo('comment')(store.current(taskId)?.workspaceId ?? '');
  const comments = useComments(taskId);
  const names = useMemberNames();
  const commands = useMemo(() => createCommentCommands(store), [store]);
  const drafts = useMemo(() => createCommentDrafts(storage, store.userId), [storage, store]);
  const trash = async (commentId: string) => {
    const batch = await commands.trash(commentId);
    if (batch === undefined) return;
    const undo = {
      label: language.messages.common.undo,
      testId: 'toast-undo',
      run: () => void store.undo(),
    };
    const text = await actionWord(language, batch.label);
    toasts.show({ id: 'undo', text, action: undo });
  };
  const add = async (text: string) => {
    await commands.add(taskId, text);
    announce(words.added);
  };
  if (comments.length === 0 && !canComment) return null;
  return (
    <PanelSection title={words.title} count={comments.length} testId="comments">
      <ul className="flex flex-col">
        {comments.map((comment) => (
          <CommentCard
            key={comment.id}
            comment={comment}
            author={authorOf(comment.createdBy)}
            isOwn={comment.createdBy === store.userId && canComment}
            isWaiting={comment.seq === 0 && !store.isGuest}
            commands={commands}
            onTrash={() => void trash(comment.id)}
          />
        ))}
      </ul>
      {canComment ? (
        <CommentComposer key={taskId} taskId={taskId} drafts={drafts} onAdd={add} />
      ) : null}
    </PanelSection>
  );

  function authorOf(userId: string): string {
    return userId === store.userId ? words.you : (names.get(userId) ?? words.somebody);
  }
}
