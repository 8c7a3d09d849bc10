import { Undo2 } from 'lucide-react';
import { actionWord, useMessages } from '#client/i18n/messages.ts';
import { shortcuts } from '#client/keys/shortcuts.ts';
import { useStore } from '#client/store/store-context.ts';
import { useLive } from '#client/store/use-live.ts';
import { IconButton } from '#client/ui/button.tsx';

/** Undo that does not go away with a message. */
export function UndoButton({ onUndo }: { onUndo: () => void }) {
  const store = useStore();
  const messages = useMessages();
  const { undo } = useLive(store.undoState, nothing);
  const what = undo === undefined ? '' : `: ${actionWord(messages, undo)}`;
  return (
    <IconButton
      label={`${messages.common.undo}${what}`}
      keys={shortcuts.anywhere.undo[0]}
      data-testid="undo-button"
      disabled={undo === undefined}
      onClick={onUndo}
    >
      <Undo2 />
    </IconButton>
  );
}

const nothing: { undo: string | undefined; redo: string | undefined } = {
  undo: undefined,
  redo: undefined,
};
