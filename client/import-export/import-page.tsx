import { useImportWords } from '#client/i18n/compiled/use-import-words.ts';
import type { AppStore } from '#client/store/app-store.ts';
import { Button } from '#client/ui/button.tsx';
import { ViewHeader } from '#client/ui/view-header.tsx';
import { unreachable } from '#shared/unreachable';
import { ExportSection } from './export-section.tsx';
import { FileDrop } from './file-drop.tsx';
import { ImportPreview } from './import-preview.tsx';
import { type ImportSteps, useImport } from './use-import.ts';

/** Brings tasks in from a Todoist backup or a TaskFlow export, shows first what will happen, and takes data out. */
export function ImportPage({ store }: { store: AppStore }) {
  const words = useImportWords();
  const steps = useImport(store);
  return (
    <section aria-label={words.title} className="flex min-w-0 grow flex-col">
      <ViewHeader title={words.title} />
      <div className="min-h-0 grow overflow-y-auto pb-28">
        <div className="mx-auto flex max-w-[760px] flex-col gap-10 px-4 sm:px-[42px]">
          <Step {...steps} />
          <ExportSection store={store} />
        </div>
      </div>
    </section>
  );
}

function Step({ state, choose, start, undo, reset }: ImportSteps) {
  const words = useImportWords();
  switch (state.name) {
    case 'choose':
      return (
        <div className="flex flex-col gap-4">
          <p>{words.intro}</p>
          <FileDrop onFiles={choose} />
          <p className="text-muted">{words.todoistHint}</p>
        </div>
      );
    case 'reading':
      return <p aria-live="polite">{words.reading}</p>;
    case 'preview':
      return <ImportPreview preview={state.preview} onStart={start} onCancel={reset} />;
    case 'running':
      return <Progress {...state} label={words.progress(state)} />;
    case 'undoing':
      return <Progress {...state} label={words.undoing} />;
    case 'done':
    case 'stopped':
      return (
        <div aria-live="polite" data-testid="import-result" className="flex flex-col gap-3">
          <p className="text-lg font-semibold">
            {state.name === 'done'
              ? words.done({ count: state.effect.counts.newTasks })
              : words.stopped}
          </p>
          {state.name === 'done' ? <p className="text-muted">{words.doneText}</p> : null}
          <div className="flex flex-wrap gap-2">
            <Button data-testid="import-undo" onClick={() => undo(state.effect)}>
              {words.undo}
            </Button>
            <Button look="quiet" onClick={reset}>
              {words.again}
            </Button>
          </div>
        </div>
      );
    case 'undone':
      return (
        <div
          aria-live="polite"
          data-testid="import-result"
          className="flex flex-col items-start gap-3"
        >
          <p>{words.undone}</p>
          <Button onClick={reset}>{words.again}</Button>
        </div>
      );
    default:
      return unreachable(state);
  }
}

function Progress({ done, total, label }: { done: number; total: number; label: string }) {
  return (
    <div className="flex flex-col gap-2">
      <p aria-live="polite">{label}</p>
      <progress aria-label={label} value={done} max={total} className="h-2 w-full accent-accent" />
    </div>
  );
}
