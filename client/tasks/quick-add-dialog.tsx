import { useActionsWords } from '#client/i18n/compiled/use-actions-words.ts';
import { useCaptureWords } from '#client/i18n/compiled/use-capture-words.ts';
import { useMessages } from '#client/i18n/messages.ts';
import { BareDialog } from '#client/ui/dialog.tsx';
import { Kbd } from '#client/ui/kbd.tsx';
import { inboxPlace } from './add-place.ts';
import type { QuickAddDraft } from './quick-add-draft.ts';
import { QuickAddForm } from './quick-add-form.tsx';
import { useTaskActions } from './use-task-actions.ts';

/**
 * The line for a new task over whatever is shown, which stays as it is. Enter adds and closes. With `incoming` it begins
 * with what another app sent, and the draft of before stays for the next time.
 */
export function QuickAddDialog({
  incoming,
  onClose,
}: {
  incoming?: QuickAddDraft | undefined;
  onClose: () => void;
}) {
  const { tasks: words } = useMessages();
  const actionsWords = useActionsWords();
  const captureWords = useCaptureWords();
  const actions = useTaskActions();
  return (
    <BareDialog isSheet title={captureWords.title} onClose={onClose}>
      <div data-testid="quick-add-dialog" className="p-2.5">
        <QuickAddForm
          place={inboxPlace}
          placeholder={captureWords.hint}
          incoming={incoming}
          hint={<Hints />}
          onAdded={({ ids, elsewhere }, { isAnother }) => {
            const text =
              ids.length > 1 ? words.added({ count: ids.length }) : actionsWords['task-add'];
            actions.notify(elsewhere ?? text);
            // Of what was sent there is no other one.
            if (!isAnother || incoming !== undefined) onClose();
          }}
          onClose={onClose}
        />
      </div>
    </BareDialog>
  );
}

function Hints() {
  const { keys } = useCaptureWords();
  const hints = [
    { pressed: 'Enter', word: keys.add },
    { pressed: 'shift+Enter', word: keys.addAnother },
    { pressed: 'Escape', word: keys.close },
  ];
  return (
    <p className="flex flex-wrap gap-x-4 gap-y-1 border-t border-line px-2 pt-2 text-xs text-muted pointer-coarse:hidden">
      {hints.map(({ pressed, word }) => (
        <span key={pressed} className="inline-flex items-center gap-1.5">
          <Kbd keys={pressed} />
          {word}
        </span>
      ))}
    </p>
  );
}
