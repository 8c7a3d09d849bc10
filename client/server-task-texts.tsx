import { useCommentsWords } from '#client/i18n/compiled/use-comments-words.ts';
import { useFindWords } from '#client/i18n/compiled/use-find-words.ts';
import { useFormats } from '#client/i18n/language.ts';
import { useMessages } from '#client/i18n/messages.ts';
import { useStore } from '#client/store/store-context.ts';
import { Markdown } from '#client/ui/markdown.tsx';
import { PanelSection } from '#client/ui/panel-section.tsx';
import { TimeAgo } from '#client/ui/time-ago.tsx';
import type { FoundTask } from '#shared/found-task-message';

/** The notes of a task at the server, and what was said about it; nothing can be ticked or written. */
export function ServerTaskTexts({ found }: { found: FoundTask }) {
  const { tasks } = useMessages();
  const { notes } = found.task;
  return (
    <>
      {notes === '' ? null : (
        <section aria-label={tasks.notes} className="flex flex-col gap-1 px-2">
          <h2 className="flex min-h-8 items-center text-[0.8125rem] font-medium text-muted">
            {tasks.notes}
          </h2>
          <Markdown text={notes} />
        </section>
      )}
      <Comments found={found} />
    </>
  );
}

function Comments({ found: { comments, olderComments, isWhole } }: { found: FoundTask }) {
  const { read: words } = useFindWords();
  const commentsWords = useCommentsWords();
  const formats = useFormats();
  const { userId } = useStore();
  if (comments.length === 0 && isWhole) return null;
  return (
    <PanelSection
      title={commentsWords.title}
      count={comments.length + olderComments}
      testId="server-task-comments"
    >
      {olderComments === 0 ? null : (
        <p className="px-2 text-xs text-muted">{words.older({ count: olderComments })}</p>
      )}
      <ul className="flex flex-col">
        {comments.map(({ id, text, createdAt, createdBy, author }) => (
          <li key={id} data-testid="server-comment" className="flex flex-col px-2 py-1">
            <div className="flex min-h-8 items-center gap-2 text-xs text-muted">
              <span dir="auto" className="truncate text-[0.8125rem] font-medium text-text">
                {createdBy === userId ? commentsWords.you : (author ?? commentsWords.somebody)}
              </span>
              <TimeAgo at={createdAt} formats={formats} />
            </div>
            <Markdown text={text} />
          </li>
        ))}
      </ul>
      {isWhole ? null : <p className="px-2 text-xs text-muted">{words.partly}</p>}
    </PanelSection>
  );
}
