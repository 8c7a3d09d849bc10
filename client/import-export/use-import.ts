import { useMemo, useState } from 'react';
import type { AppStore } from '#client/store/app-store.ts';
import type { ImportEffect } from '#shared/import-effect';
import { createImportCommands, type ImportPreview } from './import-commands.ts';

/** Where an import stands. Once it runs, `effect` says what it is about. */
export type ImportState =
  | { name: 'choose' }
  | { name: 'reading' }
  | { name: 'preview'; preview: ImportPreview }
  | { name: 'running'; done: number; total: number }
  | { name: 'done'; effect: ImportEffect }
  | { name: 'stopped'; effect: ImportEffect }
  | { name: 'undoing'; done: number; total: number }
  | { name: 'undone' };

/** What the import page shows and can do. */
export interface ImportSteps {
  state: ImportState;
  choose: (files: readonly File[]) => void;
  start: (effect: ImportEffect) => void;
  undo: (effect: ImportEffect) => void;
  reset: () => void;
}

/** The steps of one import over a store: choose, look, import, and perhaps undo. */
export function useImport(store: AppStore): ImportSteps {
  const commands = useMemo(() => createImportCommands(store), [store]);
  const [state, setState] = useState<ImportState>({ name: 'choose' });
  return {
    state,
    choose: (files) => {
      if (files.length === 0) return;
      setState({ name: 'reading' });
      commands.read(files).then(
        (preview) => setState({ name: 'preview', preview }),
        // A file that went away under our hands: it has to be chosen again.
        () => setState({ name: 'choose' }),
      );
    },
    start: (effect) => {
      commands
        .run(effect, (progress) => setState({ name: 'running', ...progress }))
        .then(
          () => setState({ name: 'done', effect }),
          () => setState({ name: 'stopped', effect }),
        );
    },
    undo: (effect) => {
      commands
        .undo(effect, (progress) => setState({ name: 'undoing', ...progress }))
        .then(
          () => setState({ name: 'undone' }),
          () => setState({ name: 'stopped', effect }),
        );
    },
    reset: () => setState({ name: 'choose' }),
  };
}
