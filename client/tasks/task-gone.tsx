import { useMessages } from '#client/i18n/messages.ts';
import { Button } from '#client/ui/button.tsx';
import { TrayDrawing } from '#client/ui/drawings.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { useIsGone } from './task-queries.ts';

/** In place of a task that is not there: its link is old, or it was deleted for good. */
export function TaskGone({ taskId, onClose }: { taskId: string; onClose: () => void }) {
  const { tasks: words, common } = useMessages();
  // At a start it may only not have been read yet.
  if (!useIsGone(taskId)) return null;
  return (
    <EmptyState
      drawing={<TrayDrawing />}
      title={words.gone}
      text={words.goneText}
      action={<Button onClick={onClose}>{common.close}</Button>}
    />
  );
}
