import { useMessages } from '#client/i18n/messages.ts';
import { Button } from '#client/ui/button.tsx';
import { TrayDrawing } from '#client/ui/drawings.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';

/** In place of a task that is not there: its link is old, or it was deleted for good. */
export function TaskGone({ onClose }: { onClose: () => void }) {
  const { tasks: words, common } = useMessages();
  return (
    <EmptyState
      drawing={<TrayDrawing />}
      title={words.gone}
      text={words.goneText}
      action={<Button onClick={onClose}>{common.close}</Button>}
    />
  );
}
