import { Bell, MessageSquare } from 'lucide-react';
import { useFormats } from '#client/i18n/language.ts';
import { useTaskMarksWords } from '#client/i18n/compiled/use-task-marks-words.ts';
import { Badge } from '#client/ui/badge.tsx';

/** What only some rows say: how many comments there are, and that the task reminds. They load with the first such row. */
export function TaskMarks({
  commentCount,
  hasReminder,
}: {
  commentCount: number;
  hasReminder: boolean;
}) {
  const words = useTaskMarksWords();
  const formats = useFormats();
  const comments = words.comments({ count: commentCount });
  return (
    <>
      {commentCount === 0 ? null : (
        <Badge icon={<MessageSquare />} title={comments}>
          <span aria-hidden="true">{formats.number(commentCount)}</span>
          <span className="sr-only">{comments}</span>
        </Badge>
      )}
      {hasReminder ? (
        <Badge icon={<Bell aria-label={words.hasReminder} />} title={words.hasReminder} />
      ) : null}
    </>
  );
}
