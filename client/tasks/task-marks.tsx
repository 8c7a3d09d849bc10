import { Bell, MessageSquare } from 'lucide-react';
import { usePanelWords } from '#client/i18n/use-panel-words.ts';
import { Badge } from '#client/ui/badge.tsx';

/** What only some rows say: how many comments there are, and that the task reminds. They load with the first such row. */
export function TaskMarks({
  commentCount,
  hasReminder,
}: {
  commentCount: number;
  hasReminder: boolean;
}) {
  const words = usePanelWords().marks;
  return (
    <>
      {commentCount === 0 ? null : (
        <Badge icon={<MessageSquare />} title={words.comments(commentCount)}>
          <span aria-hidden="true">{commentCount}</span>
          <span className="sr-only">{words.comments(commentCount)}</span>
        </Badge>
      )}
      {hasReminder ? (
        <Badge icon={<Bell />} title={words.hasReminder}>
          <span className="sr-only">{words.hasReminder}</span>
        </Badge>
      ) : null}
    </>
  );
}
