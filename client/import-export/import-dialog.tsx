import { useEffect, useRef } from 'react';
import { useImportWords } from '#client/i18n/compiled/use-import-words.ts';
import { useMessages } from '#client/i18n/messages.ts';
import type { AppStore } from '#client/store/app-store.ts';
import { Dialog } from '#client/ui/dialog.tsx';
import { FileDrop } from './file-drop.tsx';
import { ImportStep } from './import-step.tsx';
import { useImport } from './use-import.ts';

/** An import of files that came by themselves (dropped, shared, opened), over whatever is shown. */
export function ImportDialog({
  store,
  files,
  onClose,
}: {
  store: AppStore;
  files: readonly File[];
  onClose: () => void;
}) {
  const words = useImportWords();
  const { common } = useMessages();
  const steps = useImport(store);
  const { choose } = steps;
  const chosen = useRef<readonly File[]>(undefined);
  useEffect(() => {
    if (chosen.current === files) return;
    chosen.current = files;
    choose(files);
  }, [files, choose]);
  // What runs is not left by a slip; its Undo comes when it has ended.
  const isRunning = steps.state.name === 'running' || steps.state.name === 'undoing';
  const close = isRunning ? () => undefined : onClose;
  return (
    <Dialog isOpen isWide title={words.title} closeLabel={common.close} onClose={close}>
      <div data-testid="import-dialog" className="min-w-0">
        <ImportStep {...steps} choosing={<FileDrop onFiles={choose} />} />
      </div>
    </Dialog>
  );
}
