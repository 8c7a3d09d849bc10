import { useFindWords } from '#client/i18n/compiled/use-find-words.ts';
import { useMessages } from '#client/i18n/messages.ts';
import { Dialog } from '#client/ui/dialog.tsx';
import type { ServerHit } from '#shared/search-message';

/** What is known of a task that is not on this device yet: its title, and where it was found. */
export function ServerTask({ hit, onClose }: { hit: ServerHit; onClose: () => void }) {
  const words = useFindWords();
  const { common } = useMessages();
  return (
    <Dialog
      isOpen
      title={hit.task.title}
      description={words.serverOnly}
      closeLabel={common.close}
      onClose={onClose}
    >
      {hit.kind === 'title' ? null : (
        <p dir="auto" data-testid="server-excerpt" className="text-sm whitespace-pre-wrap">
          {hit.excerpt.text}
        </p>
      )}
    </Dialog>
  );
}
