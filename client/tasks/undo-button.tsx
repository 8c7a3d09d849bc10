import { Undo2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useLanguage } from '#client/i18n/language.ts';
import { shortcuts } from '#client/keys/shortcuts.ts';
import { useStore } from '#client/store/store-context.ts';
import { useLive } from '#client/store/use-live.ts';
import { IconButton } from '#client/ui/button.tsx';

/** Undo that does not go away with a message. */
export function UndoButton({ onUndo }: { onUndo: () => void }) {
  const store = useStore();
  const language = useLanguage();
  const { undo } = useLive(store.undoState, nothing);
  const [known, setKnown] = useState({ of: undo, word: '' });
  useEffect(() => {
    if (undo === undefined) return;
    import('#client/i18n/action-word.ts')
      .then(({ actionWord }) => actionWord(language, undo))
      .then((word) => setKnown({ of: undo, word }))
      // Without its words the button still undoes.
      .catch(() => undefined);
  }, [language, undo]);
  const what = undo === undefined || known.of !== undo ? '' : `: ${known.word}`;
  return (
    <IconButton
      label={`${language.messages.common.undo}${what}`}
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
